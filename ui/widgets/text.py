"""Words on the screen: labels by step of the type scale and by colour token."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import Type, look_of
from ui.widgets.paint import line_text, text_width


def restyle(widget: QWidget) -> None:
    """Make Qt read the style sheet again after a property that it looks at has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class Text(QLabel):
    """A label of plain text. ``tone`` is a colour token that the style sheet knows (text1, warn, …)."""

    def __init__(
        self,
        text: str = "",
        size: Type = Type.BODY,
        tone: str = "text1",
        *,
        bold: bool = False,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setProperty("type", size.name.lower())
        self.setProperty("tone", tone)
        self.setProperty("bold", bold)

    def set_tone(self, tone: str) -> None:
        """Change the colour token."""
        self._set("tone", tone)

    def set_bold(self, bold: bool) -> None:
        """Change the weight."""
        self._set("bold", bold)

    def _set(self, name: str, value: object) -> None:
        if self.property(name) != value:
            self.setProperty(name, value)
            restyle(self)


class NameText(Text):
    """A name that is shown whole: on one line where there is room, else over several."""

    def __init__(
        self, text: str = "", size: Type = Type.BODY, tone: str = "text1", *, bold: bool = False
    ) -> None:
        super().__init__(text, size, tone, bold=bold, wrap=True)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(min(self.sizeHint().width(), 4 * metrics.height()), metrics.height())


class ElidedText(Text):
    """One line that ends in an ellipsis where room ends; the whole text is then its tool tip.

    Takes the room there is, or unless ``growing`` no more than its words.
    """

    def __init__(
        self,
        text: str = "",
        size: Type = Type.BODY,
        tone: str = "text1",
        *,
        bold: bool = False,
        growing: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, size, tone, bold=bold, parent=parent)
        width = QSizePolicy.Policy.Expanding if growing else QSizePolicy.Policy.Maximum
        self.setSizePolicy(width, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        least = 3 * self.fontMetrics().horizontalAdvance("…")
        return QSize(min(least, self.sizeHint().width()), super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            cut = self.fontMetrics().horizontalAdvance(self.text()) > self.width()
            self.setToolTip(self.text() if cut else "")
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = self.palette().color(self.foregroundRole())
        line_text(painter, self.contentsRect(), self.font(), colour, self.text(), self.alignment())


class Figure(QWidget):
    """A number that carries the picture: as tall as its digits, without the air a label has."""

    def __init__(
        self,
        text: str = "",
        size: Type = Type.FIGURE,
        tone: str = "text1",
        *,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text, self._size, self._tone, self._align = text, size, tone, align
        self._words_in: Type | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def text(self) -> str:
        """What is shown."""
        return self._text

    def set_text(self, text: str, words_in: Type | None = None) -> None:
        """Show another number, or words in its place: in a size of their own, in the same height."""
        if (text, words_in) != (self._text, self._words_in):
            self._text, self._words_in = text, words_in
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def set_tone(self, tone: str) -> None:
        """Change the colour token."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        look = look_of(self)
        width = text_width(look.font(self._words_in or self._size, bold=True), self._text)
        return QSize(width + 1, look.px(self._size.value * 1.1))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = look_of(self)
        align = self._align | Qt.AlignmentFlag.AlignVCenter
        font = look.font(self._words_in or self._size, bold=True)
        line_text(QPainter(self), self.rect(), font, look.colour(self._tone), self._text, align)
