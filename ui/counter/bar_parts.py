"""Parts of the compact bar: the coloured state, two short lines, and small actions with their keys."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.counter.advice import advice
from ui.counter.intents import KEY_OF, Intent
from ui.counter.state import CounterState, Phase
from ui.counter.wording import STATUS_OF, minutes_since, short_errand
from ui.theme import STATUS_LOOKS, Status, Type, look_of, paint_icon
from ui.widgets.focus_ring import wants_focus_ring
from ui.widgets.layouts import column, row
from ui.widgets.paint import line_text, text_width
from ui.widgets.text import ElidedText, Text
from ui.widgets.timer_label import Now, TimerLabel
from ui.words import Words


class BarStatus(QWidget):
    """The only coloured part: state by colour, shape and word, and which counter this is."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._status, self._counter = Status.CLOSED, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def show_state(self, state: CounterState) -> None:
        """Show what the counter does."""
        status = STATUS_OF.get(state.phase, Status.CLOSED)
        self._status = status if state.in_touch else Status.OUT_OF_TOUCH
        self._counter = self._words("counter.header.number", number=state.number)
        self.setAccessibleName(self._words(STATUS_LOOKS[self._status].code))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = look_of(self)
        word = text_width(look.font(Type.BODY, bold=True), self._words(STATUS_LOOKS[self._status].code))
        counter = text_width(look.font(Type.CAPTION), self._counter)
        return QSize(max(look.px(28) + word, counter) + look.px(24), look.px(46))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = look_of(self), QPainter(self)
        known = STATUS_LOOKS[self._status]
        text, tint, _ = look.tone(known.tone)
        if known.tone.value not in ("neutral", "disabled"):
            painter.fillRect(self.rect(), tint)
        painter.fillRect(0, 0, look.px(4), self.height(), text)
        left, middle = look.px(12), self.height() // 2 + look.px(2)
        side = look.px(16)
        paint_icon(painter, QRect(left, middle - look.px(20), side, side), known.icon, text)
        word = QRect(left + side + look.px(6), middle - look.px(23), self.width(), look.px(22))
        line_text(painter, word, look.font(Type.BODY, bold=True), text, self._words(known.code))
        counter = QRect(left, middle, self.width() - left, look.px(18))
        line_text(painter, counter, look.font(Type.CAPTION), look.colour("text2"), self._counter)


class BarFacts(QWidget):
    """Two short lines: the time that matters, and what it is about."""

    def __init__(self, words: Words, now: Now) -> None:
        super().__init__()
        self._words = words
        self._label = Text("", Type.CAPTION, "text2")
        self._timer = TimerLabel(now, Type.EMPHASIS, "text1")
        self._about = ElidedText("", Type.CAPTION, "text2")
        box = column(self, margins=(0, 3, 0, 4), gap=0)
        box.addLayout(row(gap=4).put(self._label, self._timer, None))
        box.put(self._about)

    def show_state(self, state: CounterState) -> None:
        """Show what the phase is about."""
        ticket = state.ticket
        if ticket is None:
            self._timer.stop()
            self._timer.hide()
            self._show_waiting(state)
            return
        called = state.phase is Phase.CALLED
        since = ticket.called_at if called else ticket.errand.started_at or ticket.since
        if since is not None:
            self._timer.start(since)
        self._timer.setVisible(since is not None)
        self._label.setText(self._words("counter.bar.since_call" if called else "counter.bar.service_time"))
        calls = self._words("counter.head.called_times", count=ticket.calls)
        self._about.setText(calls if called else short_errand(ticket.errand))

    def _show_waiting(self, state: CounterState) -> None:
        nxt = state.next if state.phase is Phase.IDLE else None
        if nxt is None:
            reason = state.desk.counter.pause_reason if state.desk else None
            self._label.setText(reason or advice(state, self._words))
        else:
            self._label.setText(
                self._words("counter.bar.next_waited", count=minutes_since(state, nxt.issued_at))
            )
        waiting = len(state.desk.queue) if state.desk else 0
        self._about.setText(self._words("counter.bar.waiting", count=waiting))


class BarAction(QAbstractButton):
    """A small action in two lines: its word, and its key or what it needs."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.intent: Intent | None = None
        self._below = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        wants_focus_ring(self)
        self.clicked.connect(self._press)

    def show_intent(self, intent: Intent | None, words: Words, *, enabled: bool) -> None:
        """Offer this; None hides the button."""
        self.intent = intent
        self.setVisible(intent is not None)
        self.setEnabled(enabled)
        if intent is not None:
            self.setText(words(f"counter.key.{intent}"))
            self._below = KEY_OF.get(intent) or words("counter.bar.with_reason")
            self.setAccessibleName(self.text())
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        look = look_of(self)
        word = text_width(look.font(Type.DETAIL), self.text())
        below = text_width(look.font(Type.CAPTION), self._below)
        return QSize(max(word, below) + look.px(6), look.px(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = look_of(self), QPainter(self)
        tone = "text1" if self.isEnabled() else "disabled"
        quiet = "text2" if self.isEnabled() else "disabled"
        middle, centre = self.height() // 2 + look.px(2), Qt.AlignmentFlag.AlignCenter
        word = QRect(0, middle - look.px(20), self.width(), look.px(20))
        line_text(painter, word, look.font(Type.DETAIL), look.colour(tone), self.text(), centre)
        key = QRect(0, middle, self.width(), look.px(16))
        line_text(painter, key, look.font(Type.CAPTION), look.colour(quiet), self._below, centre)

    def _press(self) -> None:
        if self.intent is not None:
            self.asked.emit(self.intent)
