"""A key cap: the key that does what stands beside it."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import look_of
from ui.widgets.paint import KEY_CAP_HEIGHT, key_cap, key_cap_width


class KeyCap(QWidget):
    """Shows a key as it is printed on the keyboard."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(key)

    def sizeHint(self) -> QSize:
        look = look_of(self)
        return QSize(key_cap_width(look, self._key), look.px(KEY_CAP_HEIGHT) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = look_of(self)
        key_cap(
            QPainter(self), look, self.rect(), self._key, look.colour("text2"), look.colour("control_border")
        )
