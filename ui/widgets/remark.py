"""A sentence with an icon, where the cause is."""

from PySide6.QtWidgets import QWidget

from ui.theme import Type
from ui.widgets.icon import Icon
from ui.widgets.layouts import row
from ui.widgets.text import Text


class Remark(QWidget):
    """A sentence with an icon: why something cannot be done, or what went wrong."""

    def __init__(self, icon: str, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = Text("", Type.DETAIL, tone, wrap=True)
        line = row(self, gap=6)
        line.put(Icon(icon, tone))
        line.addWidget(self._text, 1)
        self.hide()

    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def say(self, text: str) -> None:
        """Say it; an empty text takes the remark away."""
        self._text.setText(text)
        self.setVisible(bool(text))
