"""The search box: focus from the start, letters as typed, input method off until asked for."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QSizePolicy, QWidget

from ui.theme import Type, look_of
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.icon import Icon
from ui.widgets.inputs import FocusReporter
from ui.widgets.keycap import KeyCap
from ui.widgets.keys import ENTER
from ui.widgets.layouts import row
from ui.widgets.text import Text
from ui.words import Words

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -10, Qt.Key.Key_PageDown: 10}
_AROUND, _TYPED_LEAST = 58, 64


class _Edit(QLineEdit):
    """Knows what the input method holds but has not written: ``bdc`` sits in a pinyin input's preedit."""

    preedit_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.preedit = ""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.preedit = event.preeditString().replace("'", "").replace(" ", "")
        super().inputMethodEvent(event)
        self.preedit_changed.emit()


class SearchBox(QFrame):
    """``searched(text)`` with every letter, preedit included; ``moved(rows)`` for arrows, ``picked`` for Enter."""

    searched = Signal(str)
    moved = Signal(int)
    picked = Signal()

    def __init__(
        self, words: Words, hint: str = "", *, dense: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words, self._height = words, 36 if dense else 48
        self.setProperty("dense", dense)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.edit = _Edit(self)
        self.edit.setPlaceholderText(hint)
        self.edit.setAccessibleName(hint)
        self.toggle = ActionButton(size=Size.INLINE, kind=Kind.PLAIN)
        self.toggle.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a click leaves the cursor where it is
        self._back = QWidget(self)
        self._way = Text(words("shell.search.back"), Type.CAPTION, "text2")
        self._esc = KeyCap("Esc")
        row(self._back, gap=6).put(self._way, self._esc)
        self._back.setVisible(False)
        self._icon = Icon("magnifying-glass", "text2", 16 if dense else 24)
        row(self, margins=(12, 0, 10, 0), gap=10).put(self._icon, self.edit, self._back, self.toggle)
        self._connect()
        self.use_input_method(False)

    def _connect(self) -> None:
        FocusReporter(self.edit, self)
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(lambda _: self._report())
        self.edit.preedit_changed.connect(self._report)
        self.toggle.clicked.connect(lambda: self.use_input_method(not self.uses_input_method()))
        self.setFocusProxy(self.edit)

    def text(self) -> str:
        """What is searched for: the text and what the input method still holds."""
        return self.edit.text() + self.edit.preedit

    def clear(self) -> None:
        """Empty the box."""
        self.edit.clear()

    def uses_input_method(self) -> bool:
        """Whether Chinese can be typed."""
        return self.edit.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)

    def use_input_method(self, on: bool) -> None:
        """Turn the input method on or off; the toggle shows which."""
        self.edit.preedit = ""
        self.edit.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on)
        mode = "shell.search.chinese" if on else "shell.search.letters"
        self.toggle.show_action(self._words(mode))
        self.toggle.setToolTip(self._words("shell.search.toggle"))

    def show_way_back(self, shown: bool) -> None:
        """Show that Esc leads back to this box while the focus is elsewhere."""
        self._back.setVisible(shown)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is no room for the words beside what was typed, the key alone shows the way back."""
        beside = (self._icon, self._way, self._esc, self.toggle)
        taken = sum(part.sizeHint().width() for part in beside)
        room = self.width() - taken - look_of(self).px(_AROUND)
        self._way.setVisible(room >= look_of(self).px(_TYPED_LEAST))

    def sizeHint(self) -> QSize:
        return QSize(look_of(self).px(280), look_of(self).px(self._height))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _MOVES:
            self.moved.emit(_MOVES[key])
        elif key in ENTER and not event.isAutoRepeat():
            self.picked.emit()
        return key in _MOVES or key in ENTER

    def _report(self) -> None:
        self.searched.emit(self.text())
