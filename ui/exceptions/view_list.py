"""The list at the left: what is to be done, by when."""

from app.domain.calendar import Due
from app.domain.exception_category import called
from app.domain.exception_terms import Rung
from app.domain.worklist import Urgency
from app.ports.rows import ExceptionRow, GroupRow
from ui.exceptions import rules
from ui.exceptions.state import ExceptionsState, Scope
from ui.exceptions.view_group_story import group_entry
from ui.exceptions.wording import owner_text
from ui.widgets.entry import Entry
from ui.words import Words
from ui.worklist.growing_list import GrowingList
from ui.worklist.list_pane import GAP
from ui.worklist.wording import owed_until_text, urgent_tone


class ExceptionList(GrowingList[ExceptionsState]):
    """``new_requested`` to register a case."""

    def __init__(self, words: Words) -> None:
        scopes = {scope: words(f"exceptions.scope.{scope}") for scope in Scope}
        title, search = words("exceptions.list.title"), words("exceptions.list.search")
        super().__init__(words, title, search, scopes, rules.groups, words("exceptions.new.open"))

    def _wanted(self, state: ExceptionsState) -> str | None:
        return state.group_wanted if state.scope is Scope.GROUPS else super()._wanted(state)

    def _entry(self, state: ExceptionsState, member: ExceptionRow | GroupRow, urgency: Urgency) -> Entry:
        if isinstance(member, GroupRow):
            return group_entry(self._words, state, member, urgency)
        risen = self._words("exceptions.risen.listed") if member.rung is not Rung.HANDLER else ""
        facts = (owner_text(self._words, member, GAP), risen)
        owner, tone = GAP.join(fact for fact in facts if fact), urgent_tone(urgency)
        lead = self._lead(state, member, urgency)
        return Entry(member.number, member.summary.replace("\n", " "), owner, lead=lead, lead_tone=tone)

    def _lead(self, state: ExceptionsState, member: ExceptionRow, urgency: Urgency) -> str:
        words = self._words
        if urgency is Urgency.CLOSED:
            return called(member.category, member.category_name, words)
        if (contact_by := rules.owed_contact(member)) is not None:
            return owed_until_text(words, state, urgency, Due(contact_by), words("exceptions.owed.contact"))
        return owed_until_text(
            words, state, urgency, member.due, words(f"exceptions.owed.{member.state.value}")
        )

    def _group_title(self, urgency: Urgency, number: int) -> str:
        if urgency is Urgency.CLOSED and self.scope.key() == Scope.GROUPS:
            return self._words("groups.closed", number=number)
        if urgency is Urgency.CLOSED:
            return self._words("exceptions.group.closed", number=number)
        return super()._group_title(urgency, number)

    def _why_empty(self, state: ExceptionsState) -> tuple[str, str]:
        if state.searched.strip():
            return self._words("worklist.empty.search"), self._words("exceptions.empty.search.detail")
        listed = {Scope.MINE: "mine", Scope.GROUPS: "groups"}.get(state.scope, "open")
        return self._words(f"exceptions.empty.{listed}"), self._words(f"exceptions.empty.{listed}.detail")
