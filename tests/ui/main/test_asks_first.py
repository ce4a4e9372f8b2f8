"""The settings take a room's place when the room lets them: an open counter asks its clerk first."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from app.bootstrap import OpenHall, item_search, make_sample_hall, open_hall
from app.settings import StationKind, StationSettings
from tests.ui.stations import SampleHall
from ui.context import StationContext
from ui.first_start.window import FirstStartWindow
from ui.parts import Parts
from ui.rooms import Room
from ui.stage import SETTINGS_KEY, Stage
from ui.station import Station

SECONDS, TURNS = 30.0, 50


class _Room:
    """A room that is asked whether it gives way, and answers one after the other."""

    def __init__(self, *answers: bool) -> None:
        self.widget, self.opened, self.closed = QWidget(), asyncio.Event(), asyncio.Event()
        self._answers, self.asked = list(answers), asyncio.Event()

    async def may_leave(self) -> bool:
        self.asked.set()
        return self._answers.pop(0)

    async def close(self) -> None:
        self.closed.set()


class _SettingsWindow(QObject):
    """Waits for the window of the settings, however long the room takes to go."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._app = app
        self.shown: asyncio.Future[QWidget] = asyncio.get_running_loop().create_future()
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, FirstStartWindow):
            self.shown.set_result(watched)
            self._app.removeEventFilter(self)
        return False


async def test_a_room_that_does_not_give_way_stays(hall: SampleHall, qapp: QApplication) -> None:
    qapp.setQuitOnLastWindowClosed(False)
    room, settings_window = _Room(False, True), _SettingsWindow(qapp)

    @asynccontextmanager
    async def opened(settings: StationSettings, origin: str) -> AsyncIterator[OpenHall]:
        async with open_hall(settings.database or "", settings.key_path, origin, "zh") as open_:
            yield open_

    def room_of(_context: StationContext) -> Room:
        room.opened.set()
        return room

    settings = StationSettings(
        database=hall.url, key_file=Path(hall.key_file), kind=StationKind.COUNTER, counter=3
    )
    parts = Parts(opened, make_sample_hall, lambda folder: pytest.fail(str(folder)), item_search, room_of, "")
    async with asyncio.timeout(SECONDS), asyncio.TaskGroup() as group:
        running = group.create_task(Station(parts, Stage(qapp)).run(settings))
        await room.opened.wait()
        await _press_settings_key(room)
        await room.asked.wait()
        for _ in range(TURNS):  # of the loop: what follows the answer has begun by then
            await asyncio.sleep(0)
        assert not room.closed.is_set()
        await _press_settings_key(room)
        await room.closed.wait()
        (await settings_window.shown).close()
        await running
    qapp.setQuitOnLastWindowClosed(True)


async def _press_settings_key(room: _Room) -> None:
    """As soon as the window has the key."""
    for _ in range(TURNS):
        keys = [s for s in room.widget.findChildren(QShortcut) if s.key() == QKeySequence(SETTINGS_KEY)]
        if keys:
            keys[0].activated.emit()
            return
        await asyncio.sleep(0)
    raise AssertionError("it never came")
