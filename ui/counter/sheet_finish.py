"""Sheets that end something: an errand with its outcome, or a ticket whose person has left."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.counter import rules
from ui.counter.intents import Intent
from ui.counter.sheet import NumberedList, SheetCard, hint
from ui.counter.state import CounterState
from ui.theme import Type
from ui.widgets.button_look import Kind
from ui.widgets.text import Text
from ui.words import Words


class FinishSheet(SheetCard):
    """``chosen(outcome)``; only outcomes that fit what was done are offered, the likely one is chosen."""

    chosen = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(
            words, words("counter.sheet.finish.title"), words("counter.sheet.finish.action"), parent=parent
        )
        self._list = NumberedList()
        self._list.setAccessibleName(words("counter.sheet.finish.title"))
        self._hint, self._next = hint(""), hint("")
        self.inside.put(self._hint)
        self.inside.addWidget(self._list, 1)
        self.inside.put(self._next)
        self._list.selected.connect(lambda _: self.action.setEnabled(True))

    def begin(self, state: CounterState) -> None:
        self.set_title(self.words("counter.sheet.finish.title"), state.ticket.number if state.ticket else "")
        usual = rules.usual_outcome(state)
        fitting = [outcome for outcome, fits in rules.outcomes(state).items() if fits]
        if usual is not None:
            fitting.sort(key=lambda outcome: outcome is not usual)
        self._list.clearSelection()
        self._list.show_choices([(o.value, self.words(f"outcome.{o}")) for o in fitting], usual)
        self._hint.setText(
            self.words("counter.sheet.finish.notice_first" if usual is None else "counter.sheet.finish.hint")
        )
        self._next.setText(self._following(state))
        self._next.setVisible(bool(self._next.text()))

    def is_complete(self) -> bool:
        return bool(self._list.chosen())

    def focus_start(self) -> None:
        self._list.setFocus()

    def confirm(self) -> None:
        if self._list.chosen():
            self.chosen.emit(self._list.chosen())

    def _following(self, state: CounterState) -> str:
        still_open = [e for e in state.ticket.errands if e.outcome is None] if state.ticket else []
        if len(still_open) < 2:
            return ""
        return self.words("counter.sheet.finish.then", item=still_open[1].item_name, line=still_open[1].line)


class AbandonSheet(SheetCard):
    """``confirmed`` that the person has left."""

    confirmed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        action = words("counter.sheet.abandon.action")
        super().__init__(words, words("counter.sheet.abandon.title"), action, kind=Kind.DANGER, parent=parent)
        self._text = Text("", Type.BODY, "text1", wrap=True)
        self.inside.put(self._text, None)

    def begin(self, state: CounterState) -> None:
        held = state.sheet.ticket if state.sheet and state.sheet.intent is Intent.ABANDON_HELD else None
        number = held or (state.ticket.number if state.ticket else "")
        self.set_title(self.words("counter.sheet.abandon.title"), number)
        self._text.setText(self.words("counter.sheet.abandon.text", number=number))

    def confirm(self) -> None:
        self.confirmed.emit()
