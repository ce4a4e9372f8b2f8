"""The product's mark: the character “one” on a square of the accent."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import look_of
from ui.widgets.paint import rounded


class Logo(QWidget):
    """28 px square with a bar in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = look_of(self).px(28)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = look_of(self), QPainter(self)
        rounded(painter, self.rect(), look.px(6), look.colour("accent"))
        bar = QRect(0, 0, look.px(16), look.px(4))
        bar.moveCenter(self.rect().center())
        rounded(painter, bar, 1, look.colour("on_accent"))
