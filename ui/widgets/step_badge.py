"""The number of a step in a filled circle."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Type, look_of
from ui.widgets.paint import line_text, rounded

_SIDE = 20


class StepBadge(QWidget):
    """Filled with the accent for the step that is looked at, quiet for the others."""

    def __init__(self, number: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._current = number, True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_number(self, number: int, *, current: bool) -> None:
        """Show another number."""
        self._number, self._current = number, current
        self.setAccessibleName(str(number))
        self.update()

    def sizeHint(self) -> QSize:
        side = look_of(self).px(_SIDE)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = look_of(self), QPainter(self)
        fill, text = ("accent", "on_accent") if self._current else ("neutral_tint", "text1")
        rounded(painter, self.rect(), self.height() / 2, look.colour(fill))
        font = look.font(Type.CAPTION, bold=True)
        align = Qt.AlignmentFlag.AlignCenter
        line_text(painter, self.rect(), font, look.colour(text), str(self._number), align)
