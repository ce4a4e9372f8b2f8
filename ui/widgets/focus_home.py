"""Where the keyboard goes when the control that had it can take no more keys.

Qt hands it to the next control in the tab order, so that the next Space presses something nobody chose.
"""

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

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
        self._held: dict[QWidget, QWidget] = {}  # by window, for those behind a dialog lose it too
        app.focusChanged.connect(self._moved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.EnabledChange and isinstance(watched, QWidget):
            window = watched.window()
            if not watched.isEnabled():
                self._send_home(watched)
            elif window.focusWidget() in (None, window):
                watched.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def _moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None and isValid(old) and _is_lost(old) and (new is None or new.window() is old.window()):
            self._send_home(old)
        elif new is not None and not new.isWindow():
            self._hold(new)

    def _hold(self, control: QWidget) -> None:
        """Hear when this one is disabled; one for each window."""
        self._held = {w: held for w, held in self._held.items() if isValid(w) and isValid(held)}
        before = self._held.get(control.window())
        if before is not control:
            if before is not None:
                before.removeEventFilter(self)
            control.installEventFilter(self)
            self._held[control.window()] = control

    def _send_home(self, lost: QWidget) -> None:
        window = lost.window()
        home = next((home for home in _homes(lost) if _takes_keys(home)), window)
        home.setFocus(Qt.FocusReason.OtherFocusReason)


def _is_lost(control: QWidget) -> bool:
    """Whether it was the control that gave up the keyboard, not its window or a person who moved on."""
    return control.window().isVisible() and not _takes_keys(control)


def _takes_keys(control: QWidget) -> bool:
    return control.isEnabled() and control.isVisible()


def _homes(control: QWidget) -> Iterator[QWidget]:
    parent = control.parentWidget()
    while parent is not None:
        if isinstance(parent, KeyboardHome):
            yield parent.keyboard_home()
        parent = parent.parentWidget()
