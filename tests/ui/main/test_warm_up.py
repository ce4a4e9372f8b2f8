"""The fonts of the paper are loaded before the first slip, but not before the window stands."""

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.bootstrap import OpenHall, item_search, make_sample_hall, open_hall
from app.documents.renderer import PdfRenderer
from app.settings import StationKind, StationSettings
from app.texts import Texts
from tests.ui.stations import SampleHall
from ui.context import StationContext
from ui.parts import Parts
from ui.rooms import Room
from ui.stage import Stage
from ui.station import Station

SECONDS = 10
TURNS = 20


class _Window(QWidget):
    """Tells when it is painted."""

    def __init__(self, happened: list[str]) -> None:
        super().__init__()
        self.seen, self._happened = asyncio.Event(), happened

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._happened.append("painted")
        self.seen.set()


class _Room:
    def __init__(self, window: _Window) -> None:
        self.widget: QWidget = window

    async def close(self) -> None:
        """Nothing was begun."""


class _Renderer(PdfRenderer):
    """Tells when and where it was warmed up."""

    def __init__(self, happened: list[str]) -> None:
        super().__init__(Texts("zh"))
        self.warm, self._happened, self._loop = asyncio.Event(), happened, asyncio.get_running_loop()

    def warm_up(self) -> None:
        off_the_loop = threading.current_thread() is not threading.main_thread()
        self._happened.append("warm, off the loop" if off_the_loop else "warm")
        super().warm_up()
        self._loop.call_soon_threadsafe(self.warm.set)


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application, which outlives the station's window as in the program."""
    qapp.setQuitOnLastWindowClosed(False)
    yield qapp
    qapp.setQuitOnLastWindowClosed(True)


@pytest.mark.parametrize("kind", StationKind)
async def test_stations_that_print_warm_up_after_their_first_paint(
    kind: StationKind, hall_template: SampleHall, app: QApplication
) -> None:
    happened: list[str] = []
    window, renderer = _Window(happened), _Renderer(happened)
    prints = kind not in (StationKind.BOARD, StationKind.RATE)

    @asynccontextmanager
    async def opened(settings: StationSettings, origin: str) -> AsyncIterator[OpenHall]:
        async with open_hall(settings.database or "", settings.key_path, origin, "zh") as hall:
            yield replace(hall, ports=replace(hall.ports, forms=renderer))

    def room(_context: StationContext) -> Room:
        return cast(Room, _Room(window))

    settings = StationSettings(
        database=hall_template.url, key_file=Path(hall_template.key_file), kind=kind, counter=3
    )
    station = Station(
        Parts(opened, make_sample_hall, lambda folder: pytest.fail(str(folder)), item_search, room, ""),
        Stage(app),
    )
    async with asyncio.timeout(SECONDS), asyncio.TaskGroup() as group:
        group.create_task(station.run(settings))
        await (renderer.warm if prints else window.seen).wait()
        for _ in range(TURNS):  # of the loop: whatever follows the first paint has begun by then
            await asyncio.sleep(0)
        window.close()
    first = list(dict.fromkeys(happened))
    assert first == (["painted", "warm, off the loop"] if prints else ["painted"])
