"""Where a case stands on its way: steps done, the one it is at, and those to come."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Look, Type, look_of, paint_icon
from ui.widgets.paint import line_text, text_width

_RADIUS, _HEIGHT = 11, 52
_DOT, _APART, _DENSE_HEIGHT, _WORD_GAP = 5, 15, 28, 8


class Stepper(QWidget):
    """Equal steps on a line; ``show_steps(names, at)`` with ``at`` from 0, ``len(names)`` when all is done.

    Dense, the steps are dots, and only the present one is named.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._at, self._dense = 0, False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, names: Sequence[str], at: int) -> None:
        """Show the way and how far it is gone."""
        self._names, self._at = tuple(names), at
        self.setAccessibleName(self._present())
        self.setToolTip(self._present() if self._dense else "")
        self.updateGeometry()
        self.update()

    def set_dense(self, *, dense: bool) -> None:
        """Whether there is room for a line only."""
        self._dense = dense
        self.setToolTip(self._present() if dense else "")
        self.updateGeometry()
        self.update()

    def _present(self) -> str:
        return self._names[min(self._at, len(self._names) - 1)] if self._names else ""

    def sizeHint(self) -> QSize:
        look = look_of(self)
        if self._dense:
            words = text_width(look.font(Type.DETAIL, bold=True), self._present())
            return QSize(self._dots(look) + words + 1, look.px(_DENSE_HEIGHT))
        return QSize(look.px(72) * max(1, len(self._names)), look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The dots stay whole; names give way."""
        look = look_of(self)
        return QSize(self._dots(look), look.px(_DENSE_HEIGHT if self._dense else _HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._names:
            return
        look, painter = look_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._dense:
            self._paint_dense(painter, look)
        else:
            self._paint_whole(painter, look)

    def _dots(self, look: Look) -> int:
        return look.px(_APART * len(self._names) + _WORD_GAP)

    def _paint_dense(self, painter: QPainter, look: Look) -> None:
        middle, radius = self.height() // 2, look.px(_DOT)
        for step in range(len(self._names)):
            here, done = step == self._at, step < self._at
            colour = look.colour("accent" if here or done else "control_border")
            painter.setPen(QPen(colour, 2))
            painter.setBrush(colour if done else look.colour("surface"))
            centre = QPoint(look.px(_APART * step) + radius + 1, middle)
            painter.drawEllipse(centre, radius - 1, radius - 1)
            if here:
                painter.setBrush(colour)
                painter.drawEllipse(centre, radius // 3, radius // 3)
        words = self.rect().adjusted(self._dots(look), 0, 0, 0)
        line_text(painter, words, look.font(Type.DETAIL, bold=True), look.colour("accent"), self._present())

    def _paint_whole(self, painter: QPainter, look: Look) -> None:
        width = self.width() / len(self._names)
        centres = [QPoint(round(width * (i + 0.5)), look.px(_RADIUS + 2)) for i in range(len(self._names))]
        for i in range(1, len(centres)):
            painter.setPen(QPen(look.colour("accent" if i <= self._at else "neutral_border"), 2))
            painter.drawLine(centres[i - 1], centres[i])
        for i, centre in enumerate(centres):
            self._paint_step(painter, look, i, centre)
            label = QRect(round(width * i), look.px(2 * _RADIUS + 8), round(width), look.px(20))
            here = i == self._at
            font, colour = look.font(Type.DETAIL, bold=here), look.colour("accent" if here else "text2")
            line_text(painter, label, font, colour, self._names[i], Qt.AlignmentFlag.AlignCenter)

    def _paint_step(self, painter: QPainter, look: Look, step: int, centre: QPoint) -> None:
        radius = look.px(_RADIUS)
        if step > self._at:
            painter.setBrush(look.colour("surface"))
            painter.setPen(QPen(look.colour("control_border"), 2))
            painter.drawEllipse(centre, radius - 1, radius - 1)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent"))
        painter.drawEllipse(centre, radius, radius)
        if step < self._at:
            side = look.px(14)
            box = QRect(centre.x() - side // 2, centre.y() - side // 2, side, side)
            paint_icon(painter, box, "check", look.colour("on_accent"))
        else:
            painter.setBrush(look.colour("on_accent"))
            painter.drawEllipse(centre, look.px(4), look.px(4))
