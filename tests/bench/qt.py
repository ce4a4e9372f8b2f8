"""Qt's loop, as stations run in it."""

import asyncio

from PySide6.QtWidgets import QApplication  # isort: skip - before qasync, which looks for it
from qasync import QEventLoop

from ui.loop import application
from ui.theme import LIGHT, Look, active, load_fonts


def qt_loop() -> asyncio.AbstractEventLoop:
    """A fresh loop of the program's Qt application."""
    loop: asyncio.AbstractEventLoop = QEventLoop(application())
    return loop


def qt_runner() -> asyncio.Runner:
    """Runs coroutines in Qt's loop."""
    return asyncio.Runner(loop_factory=qt_loop)


def dressed() -> QApplication:
    """The application in the product's fonts and light look."""
    load_fonts()
    active.apply(Look(LIGHT))
    return application()
