"""Sheets that ask for a reason: the usual ones by digit, and words of one's own."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.counter.intents import Intent
from ui.counter.sheet import NumberedList, SheetCard, hint
from ui.counter.state import CounterState
from ui.widgets.inputs import Field
from ui.words import Words

HOLD_REASONS = ("copy", "photo", "paper", "payment", "waiting_reply")
PAUSE_REASONS = ("fetch", "meeting", "meal", "system", "handover")
ORDER_REASONS = ("urgent", "returning", "baby", "supervisor")
TRANSFER_REASONS = ("wrong_line", "specialist", "counter_down", "next_step")


_MORE = "more"


class ReasonParts(QWidget):
    """The usual reasons and a line for more; ``text()`` joins them. ``typed(field, text)`` with every letter."""

    typed = Signal(str, str)

    def __init__(self, words: Words, reasons: Sequence[str], *, label: str = "counter.reason.more") -> None:
        super().__init__()
        self._words, self._reasons = words, tuple(reasons)
        self.list = NumberedList()
        self.list.setAccessibleName(words("shell.dialog.reason"))
        self.list.setProperty("boxed", True)
        self.edit = QLineEdit()
        self.field = Field(words(label), self.edit)
        self.edit.textEdited.connect(lambda text: self.typed.emit(_MORE, text))

    def begin(self, typed: Mapping[str, str]) -> None:
        """The first of the usual reasons is chosen, and what was typed before stands in the line."""
        self.list.show_choices([(key, self._words(f"counter.reason.{key}")) for key in self._reasons])
        self.list.select(self._reasons[0])
        self.edit.setText(typed.get(_MORE, ""))

    def text(self) -> str:
        """The reason in words."""
        chosen, more = self.list.chosen(), self.edit.text().strip()
        usual = self._words(f"counter.reason.{chosen}") if chosen else ""
        if usual and more:
            return self._words("counter.reason.both", usual=usual, more=more)
        return usual or more


class ReasonSheet(SheetCard):
    """``given(reason)`` for a hold, a pause or a call out of order."""

    given = Signal(str)

    def __init__(
        self, words: Words, intent: Intent, reasons: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(words, "", words(f"counter.sheet.{intent}.action"), parent=parent)
        self._intent = intent
        self._parts = ReasonParts(words, reasons)
        self._parts.typed.connect(self.typed)
        self.inside.put(hint(words(f"counter.sheet.{intent}.hint")))
        self.inside.addWidget(self._parts.list, 1)
        self.inside.put(self._parts.field)

    def begin(self, state: CounterState) -> None:
        about = state.sheet.ticket if state.sheet and state.sheet.ticket else ""
        number = about or (state.ticket.number if state.ticket else "")
        self.set_title(self.words(f"counter.sheet.{self._intent}.title"), number)
        self._parts.begin(state.typed)

    def focus_start(self) -> None:
        self._parts.list.setFocus()

    def confirm(self) -> None:
        self.given.emit(self._parts.text())
