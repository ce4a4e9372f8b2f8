"""The corner that hands and eyes return to: number, timer, and the one next action."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.counter import rules
from ui.counter.advice import advice
from ui.counter.intents import KEY_OF, Intent
from ui.counter.state import CounterState, Phase
from ui.counter.wording import has_priority, minutes_since, priority_text
from ui.theme import STATUS_LOOKS, Status, Tone, Type
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.layouts import FlowLayout, column, row
from ui.widgets.text import ElidedText, Figure, Text
from ui.widgets.timer_label import Now, TimerLabel
from ui.words import Words

ICONS = {
    Intent.OPEN: "door",
    Intent.GO_ON: "play",
    Intent.CALL_NEXT: "megaphone",
    Intent.START: "play",
    Intent.NOTICE: "file-text",
    Intent.FILL_IN: "pencil-simple",
    Intent.FINISH: "check",
}
_BESIDE = (Intent.RELEASE, Intent.CHANGE_ITEM, Intent.ABANDON)
"""Actions on the live ticket that have no function key of their own."""


class HeadCard(Card):
    """``asked(intent)`` for the big button and the small ones below it."""

    asked = Signal(str)

    def __init__(self, words: Words, now: Now, parent: QWidget | None = None) -> None:
        super().__init__(parent, padded=True, gap=8)
        self._words = words
        self._label = ElidedText("", Type.DETAIL, "text2")
        self._number = Figure("", Type.NUMBER)
        self._caption = Text("", Type.CAPTION, "text2")
        self._figure = Figure("", Type.FIGURE)
        self._timer = TimerLabel(now, Type.FIGURE)
        self.button = ActionButton(kind=Kind.PRIMARY, size=Size.BIG)
        self._says = Text("", Type.DETAIL, "text2", wrap=True)
        self._item = Text("", Type.BODY, bold=True, wrap=True)
        self._situation = Text("", Type.DETAIL, "text2", wrap=True)
        self._priority = Chip()
        self._booked = Chip()
        self._beside = {intent: self._small(intent) for intent in _BESIDE}
        self._intent: Intent | None = None
        self._build()
        self.button.clicked.connect(self._press)

    def _build(self) -> None:
        right = column(gap=0)
        for widget in (self._caption, self._figure, self._timer):
            right.addWidget(widget, 0, Qt.AlignmentFlag.AlignRight)
        number = row(gap=8).put(self._number, None)
        number.addLayout(right)
        number.setAlignment(right, Qt.AlignmentFlag.AlignBottom)
        self._top = QWidget()
        row(self._top, gap=8).put(self._label)
        self.body.put(self._top)
        self.body.addLayout(number)
        self.body.put(self.button, self._says, self._item, self._situation)
        self._chips = QWidget()
        row(self._chips, gap=8).put(self._priority, self._booked, None)
        self._actions = QWidget()
        flow = FlowLayout(self._actions, gap=12)
        for button in self._beside.values():
            flow.addWidget(button)
        self.body.put(self._chips, self._actions)

    def _small(self, intent: Intent) -> ActionButton:
        button = ActionButton(self._words(f"counter.action.{intent}"), kind=Kind.QUIET, size=Size.INLINE)
        button.clicked.connect(lambda: self.asked.emit(intent))
        return button

    def beside(self, intent: Intent) -> ActionButton:
        """The small button for an action that has no function key."""
        return self._beside[intent]

    def show_state(self, state: CounterState) -> None:
        """Show the live ticket, or who is next."""
        self._show_number(state)
        self._show_time(state)
        self._show_action(state)
        self._show_next(state)
        able = rules.offered(state)
        for intent, button in self._beside.items():
            button.setEnabled(intent in able)
        self._beside[Intent.RELEASE].setVisible(state.phase is Phase.CALLED)
        self._actions.setVisible(state.ticket is not None)

    def _show_number(self, state: CounterState) -> None:
        subject = state.ticket or (state.next if state.phase is Phase.IDLE else None)
        if subject is not None:
            self._number.set_text(subject.number)
        elif state.phase is not Phase.SIGNED_OUT:
            self._number.set_text(self._words(f"counter.head.nobody_{state.phase}"), words_in=Type.FIGURE)
        self._number.set_tone("text1" if subject else "text2")
        label = self._label_of(state)
        self._label.setText(label)
        self._top.setVisible(bool(label))

    def _label_of(self, state: CounterState) -> str:
        match state.phase:
            case Phase.SERVING | Phase.CLOSED:
                return ""
            case Phase.CALLED:
                return self._words(
                    "counter.head.called_times", count=state.ticket.calls if state.ticket else 0
                )
            case Phase.PAUSED:
                return _pause_reason(state)
            case _:
                return self._words("counter.head.idle") if state.next else ""

    def _show_time(self, state: CounterState) -> None:
        since, caption = _since(state)
        self._timer.setVisible(since is not None)
        if since is not None:
            self._timer.start(since)
        else:
            self._timer.stop()
        waited = state.phase is Phase.IDLE and state.next is not None
        self._figure.setVisible(waited)
        if waited and state.next is not None:
            minutes = minutes_since(state, state.next.issued_at)
            self._figure.set_text(self._words("counter.time.minutes", count=minutes))
            caption = "counter.head.waited"
        self._caption.setText(self._words(caption) if caption else "")

    def _show_action(self, state: CounterState) -> None:
        intent = rules.primary(state)
        self._intent = intent
        if intent is None:
            return
        text = self._words(f"counter.next.{intent}")
        self.button.show_action(text, icon=ICONS[intent], key=KEY_OF.get(intent, ""))
        self.button.setEnabled(intent in rules.offered(state))
        nobody = state.phase is Phase.IDLE and state.next is None  # said in the place of the number
        self._says.setText("" if nobody else advice(state, self._words))
        self._says.setVisible(bool(self._says.text()))

    def _show_next(self, state: CounterState) -> None:
        ticket = state.next if state.phase is Phase.IDLE else None
        for widget in (self._item, self._situation, self._chips):
            widget.setVisible(ticket is not None)
        if ticket is None:
            return
        self._item.setText(ticket.errand.item_name)
        situation = ticket.errand.situation
        self._situation.setVisible(bool(situation))
        self._situation.setText(self._words("counter.errand.situation", situation=situation or ""))
        special = has_priority(ticket)
        tone, icon = (Tone.ACCENT, "star-fill") if special else (Tone.NEUTRAL, "")
        self._priority.show_chip(priority_text(self._words, ticket), tone, icon)
        missed = ticket.misses > 0
        self._booked.setVisible(missed)
        if missed:
            look = STATUS_LOOKS[Status.NO_SHOW]
            self._booked.show_chip(
                self._words("counter.queue.missed", count=ticket.misses), look.tone, look.icon
            )

    def _press(self) -> None:
        if self._intent is not None:
            self.asked.emit(self._intent)


def _pause_reason(state: CounterState) -> str:
    return (state.desk.counter.pause_reason or "") if state.desk else ""


def _since(state: CounterState) -> tuple[datetime | None, str]:
    """The instant the timer counts from, and what it is called."""
    ticket = state.ticket
    if ticket is not None and state.phase is Phase.CALLED:
        return ticket.called_at, "counter.head.since_call"
    if ticket is not None:
        return ticket.errand.started_at or ticket.since, "counter.head.service_time"
    if state.phase is Phase.PAUSED and state.desk:
        return state.desk.counter.since, "counter.head.paused_for"
    return None, ""
