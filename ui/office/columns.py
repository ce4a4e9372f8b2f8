"""Days, months or quarters as columns that follow each other, on a scale from nothing to all."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.office.chart import NONE, Chart
from ui.theme import Look, Type, look_of
from ui.widgets.paint import line_text, rounded, text_width
from ui.words import Words

_PAD, _AXIS, _HEAD, _FOOT = 16, 44, 32, 26
_WIDEST, _NARROWEST, _VALUE = 48, 2, 52
_MARKS = (0.0, 0.5, 1.0)
_DAY = len("2026-01-01")
"""Of a day month and day are enough: the year stands above."""
_MIDDLE = Qt.AlignmentFlag.AlignCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TimeColumns(Chart):
    """A column for each period; one in which nothing happened is left open. The one at hand is told above."""

    back, on = Qt.Key.Key_Left, Qt.Key.Key_Right

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._top: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        look = look_of(self)
        return QSize(look.px(560), look.px(220))

    def minimumSizeHint(self) -> QSize:
        return QSize(look_of(self).px(200), look_of(self).px(180))

    def box_of(self, at: int) -> QRect:
        area = self._area()
        left, right = (area.left() + area.width() * n // max(1, len(self.parts)) for n in (at, at + 1))
        return QRect(left, area.top(), right - left, area.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = look_of(self), QPainter(self)
        self._paint_scale(painter, look)
        for at in range(len(self.parts)):
            self._paint_column(painter, look, at)
        self._paint_names(painter, look)
        if self.at != NONE:
            head = QRect(look.px(_PAD), 0, self.width() - 2 * look.px(_PAD), look.px(_HEAD))
            _, value, of = self.words_of(self.at)
            said = (self.parts[self.at].key, value, of)
            bold = look.font(Type.BODY, bold=True)
            line_text(painter, head, bold, look.colour("text1"), "   ".join(said), _RIGHT)

    def _area(self) -> QRect:
        look = look_of(self)
        return self.rect().adjusted(look.px(_PAD + _AXIS), look.px(_HEAD), -look.px(_PAD), -look.px(_FOOT))

    def show_scale(self, top: float | None) -> None:
        """What a column of full height stands for: so many cases or days, or all of them."""
        self._top = top
        self.update()

    def _mark(self, mark: float) -> str:
        return f"{mark:.0%}" if self._top is None else f"{self._top * mark:g}"

    def _height_of(self, share: float) -> int:
        return self._area().bottom() - round(self._area().height() * share)

    def _paint_scale(self, painter: QPainter, look: Look) -> None:
        area, font = self._area(), look.font(Type.CAPTION)
        for mark in _MARKS:
            y = self._height_of(mark)
            painter.fillRect(area.left(), y, area.width(), 1, look.colour("border"))
            label = QRect(look.px(_PAD), y - look.px(8), look.px(_AXIS - 8), look.px(16))
            line_text(painter, label, font, look.colour("text2"), self._mark(mark), _RIGHT)

    def _paint_column(self, painter: QPainter, look: Look, at: int) -> None:
        slot, length = self.box_of(at), self.parts[at].length
        if at == self.at:
            painter.fillRect(slot, look.colour("surface2"))
        if length is None:
            return
        wide = max(_NARROWEST, min(look.px(_WIDEST), slot.width() * 6 // 10))
        top = self._height_of(length)
        column = QRect(slot.center().x() - wide // 2, top, wide, self._area().bottom() - top + 1)
        column.setTop(
            min(column.top(), self._area().bottom() - look.px(2))
        )  # none is not the same as nothing
        rounded(painter, column, min(look.px(3), wide / 4), look.colour("accent"))
        if slot.width() >= look.px(_VALUE):
            above = QRect(slot.left(), column.top() - look.px(18), slot.width(), look.px(16))
            words, font = self.words_of(at)[1], look.font(Type.CAPTION)
            line_text(painter, above, font, look.colour("text1"), words, _MIDDLE)

    def _paint_names(self, painter: QPainter, look: Look) -> None:
        """As many as have room, the first always."""
        if not self.parts:
            return
        font = look.font(Type.CAPTION)
        needed = text_width(font, self._short(0)) + look.px(10)
        every = -(-needed * len(self.parts) // max(1, self._area().width()))
        for at in range(0, len(self.parts), every):
            middle = self.box_of(at).center().x()
            label = QRect(middle - needed // 2, self._area().bottom() + look.px(4), needed, look.px(18))
            line_text(painter, label, font, look.colour("text2"), self._short(at), _MIDDLE)

    def _short(self, at: int) -> str:
        key = self.parts[at].key
        return key[5:] if len(key) == _DAY else key
