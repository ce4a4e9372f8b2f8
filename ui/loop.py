"""Qt and asyncio in one loop, from the first window to the last."""

import asyncio
import sys
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtWidgets import QApplication  # isort: skip - before qasync, which looks for it
from qasync import QEventLoop

from ui.garbage import GuiThreadCollector


def application() -> QApplication:
    """The program's Qt application; it does not end by itself when a window closes."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    return app


def run(main: Callable[[QApplication], Coroutine[Any, Any, int]]) -> int:
    """Run ``main(app)`` in Qt's loop and return its exit status."""
    app = application()
    collector = GuiThreadCollector(app)
    try:
        with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
            return runner.run(main(app))
    finally:
        collector.close()


def last_window_closed(app: QApplication) -> asyncio.Event:
    """An event that is set when the last window has been closed; rooms, feed and engine are closed after it."""
    closed = asyncio.Event()
    app.lastWindowClosed.connect(closed.set)
    return closed
