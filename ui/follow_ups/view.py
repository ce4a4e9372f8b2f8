"""The page's widgets, put together: list, follow-up or appeal, and what stands around it."""

from PySide6.QtCore import Signal

from ui.follow_ups.rules import may_appeal
from ui.follow_ups.state import FollowUpsState, Pane
from ui.follow_ups.view_action import action_area
from ui.follow_ups.view_appeal import AppealPane
from ui.follow_ups.view_head import FollowUpHead
from ui.follow_ups.view_list import FollowUpList
from ui.follow_ups.view_side import FollowUpContext
from ui.follow_ups.view_story import story_of
from ui.widgets.empty_state import EmptyState
from ui.widgets.sign_in_page import SignInPage
from ui.words import Words
from ui.worklist.case_pane import CasePane
from ui.worklist.columns import Work
from ui.worklist.view import House, WorklistView

APPEAL = "Ctrl+N"
_HIGH_ENOUGH = 440


class FollowUpsWork(Work[FollowUpsState]):
    """The columns of this page; the form of an appeal takes the place of the follow-up."""

    def __init__(self, words: Words) -> None:
        self.list: FollowUpList = FollowUpList(words)
        self.appeal = AppealPane(words)
        self.context: FollowUpContext = FollowUpContext(words)
        empty = EmptyState("smiley", words("follow_ups.empty.page"), words("follow_ups.empty.page.detail"))
        case = CasePane(
            FollowUpHead(words), lambda state: story_of(words, state), action_area(words), empty, _HIGH_ENOUGH
        )
        super().__init__(self.list, case, self.context)
        self.middle.addWidget(self.appeal)

    def show_state(self, state: FollowUpsState) -> None:
        """Show everything."""
        self.appeal.show_state(state)
        self.middle.setCurrentWidget(self.appeal if state.pane is Pane.APPEAL else self.case)
        super().show_state(state)
        if state.own is not None and self.middle.currentWidget() is self.case:
            self._has_context = True  # what one was given oneself stands there, whatever is looked at
            self._give_way()


class FollowUpsView(WorklistView[FollowUpsState]):
    """A worklist of bad ratings: ``appeal_requested`` for Ctrl+N of who can have been rated."""

    appeal_requested = Signal()

    def __init__(self, words: Words, window: House) -> None:
        self.work: FollowUpsWork = FollowUpsWork(words)
        sign_in = SignInPage(words, words("follow_ups.sign_in"), words("follow_ups.sign_in.detail"))
        super().__init__(window, sign_in, self.work, (APPEAL,))
        self._may_appeal = False
        self.work.list.appeal_requested.connect(self.appeal_requested)
        self.work.appeal.acted.connect(self.acted)
        self.work.appeal.left.connect(self.back)

    def render(self, state: FollowUpsState) -> None:
        """Show the state."""
        self._may_appeal = may_appeal(state)
        super().render(state)

    def focus_appeal(self) -> None:
        """To the form of an appeal."""
        self.work.appeal.focus_form()

    def _pressed(self, key: str) -> None:
        if key != APPEAL:
            super()._pressed(key)
        elif self._may_appeal:
            self.appeal_requested.emit()
