"""When a window has been painted: what can wait until a person sees something waits for that."""

import asyncio
from collections.abc import Awaitable, Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


async def painted(window: QWidget) -> None:
    """Return when the window is painted next; one that nobody ever sees is waited for in vain."""
    watch = _Watch(window)
    try:
        await watch.seen.wait()
    finally:
        watch.deleteLater()


class _Watch(QObject):
    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.seen = asyncio.Event()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            # Not at once: the painting itself comes after the filters.
            asyncio.get_running_loop().call_soon(self.seen.set)
            watched.removeEventFilter(self)
        return False


async def once_painted(window: QWidget, act: Callable[[], Awaitable[None]]) -> None:
    """Do what can wait until the window stands."""
    await painted(window)
    await act()
