"""The program ``yici`` with somebody looking on: ``python -m tests.journeys.onlooker guide``.

The station runs as ever. Whenever what its windows show has changed, the onlooker writes it down as one line
of JSON on stdout: the accessible tree, which is what a screen reader tells a person who cannot see the screen.

Where the environment has ``YICI_TEST_DAYS_LATER``, it runs that many days after today.
"""

import json
import os
import sys
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication

import ui.loop
import ui.main
from app.__main__ import main
from app.bootstrap import ClockOffset, open_hall

DAYS_LATER = "YICI_TEST_DAYS_LATER"
_LOOK_MS = 40
_TEXT = QAccessible.Text


class Onlooker(QObject):
    """Looks at all windows, about as often as a person would notice."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._last = ""
        QAccessible.setActive(True)  # else lists do not tell of rows that came and went
        timer = QTimer(self)
        timer.timeout.connect(self._look)
        timer.start(_LOOK_MS)

    def _look(self) -> None:
        line = json.dumps([sight for window in _windows() for sight in _sights(window)])
        if line != self._last:
            self._last = line
            sys.stdout.write(line + "\n")
            sys.stdout.flush()


def _windows() -> list[QAccessibleInterface]:
    shown = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    return [QAccessible.queryAccessibleInterface(window) for window in shown]


def _sights(part: QAccessibleInterface) -> list[dict[str, object]]:
    """The part and all within it that can be seen."""
    state = part.state()
    if state.invisible:
        return []
    middle = part.rect().center()
    sight: dict[str, object] = {
        "role": part.role().name,
        "name": part.text(_TEXT.Name),
        "value": part.text(_TEXT.Value),
        "detail": part.text(_TEXT.Description),
        "x": middle.x(),
        "y": middle.y(),
        "enabled": not state.disabled,
        "focused": bool(state.focused),
    }
    children = (part.child(at) for at in range(part.childCount()))
    return [sight, *(below for child in children if child is not None for below in _sights(child))]


def _watched_application() -> QApplication:
    app = _application()
    Onlooker(app)
    return app


if __name__ == "__main__":
    _application, ui.loop.application = ui.loop.application, _watched_application
    _clock = ClockOffset(timedelta(days=int(os.environ.get(DAYS_LATER, "0"))))
    ui.main.open_hall = partial(open_hall, clock_offset=_clock)  # type: ignore[attr-defined]
    main()
