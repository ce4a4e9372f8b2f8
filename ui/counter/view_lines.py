"""Cards of the side column that only tell: lines, neighbours, who comes next."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QEnterEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.domain.counter import CounterState as CounterStands
from app.domain.ticket_table import TicketState
from app.ports.rows import CounterRow, LineRow, TicketRow
from ui.counter.state import CounterState
from ui.counter.view_why_card import WhyCard
from ui.counter.wording import has_priority, minutes_since, priority_text, short_errand
from ui.theme import Status, Tone, Type, look_of
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.card import Card, SectionHead
from ui.widgets.chip import Chip, LineBadge, StatusChip
from ui.widgets.layouts import column, row
from ui.widgets.row_stack import ListRow, RowStack
from ui.widgets.text import ElidedText, Text
from ui.widgets.timer_label import clock_text
from ui.words import Words

_NEXT = 3
_WHAT_LEAST = 56


class LinesCard(Card):
    """The lines that this counter serves."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._longest = Text("", Type.CAPTION, "text2")
        self._rows: RowStack[LineRow] = RowStack(lambda _: _LineEntry(words), lambda line: line.prefix)
        self.body.put(SectionHead(words("counter.lines.title"), trailing=self._longest), self._rows)

    def show_state(self, state: CounterState) -> None:
        """Show people waiting and how long it will take."""
        lines = state.lines
        longest = max((line.longest_minutes or 0 for line in lines), default=0)
        self._longest.setText(self._words("counter.lines.longest", count=longest) if longest else "")
        self._rows.show_rows(lines)


class _LineEntry(ListRow[LineRow]):
    def __init__(self, words: Words) -> None:
        super().__init__(38)
        self._words = words
        self._badge = LineBadge("")
        self._name = ElidedText("", Type.BODY)
        self._count, self._wait = Text("", Type.BODY, bold=True), Text("", Type.DETAIL, "text2")
        line = row(self, margins=(16, 0, 16, 0), gap=8).put(self._badge)
        line.addWidget(self._name, 1)
        line.put(self._count, self._wait)

    def show_row(self, row: LineRow) -> None:
        self._badge.show_line(row.prefix, own=row.waiting > 0)
        self._name.setText(row.name)
        self._count.setText(self._words("counter.lines.people", count=row.waiting))
        low, high = row.wait_minutes or (0, 0)
        self._wait.setText(self._words("counter.lines.wait", low=low, high=high) if row.wait_minutes else "")


class MatesCard(Card):
    """The other counters of the same lines."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._state: CounterState | None = None
        self._rows: RowStack[CounterRow] = RowStack(self._make, lambda counter: counter.number)
        self.body.put(SectionHead(words("counter.mates.title")), self._rows)

    def has_rows(self) -> bool:
        """Whether there is any other counter."""
        return bool(self._rows.row_widgets())

    def show_state(self, state: CounterState) -> None:
        """Show what each of them does now."""
        self._state = state
        self._rows.show_rows(state.desk.mates if state.desk else ())

    def _make(self, _: CounterRow) -> "_MateEntry":
        return _MateEntry(self._words, self._aside)

    def _aside(self, counter: CounterRow) -> str:
        state = self._state
        if state is None or state.desk is None or state.number == counter.number:
            return self._words("counter.mates.here")
        if counter.ticket_since is not None:
            return clock_text(state.desk.now - counter.ticket_since)
        return counter.pause_reason or ""


class _MateEntry(ListRow[CounterRow]):
    def __init__(self, words: Words, aside: object) -> None:
        super().__init__(40)
        assert callable(aside)
        self._words, self._of = words, aside
        self._number = Text("", Type.BODY, bold=True)
        self._status = StatusChip(Status.IDLE, words)
        self._ticket, self._aside = Text("", Type.BODY), ElidedText("", Type.DETAIL, "text2")
        self._aside.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line = row(self, margins=(16, 0, 16, 0), gap=10).put(self._number, self._status, self._ticket)
        line.addWidget(self._aside, 1)

    def show_row(self, row: CounterRow) -> None:
        self._number.setText(self._words("counter.mates.number", number=row.number))
        self._status.show_status(status_of(row))
        self._ticket.setText(row.ticket or "")
        self._aside.setText(str(self._of(row)))


def status_of(counter: CounterRow) -> Status:
    """A counter's state in the words of the whole product."""
    if counter.ticket_state is TicketState.SERVING:
        return Status.SERVING
    if counter.ticket_state is TicketState.CALLED:
        return Status.CALLED
    stands = {CounterStands.OPEN: Status.IDLE, CounterStands.PAUSED: Status.PAUSED}
    return stands.get(counter.state, Status.CLOSED)


class NextCard(Card):
    """The next three; why it is them is one hover (or one press) away."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._why = _WhyLink(words)
        self._words = words
        self._state: CounterState | None = None
        self._rows: RowStack[TicketRow] = RowStack(self._make, lambda ticket: ticket.id)
        self._empty = Text(words("counter.queue.empty"), Type.DETAIL, "text2")
        self._empty.setContentsMargins(16, 8, 16, 12)
        self.body.put(SectionHead(words("counter.next.title"), trailing=self._why), self._rows, self._empty)

    def show_state(self, state: CounterState) -> None:
        """Show who comes after the one at the counter."""
        self._state = state
        queue = state.desk.queue[:_NEXT] if state.desk else ()
        self._rows.show_rows(queue)
        self._rows.setVisible(bool(queue))
        self._empty.setVisible(not queue)
        self._why.setVisible(bool(queue))
        self._why.card.show_state(state)

    def _make(self, _: TicketRow) -> "_NextEntry":
        return _NextEntry(self._words, self._wait)

    def _wait(self, ticket: TicketRow) -> str:
        minutes = minutes_since(self._state, ticket.issued_at) if self._state else 0
        return self._words("counter.time.minutes", count=minutes)


class _NextEntry(ListRow[TicketRow]):
    def __init__(self, words: Words, wait: object) -> None:
        super().__init__(40)
        assert callable(wait)
        self._words, self._of = words, wait
        self._class = ""
        self._number = Text("", Type.BODY, bold=True)
        self._what = ElidedText("", Type.DETAIL, "text2")
        self._priority = Chip(tone=Tone.ACCENT, icon="star-fill")
        self._wait = Text("", Type.DETAIL, "text2")
        line = row(self, margins=(16, 0, 16, 0), gap=8).put(self._number)
        line.addWidget(self._what, 1)
        line.put(self._priority, self._wait)

    def show_row(self, row: TicketRow) -> None:
        self._number.setText(row.number)
        self._what.setText(short_errand(row.errand))
        self._class = priority_text(self._words, row)
        self._priority.setVisible(has_priority(row))
        self._priority.setToolTip(self._class)
        self._wait.setText(str(self._of(row)))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """A long word for the class leaves room to what is wanted: its star stays."""
        look = look_of(self)
        taken = self._number.sizeHint().width() + self._wait.sizeHint().width() + look.px(2 * 16 + 3 * 8)
        self._priority.show_chip(self._class, Tone.ACCENT, "star-fill")
        if self.width() - taken - self._priority.sizeHint().width() < look.px(_WHAT_LEAST):
            self._priority.show_chip("", Tone.ACCENT, "star-fill")
            self._priority.setAccessibleName(self._class)


class _WhyLink(ActionButton):
    """Shows the drawing beside itself while the mouse is over it, or after a press until the next one."""

    def __init__(self, words: Words) -> None:
        super().__init__(words("counter.why.link"), icon="question", kind=Kind.QUIET, size=Size.INLINE)
        # It may have to lie over its own button: the mouse goes through it, and stays on that.
        self._popup = QFrame(self, Qt.WindowType.ToolTip | Qt.WindowType.WindowTransparentForInput)
        self.card = WhyCard(words)
        column(self._popup).put(self.card)
        self.clicked.connect(self._toggle)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._open()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._popup.hide()

    def _toggle(self) -> None:
        if self._popup.isVisible():
            self._popup.hide()
        else:
            self._open()

    def _open(self) -> None:
        room = self.screen().availableGeometry()
        self._popup.setFixedWidth(min(look_of(self).px(640), room.width()))
        self._popup.adjustSize()
        corner = self.mapToGlobal(QPoint(self.width() - self._popup.width(), self.height() + 4))
        lowest = room.bottomRight() - self._popup.rect().bottomRight()
        self._popup.move(
            max(room.left(), min(corner.x(), lowest.x())), max(room.top(), min(corner.y(), lowest.y()))
        )
        self._popup.show()
