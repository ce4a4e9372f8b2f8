"""The tickets just issued: print again, or cancel."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.guide_desk.state import GuideDeskState
from ui.guide_desk.ticket_row import ListedTicket, TicketLine, listed
from ui.widgets.card import Card, SectionHead
from ui.widgets.row_stack import RowStack
from ui.widgets.text import Text
from ui.words import Words


class RecentCard(Card):
    """``reprinted(number)``, ``cancelled(number)``."""

    reprinted = Signal(str)
    cancelled = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.head = SectionHead(words("guide_desk.recent.title"), trailing="-")
        self.rows: RowStack[ListedTicket] = RowStack(self._row, lambda listed: listed.ticket.number)
        self.body.put(self.head)
        self.body.addWidget(self.rows, 1)

    def _row(self, listed: ListedTicket) -> TicketLine:
        made = TicketLine(self._words)
        made.reprinted.connect(self.reprinted)
        made.cancelled.connect(self.cancelled)
        return made

    def show_state(self, state: GuideDeskState) -> None:
        """Show the latest tickets."""
        desk = state.desk
        count = desk.issued_today if desk else 0
        assert isinstance(self.head.trailing, Text)
        self.head.trailing.setText(self._words("guide_desk.recent.today", count=count))
        self.rows.show_rows([listed(ticket, state) for ticket in (desk.recent if desk else ())])
