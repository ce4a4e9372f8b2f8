"""Keyboard-wedge readers: scanners that type what they read, much faster than hands, and end with Enter."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from ui.widgets.held_keys import HeldKeys
from ui.widgets.keys import ENTER

LONGEST_GAP_MS = 35  # a fast typist needs 60 ms and more between keys, a reader 1 to 20
SHORTEST_CODE = 6

_MODIFIERS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_CapsLock,
)
_OF_SHORTCUTS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit)


class WedgeRecogniser:
    """Tells a reader's burst from typing by the time between keys (ms of one clock; 0 means unknown)."""

    def __init__(self, longest_gap: int = LONGEST_GAP_MS, shortest_code: int = SHORTEST_CODE) -> None:
        self._longest_gap, self._shortest_code = longest_gap, shortest_code
        self._burst = ""
        self._last = 0

    def key(self, text: str, at: int) -> bool:
        """Take a typed character; True when it begins a new burst."""
        begins = not self.follows(at)
        self._burst = text if begins else self._burst + text
        self._last = at
        return begins

    def enter(self, at: int) -> str | None:
        """Take an Enter: the code when a reader sent it, else None."""
        code = self._burst if self.follows(at) and len(self._burst) >= self._shortest_code else None
        self._burst = ""
        return code

    def follows(self, at: int) -> bool:
        """Whether a key pressed then is of the burst that is being read."""
        return bool(self._burst) and 0 < self._last <= at <= self._last + self._longest_gap


class WedgeReader(QObject):
    """Watches the keyboard in one window: ``scanned(code)``, and nothing that the reader typed acts.

    What it typed into a field is taken out again, its Enter is kept from acting. Where no text belongs, keys are
    kept back as long as a reader's next key may follow: the digits of a code would judge and tick materials.
    """

    scanned = Signal(str)

    def __init__(self, window: QWidget, app: QApplication) -> None:
        super().__init__(window)
        self._window, self._recogniser = window, WedgeRecogniser()
        self._held = HeldKeys(LONGEST_GAP_MS, self)
        self._watched: QWidget | None = None
        self._undo: Callable[[], None] = _nothing
        app.focusChanged.connect(self._focus_changed)
        self._focus_changed(None, app.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or self._held.are_acting or _is_secret(watched):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            return self._before_a_shortcut(event)
        if event.type() != QEvent.Type.KeyPress or event.key() in _MODIFIERS:
            return False
        if event.key() in ENTER and not _is_by_hand(event):
            return self._enter(event)
        return self._letter(event) if _is_letter(event) else self._after_held(event)

    def _before_a_shortcut(self, event: QKeyEvent) -> bool:
        """What a reader types is no key of the window; what hands pressed before such a key acts before it."""
        if self._may_be_read(event):
            event.accept()
            return True
        if event.key() not in _MODIFIERS:
            self._held.let_go()
        return False

    def _may_be_read(self, event: QKeyEvent) -> bool:
        """Whether a reader may have pressed it: the next character of what is being read, or its Enter."""
        typed = _is_letter(event) or event.key() in ENTER
        return typed and not _is_by_hand(event) and self._recogniser.follows(event.timestamp())

    def _letter(self, event: QKeyEvent) -> bool:
        before = QApplication.focusWidget()
        begins = self._recogniser.key(event.text(), event.timestamp())
        if begins:
            self._held.let_go()
            self._undo = _restorer(QApplication.focusWidget())
        now = QApplication.focusWidget()
        by_hand = _is_by_hand(event) or (begins and event.text().isspace())  # Space presses buttons
        if by_hand or isinstance(now, _FIELDS):
            return self._send_on(event) if now is not before else False
        self._held.hold(event)
        return True

    def _enter(self, event: QKeyEvent) -> bool:
        code = self._recogniser.enter(event.timestamp())
        if code is None:
            return self._after_held(event)
        self._held.drop()
        self._undo()
        self.scanned.emit(code)
        return True

    def _after_held(self, event: QKeyEvent) -> bool:
        """Let go what was kept back; where that has led the keyboard elsewhere, this key goes there too."""
        before = QApplication.focusWidget()
        self._held.let_go()
        return self._send_on(event) if QApplication.focusWidget() is not before else False

    def _send_on(self, event: QKeyEvent) -> bool:
        self._held.send(event)
        return True

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Watch what has the keyboard. A window that closes with the program takes the focus with it."""
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = None
        if new is not None and isValid(self._window) and new.window() is self._window.window():
            new.installEventFilter(self)
            self._watched = new


def _is_letter(event: QKeyEvent) -> bool:
    return bool(event.text()) and event.text().isprintable()


def _is_by_hand(event: QKeyEvent) -> bool:
    """Whether no reader pressed it: it is held down, a shortcut, or nobody knows when it was pressed."""
    return event.isAutoRepeat() or not event.timestamp() or bool(event.modifiers() & _OF_SHORTCUTS)


def _is_secret(field: QObject) -> bool:
    """A password may be typed by a machine too, and must never be taken for a code that is then shown."""
    return isinstance(field, QLineEdit) and field.echoMode() is not QLineEdit.EchoMode.Normal


def _restorer(field: QObject | None) -> Callable[[], None]:
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
