"""Choosing one of a few: segments side by side, and wrapping chips with number keys."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QSizePolicy, QWidget

from ui.theme import Look, Tone, Type, look_of, paint_icon
from ui.widgets.focus_ring import wants_focus_ring
from ui.widgets.paint import line_text, rounded, rounded_ends, text_width

_ICON, _GAP, _PAD, _HEIGHT = 14, 6, 8, 32


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose: its key, its word, and the tone and icon it takes when chosen."""

    key: str
    text: str
    tone: Tone = Tone.ACCENT
    icon: str = "check"


class Segment(QAbstractButton):
    """One part of a segmented choice."""

    def __init__(self, option: Option, width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.option, self._width = option, width
        self.ends = (True, True)
        self.divided = self.divided_above = False
        self.show_text(option.text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        wants_focus_ring(self)

    def show_text(self, text: str) -> None:
        """Call it something else."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        wished = look_of(self).px(self._width)
        return self.minimumSizeHint().expandedTo(QSize(wished, 0))

    def minimumSizeHint(self) -> QSize:
        look = look_of(self)
        words = text_width(look.font(Type.DETAIL, bold=True), self.text())
        return QSize(words + look.px(_ICON + _GAP + 2 * _PAD), look.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = look_of(self), QPainter(self)
        if self.isChecked():
            self._paint_chosen(painter, look)
            return
        colour = look.colour("text2" if self.isEnabled() else "disabled")
        line_text(
            painter, self.rect(), look.font(Type.DETAIL), colour, self.text(), Qt.AlignmentFlag.AlignCenter
        )
        border = look.colour("control_border")
        if self.divided:
            painter.fillRect(0, 1, 1, self.height() - 2, border)
        if self.divided_above:
            painter.fillRect(1, 0, self.width() - 2, 1, border)

    def _paint_chosen(self, painter: QPainter, look: Look) -> None:
        text, tint, _ = look.tone(self.option.tone)
        rounded_ends(painter, self.rect(), look.px(4), self.ends, tint, text)
        font = look.font(Type.DETAIL, bold=True)
        icon = look.px(_ICON)
        width = min(text_width(font, self.text()) + 1, self.width() - icon - look.px(_GAP))
        left = (self.width() - width - icon - look.px(_GAP)) // 2
        paint_icon(painter, QRect(left, (self.height() - icon + 1) // 2, icon, icon), self.option.icon, text)
        words = QRect(left + icon + look.px(_GAP), 0, width, self.height())
        line_text(painter, words, font, text, self.text())


class SegmentedChoice(QWidget):
    """One of two to five, all in sight; arrows move, number keys choose.

    ``chosen(key)`` tells what a person chose. One that ``wraps`` stands in two rows where one has no room.
    """

    chosen = Signal(str)

    def __init__(
        self,
        options: Sequence[Option],
        *,
        segment_width: int = 0,
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._wraps, self._columns = wraps, len(options)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._segments = [Segment(option, segment_width, self) for option in options]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        for segment in self._segments:
            self._group.addButton(segment)
            segment.clicked.connect(lambda _=False, key=segment.option.key: self.chosen.emit(key))
            segment.toggled.connect(self._divide)
        if self._segments:
            self.setFocusProxy(self._segments[0])
        self._arrange()

    def value(self) -> str | None:
        """The key of what is chosen."""
        checked = self._group.checkedButton()
        return checked.option.key if isinstance(checked, Segment) else None

    def show_value(self, key: str | None) -> None:
        """Show what is chosen; None shows that nothing is yet."""
        self._group.setExclusive(False)
        for segment in self._segments:
            segment.setChecked(segment.option.key == key)
        self._group.setExclusive(True)

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Call the options of these keys something else."""
        for segment in self._segments:
            segment.show_text(texts.get(segment.option.key, segment.text()))

    def choose_number(self, number: int) -> bool:
        """Choose the option of this number, from 1, as a person would; False when there is none."""
        if not 1 <= number <= len(self._segments):
            return False
        self._segments[number - 1].click()
        return True

    def one_row_width(self) -> int:
        """The least width at which all stand in one row."""
        return sum(segment.minimumSizeHint().width() for segment in self._segments)

    def minimumSizeHint(self) -> QSize:
        if not self._wraps:
            return super().minimumSizeHint()
        widest = max(segment.minimumSizeHint().width() for segment in self._segments)
        return QSize(widest * self._wrapped(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self._wraps and self.width() < self.one_row_width()
        columns = self._wrapped() if narrow else len(self._segments)
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def _wrapped(self) -> int:
        """How many stand in a row where there are two rows."""
        return (len(self._segments) + 1) // 2

    def _arrange(self) -> None:
        """Put the segments into their rows; the outer ones of a single row have round corners."""
        last, single = len(self._segments) - 1, self._columns == len(self._segments)
        for at, segment in enumerate(self._segments):
            self._grid.addWidget(segment, at // self._columns, at % self._columns)
            segment.ends = (single and at == 0, single and at == last)
        for at in range(len(self._segments)):
            self._grid.setColumnStretch(at, int(at < self._columns))
        self._divide()
        self.updateGeometry()

    def _divide(self) -> None:
        """Rules stand between segments, but not beside the chosen one, which has a border of its own."""
        for at, segment in enumerate(self._segments):
            segment.divided = at % self._columns > 0 and self._apart(at, at - 1)
            segment.divided_above = at >= self._columns and self._apart(at, at - self._columns)
            segment.update()

    def _apart(self, *places: int) -> bool:
        return not any(self._segments[at].isChecked() for at in places)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (event.text().isdigit() and self.choose_number(int(event.text()))):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = look_of(self)
        rounded(
            QPainter(self), self.rect(), look.px(4), look.colour("surface"), look.colour("control_border")
        )
