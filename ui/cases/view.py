"""The cases station's widgets, put together: list, case, and what stands around it."""

from PySide6.QtCore import Signal

from app.domain.case_table import CaseAction
from app.domain.paper_code import is_paper
from ui.cases.acting import NOBODY, Countersign
from ui.cases.state import CasesState, Pane
from ui.cases.view_action import action_area
from ui.cases.view_applicant import ApplicantPane
from ui.cases.view_head import CaseHead
from ui.cases.view_list import CaseList
from ui.cases.view_material_forms import NotifyForm
from ui.cases.view_new import NewCasePane
from ui.cases.view_paper import PaperPane
from ui.cases.view_side import CaseContext
from ui.cases.view_story import story_of
from ui.cases.view_summary import Summary
from ui.shell.office_window import OfficeWindow
from ui.widgets.empty_state import EmptyState
from ui.widgets.sign_in_page import SignInPage
from ui.words import Words
from ui.worklist.case_pane import CasePane
from ui.worklist.columns import Work
from ui.worklist.view import WorklistView

NEW = "Ctrl+N"
_HIGH_ENOUGH = 520


class CasesWork(Work[CasesState]):
    """The columns of this station."""

    def __init__(self, words: Words) -> None:
        self.list: CaseList = CaseList(words)
        self.context: CaseContext = CaseContext(words)
        empty = EmptyState("folder-open", words("cases.empty.page"), words("cases.empty.page.detail"))
        case = CasePane(
            CaseHead(words), lambda state: story_of(words, state), action_area(words), empty, _HIGH_ENOUGH
        )
        super().__init__(self.list, case, self.context)
        self.paper, self.applicant, self.new = PaperPane(words), ApplicantPane(words), NewCasePane(words)
        self._panes: dict[Pane, PaperPane | ApplicantPane | NewCasePane] = {
            Pane.PAPER: self.paper, Pane.APPLICANT: self.applicant, Pane.NEW: self.new,
        }  # fmt: skip
        for pane in self._panes.values():
            self.middle.addWidget(pane)

    def show_state(self, state: CasesState) -> None:
        """Show everything."""
        for pane in self._panes.values():
            pane.show_state(state)
        before, now = self.middle.currentWidget(), self._panes[state.pane] if state.pane else None
        self.middle.setCurrentWidget(now or self.case)
        super().show_state(state)
        if now is not None and now is not before:
            now.focus_first()


class CasesView(WorklistView[CasesState]):
    """A worklist at which papers are scanned and cases are received: ``new_requested`` for Ctrl+N."""

    new_requested = Signal()

    def __init__(self, words: Words, window: OfficeWindow) -> None:
        self.work: CasesWork = CasesWork(words)
        sign_in = SignInPage(words, words("cases.sign_in"), words("cases.sign_in.detail"))
        super().__init__(window, sign_in, self.work, (NEW,))
        for pane in (self.work.paper, self.work.applicant, self.work.new):
            pane.acted.connect(self.acted)
            pane.left.connect(self.back)
        self.work.list.new_requested.connect(self.new_requested)
        window.take_scans()
        window.scanned.connect(self._scanned)
        self.summary = Summary(words)
        window.add_banner(self.summary)

    def render(self, state: CasesState) -> None:
        """Show the state; an input that a person is writing in is never touched."""
        super().render(state)
        self.summary.show_state(state)

    def countersign(self) -> Countersign:
        """Who agrees to a further notice."""
        form = self.work.case.area.forms[CaseAction.NOTIFY_AGAIN]
        return form.countersign() if isinstance(form, NotifyForm) and form.isVisible() else NOBODY

    def _pressed(self, key: str) -> None:
        if key == NEW:
            self.new_requested.emit()
        else:
            super()._pressed(key)

    def _scanned(self, code: str) -> None:
        if is_paper(code) and self.widget.currentWidget() is self.work:
            self.work.list.search.edit.setText(code)
