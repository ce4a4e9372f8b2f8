"""Cards of the side column with which one does something: held tickets, and the finish just made."""

from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.ports.rows import TicketRow
from ui.counter import rules
from ui.counter.intents import UNDO_KEY, Intent
from ui.counter.state import CounterState
from ui.counter.wording import clock, minutes_since
from ui.theme import STATUS_LOOKS, Status, Type
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.card import Card, Panel, SectionHead
from ui.widgets.icon import Icon
from ui.widgets.layouts import column, row
from ui.widgets.row_stack import ListRow, RowStack
from ui.widgets.text import ElidedText, Text
from ui.words import Words

LONG_HOLD = timedelta(minutes=15)
"""From here on a held ticket is shown as held too long, so that nobody is forgotten."""


class HeldCard(Card):
    """``asked(intent, number)`` to take a held ticket up, send it back into line, or end it."""

    asked = Signal(str, str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._state: CounterState | None = None
        self._head = SectionHead(words("counter.held.title"))
        self._rows: RowStack[TicketRow] = RowStack(self._make, lambda ticket: ticket.id)
        self.body.put(self._head, self._rows)

    def show_state(self, state: CounterState) -> None:
        """Show the held tickets; without any there is no card."""
        self._state = state
        held = state.desk.held if state.desk else ()
        self.setVisible(bool(held))
        self._head.count.setText(str(len(held)))
        self._rows.show_rows(held)

    def _make(self, _: TicketRow) -> "_HeldEntry":
        entry = _HeldEntry(self._words, self)
        entry.asked.connect(self.asked)
        return entry

    def held_for(self, ticket: TicketRow) -> timedelta:
        """How long the ticket has been held."""
        minutes = minutes_since(self._state, ticket.since) if self._state and ticket.since else 0
        return timedelta(minutes=minutes)

    def able(self) -> frozenset[Intent]:
        """What may be done now."""
        return rules.offered(self._state) if self._state else frozenset()


class _HeldEntry(ListRow[TicketRow]):
    """One held ticket: number, why, how long; the button takes it up, its menu holds the rest."""

    asked = Signal(str, str)

    def __init__(self, words: Words, card: HeldCard) -> None:
        super().__init__(52)
        self._words, self._card = words, card
        self._ticket = ""
        self._number, self._note = Text("", Type.BODY, bold=True), ElidedText("", Type.DETAIL, "text2")
        self._time = Text("", Type.CAPTION, "text2")
        self._resume = ActionButton(words("counter.held.resume"), size=Size.INLINE)
        self._more = ActionButton(icon="dots-three-vertical", kind=Kind.TEXT, size=Size.INLINE)
        self._more.setAccessibleName(words("counter.held.more"))
        self._more.setToolTip(words("counter.held.more"))
        facts = column(gap=0)
        facts.addLayout(row(gap=10).put(self._number, self._note))
        facts.put(self._time)
        look = STATUS_LOOKS[Status.HELD]
        line = row(self, margins=(16, 4, 10, 4), gap=10).put(Icon(look.icon, look.tone.value, 16))
        line.addLayout(facts, 1)
        line.put(self._resume, self._more)
        self._resume.clicked.connect(lambda: self.asked.emit(Intent.RESUME, self._ticket))
        self._more.clicked.connect(self._open_menu)

    def show_row(self, row: TicketRow) -> None:
        self._ticket = row.number
        self._number.setText(row.number)
        self._note.setText(row.note or "")
        held = self._card.held_for(row)
        long = held >= LONG_HOLD
        code = "counter.held.long" if long else "counter.held.since"
        word = self._words(STATUS_LOOKS[Status.TOO_LONG].code)
        self._time.setText(self._words(code, count=int(held.total_seconds() // 60), word=word))
        self._time.set_tone("warn" if long else "text2")
        self._resume.setEnabled(Intent.RESUME in self._card.able())
        self._more.setEnabled(Intent.REQUEUE in self._card.able())

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for intent in (Intent.REQUEUE, Intent.ABANDON_HELD):
            action = menu.addAction(self._words(f"counter.action.{intent}"))
            action.triggered.connect(lambda _=False, intent=intent: self.asked.emit(intent, self._ticket))
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))


class JustDoneCard(Card):
    """The last finish, while it can be taken back."""

    asked = Signal(str, str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._ticket = ""
        self._within = Text("", Type.CAPTION, "text2")
        self._head = SectionHead(words("counter.done.title"), trailing=self._within)
        self._number, self._outcome = Text("", Type.BODY, bold=True), ElidedText("", Type.DETAIL, "text2")
        self._time = Text("", Type.CAPTION, "text2")
        self._undo = ActionButton(
            words("counter.done.undo"), icon="arrow-u-up-left", key=UNDO_KEY, size=Size.INLINE
        )
        look = STATUS_LOOKS[Status.FINISHED]
        facts = column(gap=2)
        facts.addLayout(row(gap=10).put(self._number, self._outcome))
        facts.put(self._time, 4)
        facts.addLayout(row().put(self._undo, None))
        panel = Panel(margins=(16, 10, 16, 12))
        line = row(gap=10)
        line.addWidget(Icon(look.icon, look.tone.value, 16), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(facts, 1)
        panel.body.addLayout(line)
        self.body.put(self._head, panel)
        self._undo.clicked.connect(lambda: self.asked.emit(Intent.UNDO_FINISH, self._ticket))

    def show_state(self, state: CounterState) -> None:
        """Show the finish that can still be taken back."""
        done = state.desk.undoable if state.desk else None
        self.setVisible(done is not None)
        if done is None:
            return
        self._ticket = done.number
        errand = done.errands[-1]
        self._number.setText(done.number)
        self._outcome.setText(self._words(f"outcome.{errand.outcome}") if errand.outcome else "")
        ended = errand.finished_at or done.since
        self._time.setText(self._words("counter.done.at", time=clock(state, ended)) if ended else "")
        minutes = int(state.policy.undo_within.total_seconds() // 60)
        self._within.setText(self._words("counter.done.within", count=minutes))
        self._undo.setEnabled(Intent.UNDO_FINISH in rules.offered(state))
