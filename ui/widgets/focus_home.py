"""Where the keyboard goes when the control that had it can take no more keys.

Qt hands it to the next control in the tab order, so that the next Space presses something nobody chose.
"""

from collections.abc import Iterator
from typing import Protocol, runtime_checkable
from weakref import WeakKeyDictionary, ref

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


@runtime_checkable
class KeyboardHome(Protocol):
    """A part of a window that knows where the next step is, for whatever inside it loses the keyboard."""

    def keyboard_home(self) -> QWidget:
        """The one sensible next control; when that takes no keys either, those around are asked."""


class FocusHome(QObject):
    """One for the whole program. A control that is disabled or hidden while it has the keyboard gives it to
    the nearest ``KeyboardHome`` around it, else to its window, where Space and Enter press nothing; from there
    it comes back as soon as the control can take keys again.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        # By window, for those behind a dialog lose it too; weak, so that nothing lives longer than it would.
        self._held: WeakKeyDictionary[QWidget, ref[QWidget]] = WeakKeyDictionary()
        app.focusChanged.connect(self._moved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.EnabledChange and isinstance(watched, QWidget):
            self._enabled_changed(watched)
        elif event.type() == QEvent.Type.Hide and isinstance(watched, QWidget):
            self._hidden(watched)
        return False

    def _moved(self, old: QWidget | None, new: QWidget | None) -> None:
        thrown = old is not None and self._window_of(old) is not None and not old.isEnabled()
        if new is not None and not new.isWindow() and not thrown:
            self._hold(new)

    def _enabled_changed(self, held: QWidget) -> None:
        """Qt has handed the keyboard on before it tells this."""
        window = self._window_of(held)
        if window is not None and not held.isEnabled():
            _send_home(held, window)
        elif window is not None and window.focusWidget() in (None, window) and _takes_keys(held):
            held.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hidden(self, held: QWidget) -> None:
        """Qt tells this before it hands the keyboard on; a window that goes as a whole keeps it."""
        window = self._window_of(held)
        if window is not None and window.isVisible() and window.focusWidget() is held:
            _send_home(held, window)

    def _window_of(self, control: QWidget | None) -> QWidget | None:
        """The window that a held control stands in; None for any other, and for what is being destroyed."""
        if control is None or not isValid(control):
            return None
        return next((w for w, held in self._held.items() if held() is control and isValid(w)), None)

    def _hold(self, control: QWidget) -> None:
        """Hear when this one is disabled; one for each window."""
        window = control.window()
        held = self._held.get(window)
        before = held() if held is not None else None
        if before is not control:
            if before is not None and isValid(before):
                before.removeEventFilter(self)
            control.installEventFilter(self)
            self._held[window] = ref(control)


def _send_home(lost: QWidget, window: QWidget) -> None:
    home = next((home for home in _homes(lost) if _takes_keys(home)), window)
    home.setFocus(Qt.FocusReason.OtherFocusReason)


def _takes_keys(control: QWidget) -> bool:
    return control.isEnabled() and control.isVisible()


def _homes(control: QWidget) -> Iterator[QWidget]:
    parent = control.parentWidget()
    while parent is not None:
        if isinstance(parent, KeyboardHome):
            yield parent.keyboard_home()
        parent = parent.parentWidget()
