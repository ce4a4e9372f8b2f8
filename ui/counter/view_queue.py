"""Everybody who waits for this counter, in the order of calling."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.ports.rows import TicketRow
from ui.counter.state import CounterState
from ui.counter.wording import clock, errand_text, has_priority, minutes_since, priority_text, telling_errand
from ui.models import Cell, Column, RowsModel
from ui.theme import STATUS_LOOKS, Status
from ui.widgets.card import Card, SectionHead
from ui.widgets.empty_state import EmptyState
from ui.widgets.table import FIT, STRETCH, RowsTable
from ui.words import Words

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WIDTHS = (48, 72, STRETCH, FIT, FIT, FIT)


class QueueCard(Card):
    """``chosen(number)`` when a ticket is picked out of the line by Enter or double click."""

    chosen = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._state: CounterState | None = None
        self._head = SectionHead(words("counter.queue.title"), trailing=words("counter.queue.out_of_order"))
        self._model: RowsModel[TicketRow] = RowsModel(
            self._columns(), key=lambda ticket: ticket.id, parent=self
        )
        self.table = RowsTable(self._model, _WIDTHS, row_height=37)
        self.table.setAccessibleName(words("counter.queue.title"))
        self._empty = EmptyState("users", words("counter.queue.empty"), words("counter.queue.empty_detail"))
        self.body.put(self._head)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._empty, 1)
        self.table.row_chosen.connect(lambda ticket: self.chosen.emit(ticket.number))

    def show_state(self, state: CounterState) -> None:
        """Show the line; while one moves in it the selection stays with its ticket, else it is on the next."""
        self._state = state
        queue = state.desk.queue if state.desk else ()
        self._head.count.setText(self._count(state))
        self._model.set_rows(queue)
        self.table.setVisible(bool(queue))
        self._empty.setVisible(not queue)
        if queue and not self.table.hasFocus():
            self.table.select(queue[0].id)
        self.table.viewport().update()  # waits grow although no row has changed

    def _count(self, state: CounterState) -> str:
        parts = [
            self._words("counter.queue.line", prefix=line.prefix, name=line.name, count=line.waiting)
            for line in state.lines
        ]
        total = len(state.desk.queue) if state.desk else 0
        return self._words(
            "counter.queue.count", count=total, lines=self._words("counter.list.comma").join(parts)
        )

    def _columns(self) -> tuple[Column[TicketRow], ...]:
        words = self._words
        return (
            Column("", self._order),
            Column(words("counter.queue.number"), lambda t: Cell(t.number, bold=True, tone=self._tone(t))),
            Column(words("counter.queue.item"), self._item),
            Column(words("counter.queue.place"), lambda t: Cell(self._clock(t), bold=self._is_next(t))),
            Column(words("counter.queue.priority"), self._priority),
            Column(words("counter.queue.waited"), self._waited, _RIGHT),
        )

    def _item(self, ticket: TicketRow) -> Cell:
        return Cell(telling_errand(self._words, ticket.errand), tip=errand_text(self._words, ticket.errand))

    def _is_next(self, ticket: TicketRow) -> bool:
        return self._state is not None and self._state.next is not None and self._state.next.id == ticket.id

    def _tone(self, ticket: TicketRow) -> str:
        return "accent" if self._is_next(ticket) else "text1"

    def _order(self, ticket: TicketRow) -> Cell:
        if self._is_next(ticket):
            return Cell("", tone="accent", icon="caret-right-fill")
        queue = self._state.desk.queue if self._state and self._state.desk else ()
        at = next((i for i, t in enumerate(queue, 1) if t.id == ticket.id), 0)
        return Cell(str(at), tone="text2")

    def _clock(self, ticket: TicketRow) -> str:
        return clock(self._state, ticket.line_at) if self._state else ""

    def _priority(self, ticket: TicketRow) -> Cell:
        words = self._words
        if ticket.pinned_counter is not None or ticket.pinned_clerk is not None:
            return Cell(words("counter.queue.pinned"), tone="accent", icon="push-pin-fill")
        if ticket.misses:
            icon = STATUS_LOOKS[Status.NO_SHOW].icon
            return Cell(words("counter.queue.missed", count=ticket.misses), tone="text2", icon=icon)
        if has_priority(ticket):
            return Cell(priority_text(words, ticket), tone="accent", icon="star-fill")
        return Cell(priority_text(words, ticket), tone="text2")

    def _waited(self, ticket: TicketRow) -> Cell:
        if self._state is None:
            return Cell("")
        minutes = minutes_since(self._state, ticket.issued_at)
        text = self._words("counter.time.minutes", count=minutes)
        if minutes >= self._state.policy.long_wait.total_seconds() / 60:
            look = STATUS_LOOKS[Status.TOO_LONG]
            word = self._words(look.code)
            return Cell(self._words("counter.time.too_long", word=word, time=text), tone=look.tone.value)
        return Cell(text)
