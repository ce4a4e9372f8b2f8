"""The cases station's widgets, put together: list, case, and what stands around it."""

from app.domain.case_table import CaseAction
from app.domain.paper_code import is_paper
from ui.cases.acting import NOBODY, Countersign
from ui.cases.state import CasesState, Pane
from ui.cases.view_action import action_area
from ui.cases.view_head import CaseHead
from ui.cases.view_list import CaseList
from ui.cases.view_material_forms import NotifyForm
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
        self.paper = PaperPane(words)
        self.middle.addWidget(self.paper)

    def show_state(self, state: CasesState) -> None:
        """Show everything."""
        self.paper.show_state(state)
        before = self.middle.currentWidget()
        self.middle.setCurrentWidget(self.paper if state.pane is Pane.PAPER else self.case)
        super().show_state(state)
        if before is self.case and state.pane is Pane.PAPER:
            self.paper.focus_first()


class CasesView(WorklistView[CasesState]):
    """A worklist at which papers are scanned."""

    def __init__(self, words: Words, window: OfficeWindow) -> None:
        self.work: CasesWork = CasesWork(words)
        sign_in = SignInPage(words, words("cases.sign_in"), words("cases.sign_in.detail"))
        super().__init__(window, sign_in, self.work)
        self.work.paper.acted.connect(self.acted)
        self.work.paper.left.connect(self.back)
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

    def _scanned(self, code: str) -> None:
        if is_paper(code) and self.widget.currentWidget() is self.work:
            self.work.list.search.edit.setText(code)
