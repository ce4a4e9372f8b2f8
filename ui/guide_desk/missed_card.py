"""Missed tickets of today (过号), each with its way back into line."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.message import Message
from app.ports.rows import TicketRow
from ui.guide_desk.state import GuideDeskState
from ui.theme import Type
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.card import Card, SectionHead
from ui.widgets.layouts import column, row
from ui.widgets.row_stack import ListRow, RowStack
from ui.widgets.text import ElidedText, Text
from ui.words import Words


@dataclass(frozen=True, slots=True)
class Missed:
    """One missed ticket, since when in the hall's time, and what went wrong with it at this desk."""

    ticket: TicketRow
    since: datetime
    problem: Message | None


class MissedCard(Card):
    """``revived(number)``."""

    revived = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.head = SectionHead(words("guide_desk.missed.title"))
        self.rows: RowStack[Missed] = RowStack(self._row, lambda missed: missed.ticket.number)
        self.body.put(self.head)
        self.body.addWidget(self.rows, 1)

    def _row(self, missed: Missed) -> "MissedRow":
        made = MissedRow(self._words)
        made.revived.connect(self.revived)
        return made

    def wanted_height(self) -> int:
        """What all missed tickets need, in px."""
        return self.head.sizeHint().height() + self.rows.content_height() + 4

    def show_state(self, state: GuideDeskState) -> None:
        """Show who was missed."""
        tickets = state.desk.no_shows if state.desk else ()
        self.head.count.setText(str(len(tickets)) if tickets else self._words("guide_desk.missed.none"))
        self.rows.show_rows(
            [
                Missed(
                    ticket, state.local(ticket.since or ticket.issued_at), state.problems.get(ticket.number)
                )
                for ticket in tickets
            ]
        )


class MissedRow(ListRow[Missed]):
    """Number, since when, and the way back."""

    revived = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__(38)
        self._words = words
        self._number = ""
        self._title = Text("", bold=True)
        self._detail = ElidedText("", Type.CAPTION, "text2")
        self._problem = ElidedText("", Type.CAPTION, "danger")
        self.button = ActionButton(
            words("guide_desk.missed.revive"), icon="arrow-u-up-left", kind=Kind.QUIET, size=Size.INLINE
        )
        line = row(gap=8).put(self._title, self._detail, self.button)
        column(self, margins=(16, 3, 16, 3), gap=2).put(line, self._problem)
        self.button.clicked.connect(lambda: self.revived.emit(self._number))

    def show_row(self, row: Missed) -> None:
        ticket, words = row.ticket, self._words
        self._number = ticket.number
        self._title.setText(ticket.number)
        self._detail.setText(words("guide_desk.missed.detail", count=ticket.misses, at=row.since.time()))
        self._problem.setText(words(row.problem) if row.problem else "")
        self._problem.setVisible(row.problem is not None)
        self.button.setAccessibleName(words("guide_desk.missed.revive_number", number=ticket.number))
