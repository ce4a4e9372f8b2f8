"""The list at the left: which bad ratings wait for what, by when."""

from PySide6.QtCore import Signal

from app.domain.worklist import Urgency
from app.ports.rows import FollowUpRow
from ui.follow_ups import rules
from ui.follow_ups.state import FollowUpsState, Scope
from ui.follow_ups.wording import counter_text, owed_text, owner_text, row_text
from ui.widgets.button import ActionButton
from ui.widgets.entry import Entry
from ui.words import Words
from ui.worklist.list_pane import GAP, ListPane
from ui.worklist.wording import day_text, owed_until_text, urgent_tone


class FollowUpList(ListPane[FollowUpsState]):
    """``appeal_requested`` by somebody who was rated."""

    appeal_requested = Signal()

    def __init__(self, words: Words) -> None:
        scopes = {scope: words(f"follow_ups.scope.{scope}") for scope in Scope}
        super().__init__(
            words, words("follow_ups.list.title"), words("follow_ups.list.search"), scopes, rules.groups
        )
        self.appeal_button = ActionButton(words("follow_ups.appeal.open"), icon="megaphone", key="Ctrl N")
        self.appeal_button.clicked.connect(self.appeal_requested)
        self._put_button(self.appeal_button)
        self._put_search()

    def show_state(self, state: FollowUpsState) -> None:
        """Show the list; only who can have been rated can appeal."""
        self.appeal_button.setVisible(rules.may_appeal(state))
        super().show_state(state)

    def _entry(self, state: FollowUpsState, member: FollowUpRow, urgency: Urgency) -> Entry:
        words, tone = self._words, urgent_tone(urgency)
        detail = GAP.join((counter_text(words, member), owner_text(words, member)))
        return Entry(
            member.number, row_text(words, member), detail,
            lead=self._lead(state, member, urgency), lead_tone=tone,
        )  # fmt: skip

    def _lead(self, state: FollowUpsState, member: FollowUpRow, urgency: Urgency) -> str:
        if member.due is None:
            return day_text(self._words, member.opened_on, state.year)
        return owed_until_text(self._words, state, urgency, member.due, owed_text(self._words, member))

    def _group_title(self, urgency: Urgency, number: int) -> str:
        if urgency is Urgency.CLOSED:
            return self._words("follow_ups.group.closed", number=number)
        return super()._group_title(urgency, number)

    def _why_empty(self, state: FollowUpsState) -> tuple[str, str]:
        words = self._words
        if state.searched.strip():
            return words("worklist.empty.search"), words("follow_ups.empty.search.detail")
        listed = "mine" if state.scope is Scope.MINE else "open"
        return words(f"follow_ups.empty.{listed}"), words(f"follow_ups.empty.{listed}.detail")
