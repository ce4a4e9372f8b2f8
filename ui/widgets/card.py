"""Cards and what divides them."""

from PySide6.QtCore import QChildEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QRegion, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from ui.theme import Type, look_of
from ui.widgets.layouts import NONE, Box, Margins, column, row
from ui.widgets.text import ElidedText, Text


class Card(QFrame):
    """A white card with a border. ``body`` is its column; its sections bring padding unless ``padded``."""

    _corners: "_Corners | None" = None  # Qt tells of children before there are any corners

    def __init__(self, parent: QWidget | None = None, *, padded: bool = False, gap: int = 0) -> None:
        super().__init__(parent)
        margins: Margins = (16, 12, 16, 16) if padded else NONE
        self.body: Box = column(self, margins=margins, gap=gap)
        self._corners = _Corners(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._corners is not None:
            self._corners.setGeometry(self.rect())

    def childEvent(self, event: QChildEvent) -> None:
        super().childEvent(event)
        if event.added() and self._corners is not None:
            self._corners.raise_()


class _Corners(QWidget):
    """Keeps the card's corners round over whatever lies in it: tinted rows, lists, tables."""

    def __init__(self, card: Card) -> None:
        super().__init__(card)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = look_of(self), QPainter(self)
        radius = look.px(8)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        outside = QPainterPath()
        outside.addRect(QRectF(self.rect()))
        painter.setClipRegion(_corner_squares(self.rect(), radius + 1))
        painter.fillPath(outside.subtracted(outline), look.colour("bg"))
        painter.setPen(QPen(look.colour("border"), 1))
        painter.drawPath(outline)


def _corner_squares(box: QRect, side: int) -> QRegion:
    """The four squares at the corners of ``box``."""
    region = QRegion()
    for x in (box.left(), box.right() - side + 1):
        for y in (box.top(), box.bottom() - side + 1):
            region += QRect(x, y, side, side)
    return region


class Panel(QFrame):
    """A part of a card with the card's padding and, where asked, a rule above or below."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        margins: Margins = (16, 12, 16, 12),
        gap: int = 8,
        top: bool = False,
        bottom: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setProperty("top", top)
        self.setProperty("bottom", bottom)
        self.body: Box = column(self, margins=margins, gap=gap)


class CardFoot(QFrame):
    """The tinted foot of a card, where its actions stand. ``body`` is a row."""

    def __init__(
        self, parent: QWidget | None = None, *, margins: Margins = (16, 12, 16, 12), gap: int = 12
    ) -> None:
        super().__init__(parent)
        self.body: Box = row(self, margins=margins, gap=gap)


class SectionHead(QFrame):
    """The head of a card or group: bold title, quiet count, and at the right a fact or a widget.

    ``band`` makes it the low tinted head of a group within a list.
    """

    def __init__(
        self,
        title: str,
        count: str = "",
        trailing: str | QWidget = "",
        *,
        ruled: bool = True,
        band: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("ruled", ruled and not band)
        self.setProperty("band", band)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._height = 28 if band else 40
        small = Type.CAPTION if band else Type.BODY
        self.title = Text(title, small, "text2" if band else "text1", bold=not band)
        self.count = ElidedText(count, small, "text2", growing=False)
        self.trailing = _fact(trailing) if isinstance(trailing, str) else trailing
        row(self, margins=(16, 0, 16, 0)).put(self.title, self.count, None, self.trailing)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), max(look_of(self).px(self._height), hint.height()))


def _fact(text: str) -> Text:
    return ElidedText(text, Type.CAPTION, "text2", growing=False)


class Rule(QWidget):
    """The 1 px rule that parts short facts in a row."""

    def __init__(self, height: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height = height
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(1, look_of(self).px(self._height))
