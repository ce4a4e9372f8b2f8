"""A list of materials to tick off, by keyboard alone where one likes: arrows move, Space and digits tick."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.layouts import column
from ui.widgets.tick_row import TickRow
from ui.words import Words

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class TickList(QWidget):
    """``ticked(number, on)``; a digit ticks the row at that place."""

    ticked = Signal(int, bool)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._shown: tuple[tuple[int, str], ...] = ()
        self.rows: dict[int, TickRow] = {}
        self._column = column(self)
        self._column.addStretch(1)

    def show_list(self, materials: Sequence[tuple[int, str]], ticked: frozenset[int]) -> None:
        """Show these materials (number, name), and which are ticked."""
        if tuple(materials) != self._shown:
            self._shown = tuple(materials)
            self._rebuild()
        for number, row in self.rows.items():
            row.show_held(number in ticked)

    def focus_first(self) -> None:
        """Put the keyboard on the first row."""
        for row in self.rows.values():
            row.tick.setFocus()
            return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self._move(int(watched.property("material")), step)
        elif event.text().isdigit() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._tick_place(int(event.text()))
        else:
            return False
        return True

    def _move(self, number: int, step: int) -> None:
        numbers = list(self.rows)
        at = max(0, min(numbers.index(number) + step, len(numbers) - 1))
        self.rows[numbers[at]].tick.setFocus()

    def _tick_place(self, digit: int) -> None:
        numbers = list(self.rows)
        if 0 < digit <= len(numbers):
            self.rows[numbers[digit - 1]].tick.click()

    def _row(self, at: int, number: int, name: str) -> TickRow:
        """The row at a place; a list of more than ticks makes its own."""
        return TickRow(self._words, at, name, may_be_needless=False)

    def _rebuild(self) -> None:
        for old in self.rows.values():
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = {}
        for at, (number, name) in enumerate(self._shown, 1):
            row = self._row(at, number, name)
            row.ticked.connect(lambda on, number=number: self.ticked.emit(number, on))
            row.tick.setProperty("material", number)
            row.tick.installEventFilter(self)
            self.rows[number] = row
            self._column.insertWidget(at - 1, row)
