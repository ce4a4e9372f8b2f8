"""Cards and what divides them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from ui.theme import Type, look_of
from ui.widgets.layouts import Box, Margins, column, row
from ui.widgets.text import Text


class Card(QFrame):
    """A white card with a border. ``body`` is its column; its sections bring padding unless ``padded``."""

    def __init__(self, parent: QWidget | None = None, *, padded: bool = False, gap: int = 0) -> None:
        super().__init__(parent)
        margins: Margins = (16, 12, 16, 16) if padded else (1, 1, 1, 1)
        self.body: Box = column(self, margins=margins, gap=gap)


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
        self.count = Text(count, small, "text2")
        self.trailing = Text(trailing, Type.CAPTION, "text2") if isinstance(trailing, str) else trailing
        row(self, margins=(16, 0, 16, 0)).put(self.title, self.count, None, self.trailing)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), max(look_of(self).px(self._height), hint.height()))


class Rule(QWidget):
    """The 1 px rule that parts short facts in a row."""

    def __init__(self, height: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height = height
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(1, look_of(self).px(self._height))
