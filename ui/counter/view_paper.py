"""The record of a scanned paper above the room, and what its cases still wait for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ports.rows import CasePage
from ui.counter.state import CounterState, ScannedPaper
from ui.record_panel import RecordPanel
from ui.theme import Type
from ui.widgets.layouts import column
from ui.widgets.text import Text
from ui.words import Words


class PaperPanel(RecordPanel):
    """``put_away`` when a person has seen it."""

    put_away = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._words = words
        self.ticket = Text("", Type.BODY, bold=True, wrap=True)
        self.cases = Text("", Type.BODY, "text1", wrap=True)
        self._below = QWidget()
        column(self._below, margins=(16, 8, 16, 10), gap=4).put(self.ticket, self.cases)
        self.inside.put(self._below)
        self.close_button.clicked.connect(self.put_away)

    def show_state(self, state: CounterState) -> None:
        """Show the paper that was scanned last; without one there is nothing."""
        paper = state.scanned
        if paper is None:
            self.hide()
            return
        self.show_paper(paper.verified, state.zone)
        self.ticket.setText(self._ticket(paper))
        self.ticket.setVisible(paper.ticket is not None)
        self.cases.setText("\n".join(self._cases(paper)))
        self._below.setVisible(bool(self.cases.text()))

    def _ticket(self, paper: ScannedPaper) -> str:
        ticket = paper.ticket
        if ticket is None:
            return ""
        return self._words(
            "counter.paper.ticket",
            number=ticket.number,
            day=ticket.day,
            state=ticket.state,
            items=tuple(errand.item_name for errand in ticket.errands),
        )

    def _cases(self, paper: ScannedPaper) -> list[str]:
        if not paper.cases:
            has_one = paper.verified is None or paper.verified.exception is None
            return [self._words("counter.paper.no_case")] if has_one else []
        return [line for page in paper.cases for line in self._case(page)]

    def _case(self, page: CasePage) -> list[str]:
        said = [self._words("counter.paper.case", number=page.row.number, state=page.row.state)]
        if page.outstanding:
            names = tuple(missing.name for missing in page.outstanding)
            said.append(self._words("counter.paper.outstanding", count=len(names), names=names))
        return said
