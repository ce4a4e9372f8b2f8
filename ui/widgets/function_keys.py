"""Function keys of one window."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


class FunctionKeys(QObject):
    """Reports ``pressed("F2")`` once for each press, only while the owner's window is the active one.

    A held key repeats nothing, and a key that the window knows never reaches the field below it
    (F4 would open a combo box).
    """

    pressed = Signal(str)

    def __init__(self, owner: QWidget, keys: Sequence[str]) -> None:
        super().__init__(owner)
        for key in keys:
            self._listen(owner, key)

    def _listen(self, owner: QWidget, key: str) -> None:
        shortcut = QShortcut(QKeySequence(key), owner)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(lambda: self.pressed.emit(key))
