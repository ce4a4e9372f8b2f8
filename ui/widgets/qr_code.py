"""A QR code on the screen, to be read by a phone: black on white in every theme."""

import segno
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import look_of

_QUIET = 4  # modules of white around the code


class QrCode(QWidget):
    """Draws ``text`` as a QR code; ``size`` is px at scale 1."""

    def __init__(self, text: str = "", size: int = 176, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_code(text)

    def show_code(self, text: str) -> None:
        """Draw another text; nothing for an empty one."""
        self.setAccessibleName(text)
        self._modules = tuple(tuple(row) for row in segno.make_qr(text, error="l").matrix) if text else ()
        self.update()

    def sizeHint(self) -> QSize:
        side = look_of(self).px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if not self._modules:
            return
        side = self.width() // (len(self._modules) + 2 * _QUIET)
        start = (self.width() - side * len(self._modules)) // 2
        for y, modules in enumerate(self._modules):
            for x, dark in enumerate(modules):
                if dark:
                    module = QRect(start + x * side, start + y * side, side, side)
                    painter.fillRect(module, Qt.GlobalColor.black)
