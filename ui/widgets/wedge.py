"""Keyboard-wedge readers: scanners that type what they read, much faster than hands, and end with Enter."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

LONGEST_GAP_MS = 35  # a fast typist needs 60 ms and more between keys, a reader 1 to 20
SHORTEST_CODE = 6

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WedgeRecogniser:
    """Tells a reader's burst from typing by the time between keys (ms of one clock; 0 means unknown)."""

    def __init__(self, longest_gap: int = LONGEST_GAP_MS, shortest_code: int = SHORTEST_CODE) -> None:
        self._longest_gap, self._shortest_code = longest_gap, shortest_code
        self._burst = ""
        self._last = 0

    def key(self, text: str, at: int) -> bool:
        """Take a typed character; True when it begins a new burst."""
        begins = not self._follows(at)
        self._burst = text if begins else self._burst + text
        self._last = at
        return begins

    def enter(self, at: int) -> str | None:
        """Take an Enter: the code when a reader sent it, else None."""
        code = self._burst if self._follows(at) and len(self._burst) >= self._shortest_code else None
        self._burst = ""
        return code

    def _follows(self, at: int) -> bool:
        return bool(self._burst) and 0 < self._last <= at <= self._last + self._longest_gap


class WedgeReader(QObject):
    """Watches the focused field of one window: ``scanned(code)``, the reader's Enter is kept from acting,
    and what it typed into a field is taken out again.
    """

    scanned = Signal(str)

    def __init__(self, window: QWidget, app: QApplication) -> None:
        super().__init__(window)
        self._window, self._recogniser = window, WedgeRecogniser()
        self._watched: QWidget | None = None
        self._undo: Callable[[], None] = _nothing
        app.focusChanged.connect(self._focus_changed)
        self._focus_changed(None, app.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or _is_secret(watched):
            return False
        if event.key() in _ENTER:
            return self._enter(event.timestamp())
        if (
            event.text()
            and event.text().isprintable()
            and self._recogniser.key(event.text(), event.timestamp())
        ):
            self._undo = _restorer(watched)
        return False

    def _enter(self, at: int) -> bool:
        code = self._recogniser.enter(at)
        if code is None:
            return False
        self._undo()
        self.scanned.emit(code)
        return True

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Watch the field that has the keyboard. A window that closes with the program takes the focus with it."""
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = None
        if new is not None and isValid(self._window) and new.window() is self._window.window():
            new.installEventFilter(self)
            self._watched = new


def _is_secret(field: QObject) -> bool:
    """A password may be typed by a machine too, and must never be taken for a code that is then shown."""
    return isinstance(field, QLineEdit) and field.echoMode() is not QLineEdit.EchoMode.Normal


def _restorer(field: QObject) -> Callable[[], None]:
    """Remembers a field's text and cursor as they were before the burst."""
    if not isinstance(field, QLineEdit):
        return _nothing
    text, cursor = field.text(), field.cursorPosition()

    def restore() -> None:
        if isValid(field):
            field.setText(text)
            field.setCursorPosition(cursor)

    return restore


def _nothing() -> None:
    """Nothing was typed into a field."""
