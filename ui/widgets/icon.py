"""An icon standing by itself."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import look_of, paint_icon

_DROP = 2  # Chinese characters sit a little below the middle of their line


class Icon(QWidget):
    """A Phosphor icon in a token's colour; ``size`` is px at scale 1 (14, 16, 18, 24 or 32)."""

    def __init__(self, name: str, tone: str = "text2", size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._tone, self._size = name, tone, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, tone: str) -> None:
        """Show another icon or colour."""
        self._name, self._tone = name, tone
        self.update()

    def sizeHint(self) -> QSize:
        side = look_of(self).px(self._size)
        return QSize(side, side + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = look_of(self)
        side = look.px(self._size)
        paint_icon(QPainter(self), QRect(0, _DROP, side, side), self._name, look.colour(self._tone))
