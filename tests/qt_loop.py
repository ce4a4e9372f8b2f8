"""Qt's event loop for tests with windows."""

import asyncio
from collections.abc import Callable
from contextvars import Context
from typing import Any

from PySide6.QtWidgets import QApplication  # isort: skip - PySide6 before qasync, which looks for it
from qasync import QEventLoop

_LATER = 0.01


class PatientQtLoop(QEventLoop):
    """Between a test and its fixtures' end pytest-qt lets Qt work while asyncio does not: tasks wait meanwhile."""

    def call_later(
        self, delay: float, callback: Callable[..., object], *args: Any, context: Context | None = None
    ) -> asyncio.Handle:
        """Register a callback for a time at which the loop runs."""

        def when_running(*args: Any) -> None:
            if self.is_running():
                callback(*args)
            else:
                self.call_later(_LATER, callback, *args, context=context)

        handle: asyncio.Handle = super().call_later(delay, when_running, *args, context=context)
        return handle


def qt_loop() -> asyncio.AbstractEventLoop:
    """A loop on the application, which is made when there is none yet."""
    loop: asyncio.AbstractEventLoop = PatientQtLoop(QApplication.instance() or QApplication([]))
    return loop
