"""The head of a step: its number in a disc, and what it asks."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Type, look_of
from ui.widgets.layouts import Box, row
from ui.widgets.paint import line_text, rounded
from ui.widgets.text import ElidedText, Text


class StepNumber(QWidget):
    """A number in a disc of the accent's colour."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = look_of(self).px(24)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = look_of(self), QPainter(self)
        rounded(painter, self.rect(), self.width() / 2, look.colour("accent"))
        font, colour = look.font(Type.DETAIL, bold=True), look.colour("on_accent")
        line_text(painter, self.rect(), font, colour, str(self._number), Qt.AlignmentFlag.AlignCenter)


class StepHead(QWidget):
    """Number, title and a quiet remark; ``after`` takes what else belongs to the head."""

    def __init__(self, number: int, title: str, remark: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.after: Box = row(gap=10)
        line = row(self, gap=10).put(StepNumber(number), Text(title, Type.TITLE, bold=True), self.after)
        line.addWidget(ElidedText(remark, Type.BODY, "text2"), 1)
