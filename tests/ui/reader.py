"""A reader that types what it reads, as fast as readers do."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


def read_into(field: QWidget, code: str, start: int = 1000, gap: int = 5) -> None:
    """Type a code and Enter, ``gap`` ms between keys."""
    keys = [(Qt.Key(ord(letter.upper())), letter) for letter in code] + [(Qt.Key.Key_Return, "\r")]
    for at, (key, letter) in enumerate(keys):
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter)
        event.setTimestamp(start + at * gap)
        QApplication.sendEvent(field, event)
