"""The papers of a case: its notices and documents, each with whether it counts and the way to print it again."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.document import DocumentKind, DocumentStatus
from app.domain.print_job import PaperKind
from app.ports.rows import CasePage
from ui.theme import Type
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.card import Card, Panel, SectionHead
from ui.widgets.layouts import Box, column, row
from ui.widgets.text import Text
from ui.words import Words


@dataclass(frozen=True, slots=True)
class ShownPaper:
    """One paper; ``note`` says that it counts no longer."""

    kind: PaperKind
    number: str
    name: str
    note: str = ""


def papers_of(words: Words, page: CasePage) -> tuple[ShownPaper, ...]:
    """The case's papers, notices first, each in the order of their issue."""
    notices = [ShownPaper(PaperKind.NOTICE, number, words("paper_kind.notice")) for number in page.notices]
    documents = [
        ShownPaper(
            PaperKind.DOCUMENT,
            document.number,
            words(f"document_kind.{document.kind}"),
            "" if document.status is DocumentStatus.IN_FORCE else words(f"document_status.{document.status}"),
        )
        for document in page.documents
    ]
    return (*notices, *documents)


class PaperCard(Card):
    """``opened(kind, number)`` to look at one, ``reprinted(kind, number)`` for one once more.

    ``previewed(kind)`` for a document that the case has come to and does not have.
    """

    opened = Signal(object, str)
    reprinted = Signal(object, str)
    previewed = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._papers: tuple[ShownPaper, ...] | None = None
        self._issuable: tuple[DocumentKind, ...] = ()
        self._panel, self._inside = Panel(gap=0), QWidget()
        self._panel.body.put(self._inside)
        self.buttons: list[ActionButton] = []
        self.openers: list[ActionButton] = []
        self.issuers: list[ActionButton] = []
        self.body.put(SectionHead(words("cases.side.papers")), self._panel)

    def show_papers(self, papers: Sequence[ShownPaper], issuable: Sequence[DocumentKind]) -> None:
        """Show these, or that there are none, and what may be issued beside them."""
        if (tuple(papers), tuple(issuable)) == (self._papers, self._issuable):
            return
        self._papers, self._issuable = tuple(papers), tuple(issuable)
        fresh = QWidget()
        lines = column(fresh, gap=8)
        self.buttons, self.openers = [], []
        self.issuers = [self._issuer(kind) for kind in issuable]
        for paper in papers:
            lines.addLayout(self._line(paper))
        if not papers:
            lines.put(Text(self._words("cases.side.no_papers"), Type.DETAIL, "text2", wrap=True))
        lines.put(*self.issuers)
        self._panel.body.replaceWidget(self._inside, fresh)
        self._inside.hide()
        self._inside.deleteLater()
        self._inside = fresh

    def _issuer(self, kind: DocumentKind) -> ActionButton:
        name = self._words(f"document_kind.{kind}")
        button = ActionButton(self._words("cases.side.issue", name=name), icon="file-text", size=Size.INLINE)
        button.clicked.connect(lambda: self.previewed.emit(kind))
        return button

    def _line(self, paper: ShownPaper) -> Box:
        words = self._words
        look = ActionButton(words("cases.side.look"), icon="eye", kind=Kind.QUIET, size=Size.INLINE)
        look.clicked.connect(lambda: self.opened.emit(paper.kind, paper.number))
        again = ActionButton(words("cases.side.reprint"), icon="printer", kind=Kind.QUIET, size=Size.INLINE)
        again.clicked.connect(lambda: self.reprinted.emit(paper.kind, paper.number))
        for button in (look, again):
            button.setAccessibleDescription(paper.number)
        self.openers.append(look)
        self.buttons.append(again)
        name = (
            words("cases.side.paper_past", name=paper.name, status=paper.note) if paper.note else paper.name
        )
        said = column(gap=2).put(
            Text(name, Type.DETAIL, "text2" if paper.note else "text1", wrap=True),
            Text(paper.number, Type.CAPTION, "text2", wrap=True),
        )
        line = row(gap=8)
        line.addLayout(said, 1)
        line.put(column(gap=2).put(look, again))
        return line
