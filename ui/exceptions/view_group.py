"""A group in the case's place: its cause, how far it has come, its story, and what can be done next."""

from app.domain.exception_group import GroupState
from app.domain.worklist import Urgency
from ui.exceptions.group_rules import urgency
from ui.exceptions.group_state import GroupsState
from ui.exceptions.view_group_forms import group_area
from ui.exceptions.view_group_story import group_story, owner_of
from ui.widgets.empty_state import EmptyState
from ui.words import Words
from ui.worklist.case_pane import CasePane
from ui.worklist.head import Head
from ui.worklist.wording import by_text

_HIGH_ENOUGH = 440
_WAY = tuple(GroupState)


class GroupHead(Head[GroupsState]):
    """A group is its cause."""

    def show_state(self, state: GroupsState) -> None:
        """Show the head of the group on the page."""
        page = state.page
        if page is None:
            return
        words, row = self._words, page.row
        how_urgent = urgency(state, row)
        facts = [
            row.number,
            words("groups.settled", done=row.cases - row.open_cases, count=row.cases),
            words("exceptions.owner", owner=owner_of(words, row)),
        ]
        self._show_title(row.cause, facts, how_urgent, self._how_urgent(state, how_urgent))
        names = [words(f"group_state.{step}") for step in _WAY]
        self._way.show_steps(names, len(_WAY) if row.state is _WAY[-1] else _WAY.index(row.state))

    def _how_urgent(self, state: GroupsState, how_urgent: Urgency) -> str:
        words, page = self._words, state.page
        assert page is not None
        match how_urgent:
            case Urgency.OVERDUE:
                return words("worklist.due.overdue")
            case Urgency.TODAY:
                return words("worklist.due.today")
            case _ if page.row.due is not None and how_urgent is not Urgency.CLOSED:
                return by_text(words, state, page.row.due)
            case _:
                return words(f"groups.owed.{page.row.state}")


def group_pane(words: Words) -> CasePane[GroupsState]:
    """The page of a group."""
    empty = EmptyState("flag", words("groups.empty.page"), words("groups.empty.page.detail"))
    return CasePane(
        GroupHead(words), lambda state: group_story(words, state), group_area(words), empty, _HIGH_ENOUGH
    )
