"""The exceptions station's widgets, put together: list, case or new case, and what stands around the case."""

from PySide6.QtCore import Signal

from ui.exceptions.state import ExceptionsState, Pane
from ui.exceptions.view_action import action_area
from ui.exceptions.view_head import CaseHead
from ui.exceptions.view_list import ExceptionList
from ui.exceptions.view_new import NewCasePane
from ui.exceptions.view_side import BesideNew, CaseContext
from ui.exceptions.view_story import story_of
from ui.shell.office_window import OfficeWindow
from ui.widgets.empty_state import EmptyState
from ui.widgets.sign_in_page import SignInPage
from ui.words import Words
from ui.worklist.case_pane import CasePane
from ui.worklist.columns import Work
from ui.worklist.view import WorklistView

NEW = "Ctrl+N"
_HIGH_ENOUGH = 440


class ExceptionsWork(Work[ExceptionsState]):
    """The columns of this station; the form of a new case takes the place of the case."""

    def __init__(self, words: Words) -> None:
        self.list: ExceptionList = ExceptionList(words)
        self.new = NewCasePane(words)
        empty = EmptyState("flag", words("exceptions.empty.page"), words("exceptions.empty.page.detail"))
        case = CasePane(
            CaseHead(words), lambda state: story_of(words, state), action_area(words), empty, _HIGH_ENOUGH
        )
        self.beside = BesideNew(words)
        super().__init__(self.list, case, CaseContext(words), self.beside)
        self.middle.addWidget(self.new)

    def show_state(self, state: ExceptionsState) -> None:
        """Show everything."""
        self.new.show_state(state)
        self.beside.show_state(state)
        self.middle.setCurrentWidget(self.new if state.pane is Pane.NEW else self.case)
        super().show_state(state)

    def _give_way(self) -> None:
        super()._give_way()
        self.new.keep_similar(here=self.beside.isHidden())


class ExceptionsView(WorklistView[ExceptionsState]):
    """A worklist to which cases are added: ``new_requested`` for Ctrl+N."""

    new_requested = Signal()

    def __init__(self, words: Words, window: OfficeWindow) -> None:
        self.work: ExceptionsWork = ExceptionsWork(words)
        sign_in = SignInPage(words, words("exceptions.sign_in"), words("exceptions.sign_in.detail"))
        super().__init__(window, sign_in, self.work, (NEW,))
        self.work.list.new_requested.connect(self.new_requested)
        self.work.new.acted.connect(self.acted)
        self.work.new.left.connect(self.back)

    def focus_new(self) -> None:
        """To the form of a new case."""
        self.work.new.focus_form()

    def _pressed(self, key: str) -> None:
        if key == NEW:
            self.new_requested.emit()
        else:
            super()._pressed(key)
