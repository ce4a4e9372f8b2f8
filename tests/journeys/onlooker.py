"""The program ``yici`` with somebody looking on: ``python -m tests.journeys.onlooker guide``.

The station runs as ever. Whenever what its windows show has changed, the onlooker writes it down as one line
of JSON on stdout: the accessible tree, which is what a screen reader tells a person who cannot see the screen,
and whether an answer of the hall is outstanding.

Where the environment has ``YICI_TEST_DAYS_LATER``, it runs that many days after today. Every command is answered
a little late, as on a hall's bad day: a journey that goes on before the answer came fails here and not by chance.
"""

import asyncio
import json
import os
import sys
from collections.abc import Awaitable, Callable, Hashable
from datetime import timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget

import ui.loop
import ui.main
from app.__main__ import main
from app.bootstrap import ClockOffset, open_hall
from app.services.use_case import Command
from ui.orders import Orders
from ui.widgets.progress import ProgressHint

DAYS_LATER = "YICI_TEST_DAYS_LATER"
_LATE_SECONDS = 0.2
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
        windows = _windows()
        line = json.dumps({
            "waiting": any(hint.is_under_way for window in windows for hint in window.findChildren(ProgressHint)),
            "sights": [sight for window in windows for sight in _sights(QAccessible.queryAccessibleInterface(window))],
        })  # fmt: skip
        if line != self._last:
            self._last = line
            sys.stdout.write(line + "\n")
            sys.stdout.flush()


def _windows() -> list[QWidget]:
    return [window for window in QApplication.topLevelWidgets() if window.isVisible()]


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


def _answer_late() -> None:
    """Let each answer come late: what was done is in the database by then, and other stations know it."""
    give = Orders.give

    async def give_late(orders: Orders, order: Hashable, act: Callable[[Command], Awaitable[Any]]) -> Any:
        try:
            return await give(orders, order, act)
        finally:
            await asyncio.sleep(_LATE_SECONDS)

    Orders.give = give_late  # type: ignore[method-assign]


if __name__ == "__main__":
    _application, ui.loop.application = ui.loop.application, _watched_application
    _clock = ClockOffset(timedelta(days=int(os.environ.get(DAYS_LATER, "0"))))
    ui.main.open_hall = partial(open_hall, clock_offset=_clock)  # type: ignore[attr-defined]
    _answer_late()
    main()
