"""A field for a password: hidden unless the eye is pressed, and telling when capitals are locked."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme import active, icon
from ui.widgets.inputs import IconField


class PasswordField(IconField):
    """``capitals_locked(on)`` is told from what the keys bring; Qt knows no other sign on every system."""

    capitals_locked = Signal(bool)

    def __init__(self, show_text: str, parent: QWidget | None = None) -> None:
        super().__init__("lock-key", tall=True, parent=parent)
        self._locked = False
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhNoPredictiveText)
        self._eye = self.addAction(QIcon(), QLineEdit.ActionPosition.TrailingPosition)
        self._eye.setToolTip(show_text)
        self._eye.triggered.connect(self._show_or_hide)
        active.changed.connect(self._draw_eye)
        self._draw_eye()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_CapsLock:
            self._tell(not self._locked)
        elif (letter := event.text()).isalpha():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._tell(letter.isupper() != shifted)
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._tell(False)
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.setEchoMode(QLineEdit.EchoMode.Password)
            self._draw_eye()

    def _tell(self, locked: bool) -> None:
        if locked != self._locked:
            self._locked = locked
            self.capitals_locked.emit(locked)

    def _show_or_hide(self) -> None:
        hidden = self.echoMode() is QLineEdit.EchoMode.Password
        self.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self._draw_eye()

    def _draw_eye(self) -> None:
        if not hasattr(self, "_eye"):  # Qt sends changes while the field is being made
            return
        hidden = self.echoMode() is QLineEdit.EchoMode.Password
        self._eye.setIcon(icon("eye" if hidden else "eye-slash", active.look.colour("text2")))
