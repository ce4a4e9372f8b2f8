"""The counters of the hall, to choose which one this machine is."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QSizePolicy, QWidget

from app.ports.rows import CounterRow
from ui.theme import Type, active, look_of
from ui.widgets.focus_ring import wants_focus_ring
from ui.widgets.layouts import row
from ui.widgets.paint import line_text, rounded
from ui.widgets.text import Text
from ui.words import Words

_COLUMNS, _HEIGHT = 10, 44


class CounterButton(QAbstractButton):
    """One counter by its number."""

    def __init__(self, counter: CounterRow, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(str(counter.number))
        self.setToolTip(counter.name)
        self.setAccessibleName(f"{counter.number} {counter.name}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        wants_focus_ring(self)

    def sizeHint(self) -> QSize:
        look = look_of(self)
        return QSize(look.px(48), look.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = look_of(self), QPainter(self)
        fill, border, text = look.colour("surface"), look.colour("control_border"), look.colour("text1")
        if self.isChecked():
            fill, border, text = look.colour("accent"), look.colour("accent"), look.colour("on_accent")
        elif not self.isEnabled():
            fill, border, text = look.colour("neutral_tint"), look.colour("border"), look.colour("text3")
        rounded(painter, self.rect(), look.px(4), fill, border)
        font = look.font(Type.EMPHASIS, bold=self.isChecked())
        line_text(painter, self.rect(), font, text, self.text(), Qt.AlignmentFlag.AlignCenter)


class Swatch(QWidget):
    """The small grey square of the legend."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = look_of(self).px(12)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = look_of(self)
        rounded(QPainter(self), self.rect(), 2, look.colour("neutral_tint"), look.colour("border"))


class CounterGrid(QWidget):
    """Ten counters a row; those in use elsewhere are greyed. ``chosen(number)``."""

    chosen = Signal(int)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[int, CounterButton] = {}
        self._counters: tuple[CounterRow, ...] = ()
        self._group = QButtonGroup(self)
        self._head = QWidget(self)
        legend = Text(words("setup.station.in_use"), Type.CAPTION, "text2")
        row(self._head).put(Text(words("setup.station.counter"), bold=True), None, Swatch(), legend)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._space()
        active.changed.connect(self._space)
        self._grid.addWidget(self._head, 0, 0, 1, _COLUMNS)

    def show_counters(
        self, counters: Sequence[CounterRow], in_use: frozenset[int], chosen: int | None
    ) -> None:
        """Show the hall's counters; the buttons stay as long as the counters do, and the focus with them."""
        if tuple(counters) != self._counters:
            self._make_buttons(tuple(counters))
        for number, button in self._buttons.items():
            button.setEnabled(number not in in_use)
        self._group.setExclusive(False)
        for number, button in self._buttons.items():
            button.setChecked(number == chosen)
        self._group.setExclusive(True)

    def _make_buttons(self, counters: tuple[CounterRow, ...]) -> None:
        for button in self._buttons.values():
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._counters, self._buttons = counters, {}
        self._stretch()
        for place, counter in enumerate(counters):
            button = CounterButton(counter, self)
            self._buttons[counter.number] = button
            self._group.addButton(button)
            self._grid.addWidget(button, 1 + place // _COLUMNS, place % _COLUMNS)
            button.clicked.connect(lambda _=False, number=counter.number: self.chosen.emit(number))
        self._lead_tab()

    def _stretch(self) -> None:
        """Share the whole width: few counters are wide, and empty columns take none of it."""
        columns = min(len(self._counters), _COLUMNS)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, int(column < columns))

    def _lead_tab(self) -> None:
        """Let Tab come here in the place of the grid, which the buttons, made late, would be the last of all."""
        before = self.previousInFocusChain()
        while (
            before is not None and not before.focusPolicy() & Qt.FocusPolicy.TabFocus and before is not self
        ):
            before = before.previousInFocusChain()
        for one, other in pairwise([before or self, *self._buttons.values()]):
            QWidget.setTabOrder(one, other)

    def _space(self) -> None:
        self._grid.setSpacing(active.look.px(8))
