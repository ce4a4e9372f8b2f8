"""What is seen until the demo's windows open."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.shell.logo import Logo
from ui.theme import Type, active
from ui.widgets.layouts import column, row
from ui.widgets.progress import Spinner
from ui.widgets.text import Text
from ui.words import Words

_WIDTH = 420


class Preparing(QWidget):
    """A small window in the middle of the screen. Whoever closes it wants no demo."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(words("shell.product"))
        inside = column(self, margins=(28, 24, 28, 24), gap=12)
        inside.put(row(gap=12).put(Logo(), Text(words("shell.product"), Type.TITLE, bold=True), None))
        inside.put(row(gap=10).put(Spinner(), Text(words("demo.preparing"), Type.BODY, "text2"), None))
        self.setFixedWidth(active.look.px(_WIDTH))
        self.adjustSize()
        self.move(QGuiApplication.primaryScreen().availableGeometry().center() - self.rect().center())
