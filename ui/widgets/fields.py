"""Fields of this room's forms: words of several lines, and choices by key."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from ui.theme import active, look_of
from ui.widgets.inputs import Picker


class WordsBox(QPlainTextEdit):
    """Words of ``least`` to ``most`` lines; grows with what is typed. Tab goes on to the next field.

    ``edited(text)`` tells what a person typed.
    """

    edited = Signal(str)

    def __init__(self, least: int = 1, most: int = 5, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self._about = ""
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(lambda: self.edited.emit(self.toPlainText()))
        self.textChanged.connect(self.updateGeometry)
        active.changed.connect(self.updateGeometry)

    def show_text(self, text: str, about: str = "") -> None:
        """Show a text from elsewhere: that of another case, or none when it is done.

        What a person is writing about the same case is left alone.
        """
        writing = self.hasFocus() and about == self._about and text
        self._about = about
        if text != self.toPlainText() and not writing:
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        lines = max(self._least, min(self._most, self._lines()))
        height = lines * self.fontMetrics().lineSpacing() + look_of(self).px(20)
        return QSize(look_of(self).px(240), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _lines(self) -> int:
        """Those of what is typed, or of the words that stand there until then."""
        if self.toPlainText():
            return int(self.document().size().height())
        room = QRect(0, 0, self.viewport().width() - 2 * int(self.document().documentMargin()), 0)
        said = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self.placeholderText())
        return said.height() // self.fontMetrics().lineSpacing()


class KeyPicker(Picker):
    """A drop-down list of (key, words); ``chosen(key)`` tells what a person chose."""

    chosen = Signal(str)

    def __init__(self, placeholder: str = "", *, dense: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent, dense=dense)
        self._options: tuple[tuple[str, str], ...] = ()
        self.setPlaceholderText(placeholder)
        self.setSizeAdjustPolicy(Picker.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(lambda at: self.chosen.emit(self._options[at][0]))

    def show_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer these; nothing is chosen among new ones."""
        if tuple(options) != self._options:
            self._options = tuple(options)
            self.clear()
            self.addItems([text for _, text in options])
            self.setCurrentIndex(-1)

    def show_key(self, key: str | None) -> None:
        """Show what is chosen; None, or a key that is not offered, shows that nothing is."""
        keys = [option[0] for option in self._options]
        self.setCurrentIndex(keys.index(key) if key in keys else -1)

    def key(self) -> str | None:
        """The key of what is chosen."""
        at = self.currentIndex()
        return self._options[at][0] if at >= 0 else None
