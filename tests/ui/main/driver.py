"""Runs a station and does to its windows what a person would: ``python -m tests.ui.main.driver SETTINGS STEP…``.

A step is ``wait:WindowClass``, ``says:words``, ``key:Sequence`` or ``close``; each waits until there is a window
to do it to, or that says it. What was done is printed line by line.
"""

import signal
import sys
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.cli.logs import configure_logs
from app.settings import StationSettings
from ui.main import run_station

_EVERY_MS = 20


class Person(QObject):
    """Does one step after another."""

    def __init__(self, steps: list[str]) -> None:
        super().__init__()
        self._steps = steps
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self._timer.start(_EVERY_MS)

    def _go_on(self) -> None:
        window = next((w for w in QApplication.topLevelWidgets() if w.isVisible() and w.isWindow()), None)
        if window is not None and self._steps and self._do(window, *self._steps[0].split(":", 1)):
            sys.stdout.write(f"{self._steps.pop(0)}\n")
            sys.stdout.flush()

    def _do(self, window: QWidget, action: str, what: str = "") -> bool:
        if action == "wait":
            return type(window).__name__ == what
        if action == "says":
            return any(what in said for said in _said_in(window))
        if action == "key":
            return self._press(window, what)
        return window.close()

    @staticmethod
    def _press(window: QWidget, keys: str) -> bool:
        shortcuts = [s for s in window.findChildren(QShortcut) if s.key().toString() == keys]
        for shortcut in shortcuts[:1]:
            shortcut.activated.emit()
        return bool(shortcuts)


def _said_in(window: QWidget) -> Iterator[str]:
    """What can be read in a window, or is read out."""
    for widget in window.findChildren(QWidget):
        if widget.isVisible():
            yield widget.accessibleDescription()
            if isinstance(widget, QLabel):
                yield widget.text()


def main() -> int:
    """Run the station to its end."""
    signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # a shell's background jobs start with it ignored
    configure_logs()
    settings, *steps = sys.argv[1:]
    app = QApplication([])
    person = Person(steps)
    status = run_station(StationSettings.model_validate_json(settings))
    person.deleteLater()
    app.processEvents()
    return status


if __name__ == "__main__":
    sys.exit(main())
