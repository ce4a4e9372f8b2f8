"""Where a case stands on its way: steps done, the one it is at, and those to come."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Look, Type, look_of, paint_icon
from ui.widgets.paint import line_text

_RADIUS, _HEIGHT = 11, 52


class Stepper(QWidget):
    """Equal steps on a line; ``show_steps(names, at)`` with ``at`` from 0, ``len(names)`` when all is done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._at = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, names: Sequence[str], at: int) -> None:
        """Show the way and how far it is gone."""
        self._names, self._at = tuple(names), at
        self.setAccessibleName(names[at] if at < len(names) else (names[-1] if names else ""))
        self.update()

    def sizeHint(self) -> QSize:
        look = look_of(self)
        return QSize(look.px(72) * max(1, len(self._names)), look.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._names:
            return
        look, painter = look_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
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
