"""Keys kept back for a moment, until it is known whether hands or a reader pressed them."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication


class HeldKeys(QObject):
    """``hold`` keeps a key from acting; it acts after ``wait_ms`` without a further one, or is dropped."""

    def __init__(self, wait_ms: int, parent: QObject) -> None:
        super().__init__(parent)
        self._keys: list[QKeyEvent] = []
        self._sending = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(wait_ms)
        self._timer.timeout.connect(self.let_go)

    @property
    def are_acting(self) -> bool:
        """Whether a key is acting now that has been looked at before."""
        return self._sending

    def hold(self, event: QKeyEvent) -> None:
        """Keep this key back."""
        self._keys.append(_copy(event))
        self._timer.start()

    def drop(self) -> None:
        """A reader pressed them: they never act."""
        self._keys.clear()
        self._timer.stop()

    def let_go(self) -> None:
        """Hands pressed them: they act now, each where the one before it has led the keyboard."""
        keys, self._keys = self._keys, []
        self._timer.stop()
        for key in keys:
            self.send(key)

    def send(self, event: QKeyEvent) -> None:
        """Let a key act where the keyboard is now."""
        target = QApplication.focusWidget()
        if target is None:
            return
        self._sending = True
        try:
            QApplication.sendEvent(target, _copy(event))
        finally:
            self._sending = False


def _copy(event: QKeyEvent) -> QKeyEvent:
    """Qt takes an event back when it was handled."""
    copy = QKeyEvent(
        event.type(), event.key(), event.modifiers(), event.text(), event.isAutoRepeat(), event.count()
    )
    copy.setTimestamp(event.timestamp())
    return copy
