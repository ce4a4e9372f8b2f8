"""A paper of the case in the case's place: as it was issued, or as it would be."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.case_table import CaseAction
from app.domain.print_job import PaperKind
from ui.cases.paper_rules import may_void
from ui.cases.state import CasesState, OpenPaper
from ui.cases.wording import ACTION_ICONS
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.card import Card, CardFoot, SectionHead
from ui.widgets.layouts import column, row
from ui.widgets.pdf_pages import PdfPages
from ui.widgets.progress import ProgressHint
from ui.widgets.remark import Remark
from ui.words import Words
from ui.worklist.action_area import show_progress


class PaperPane(Card):
    """``acted`` to issue or print it, ``voided(reason)``, ``left``; ``given_up`` on an answer that is outstanding."""

    acted = Signal()
    voided = Signal(str)
    left = Signal()
    given_up = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._shown: OpenPaper | None = None
        self._busy = self._unconfirmed = False
        self.head = SectionHead("")
        self.pages = PdfPages()
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(words("cases.paper.reason"))
        self.reason.setAccessibleName(words("cases.paper.reason"))
        self.void = ActionButton(words("cases.paper.void"), icon="x-circle", size=Size.LARGE)
        self.problem = Remark("warning-octagon-fill", "danger")
        self.progress = ProgressHint(words)
        self.button = ActionButton(kind=Kind.PRIMARY, size=Size.LARGE)
        self._build()

    def _build(self) -> None:
        back = ActionButton(self._words("cases.paper.back"), key="Esc", size=Size.LARGE)
        self._voiding = QWidget()
        line = row(self._voiding, gap=8)
        line.addWidget(self.reason, 1)
        line.put(self.void)
        foot = CardFoot()
        box = column(gap=8)
        box.put(self._voiding, self.problem, row(gap=8).put(None, self.progress, back, self.button))
        foot.body.addLayout(box, 1)
        self.body.put(self.head)
        self.body.addWidget(self.pages, 1)
        self.body.put(foot)
        back.clicked.connect(self.left)
        self.button.clicked.connect(self.acted)
        self.void.clicked.connect(self._void)
        self.reason.returnPressed.connect(self._void)
        self.progress.cancelled.connect(self.given_up)

    def show_state(self, state: CasesState) -> None:
        """Show the paper that is looked at."""
        paper = state.paper
        if paper is None:
            self._shown = None
            return
        if paper is not self._shown:
            self._show(paper, state)
        self._voiding.setVisible(may_void(state))
        self.problem.say(self._words(state.problem) if state.problem else "")
        self.button.setEnabled(not state.busy)
        self.void.setEnabled(not state.busy)
        self._show_progress(state)

    def focus_first(self) -> None:
        """The keyboard turns the pages."""
        self.pages.setFocus()

    def _show(self, paper: OpenPaper, state: CasesState) -> None:
        words = self._words
        self._shown = paper
        self.pages.show_pdf(*paper.pdfs)
        self.reason.clear()
        self.head.title.setText(_name(words, paper, state))
        self.head.count.setText(words("cases.paper.preview") if paper.is_preview else paper.number)
        text, icon = _action(words, paper)
        self.button.show_action(text, icon=icon, key="Ctrl Enter")
        self.button.setVisible(paper.step is not CaseAction.NOTIFY_AGAIN)  # a supervisor signs in its form

    def _show_progress(self, state: CasesState) -> None:
        if (self._busy, self._unconfirmed) != (state.busy, state.unconfirmed):
            self._busy, self._unconfirmed = state.busy, state.unconfirmed
            show_progress(self.progress, self._words, state)

    def _void(self) -> None:
        self.voided.emit(self.reason.text())


def _action(words: Words, paper: OpenPaper) -> tuple[str, str]:
    """What the big button does, and its icon."""
    if paper.step is not None:
        return words(f"cases.do.{paper.step.value}"), ACTION_ICONS[paper.step]
    if paper.is_preview:
        return words("cases.paper.issue"), "file-text"
    return words("cases.side.reprint"), "printer"


def _name(words: Words, paper: OpenPaper, state: CasesState) -> str:
    if paper.step is not None:
        return words(f"cases.do.{paper.step.value}")
    if paper.kind is PaperKind.NOTICE:
        return words("paper_kind.notice")
    kinds = {document.number: document.kind for document in state.page.documents} if state.page else {}
    return words(f"document_kind.{paper.would_be or kinds[paper.number]}")
