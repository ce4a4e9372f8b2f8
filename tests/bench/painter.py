"""The moments at which a window was painted, and what it showed then."""

import time
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

S = TypeVar("S")


class Painter(QObject, Generic[S]):
    """Calls ``painted(at, state)`` after each painting: ``at`` in nanoseconds of the machine's monotonic clock."""

    def __init__(self, window: QWidget, state: Callable[[], S], painted: Callable[[int, S], None]) -> None:
        super().__init__(window)
        self._window, self._state, self._painted = window, state, painted
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window is about to be painted, which is over when the event loop comes to what is queued here."""
        if watched is self._window and event.type() == QEvent.Type.UpdateRequest:
            state = self._state()
            QTimer.singleShot(0, self, lambda: self._painted(time.monotonic_ns(), state))
        return False
