"""Runs stations on a screen: dresses the program, opens their windows, and ends in order when the last one closes."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

from PySide6.QtWidgets import QApplication

from ui.loop import last_window_closed, run
from ui.theme import Look, active, load_fonts
from ui.widgets.focus_ring import FocusRing

Stations = Callable[[], AbstractAsyncContextManager[None]]
"""Opens windows on entry; on exit closes their rooms, then the feed, then the engine."""


def run_stations(stations: Stations, look: Look) -> int:
    """Open the stations in ``look`` and serve until their last window is closed; the exit status."""

    async def main(app: QApplication) -> int:
        load_fonts()
        active.apply(look)
        ring = FocusRing(app)
        closed = last_window_closed(app)
        async with stations():
            await closed.wait()
        ring.deleteLater()
        return 0

    return run(main)
