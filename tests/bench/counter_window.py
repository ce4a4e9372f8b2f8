"""A counter's real window in this process, and the moments at which it was painted."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.adapters.folder_paper import FolderPaper
from app.bootstrap import item_search, open_hall
from app.settings import StationKind, StationSettings
from tests.bench.hall import actors
from tests.bench.sample import CLERK, COUNTER
from ui.context import StationContext
from ui.counter.room import CounterRoom, open_room
from ui.counter.state import CounterState
from ui.failures import FailurePath
from ui.session import Session
from ui.tasks import TaskSupervisor

Shows = Callable[[CounterState], bool]


class Painter(QObject):
    """Watches a window: what it showed whenever it was painted, and when that was done."""

    def __init__(self, window: QWidget, state: Callable[[], CounterState]) -> None:
        super().__init__(window)
        self._window, self._state = window, state
        self._painted: list[tuple[int, CounterState]] = []
        self._again = asyncio.Event()
        window.installEventFilter(self)

    def forget(self) -> None:
        """What was painted until now is of no interest."""
        self._painted.clear()

    async def painted(self, shows: Shows) -> int:
        """When the first painting was finished that showed this; nanoseconds of the machine's monotonic clock."""
        while True:
            for at, state in self._painted:
                if shows(state):
                    return at
            self._again.clear()
            await self._again.wait()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window is about to be painted, which is over when the event loop comes to what is queued here."""
        if watched is self._window and event.type() == QEvent.Type.UpdateRequest:
            state = self._state()
            QTimer.singleShot(0, lambda: self._done(state))
        return False

    def _done(self, state: CounterState) -> None:
        self._painted.append((time.monotonic_ns(), state))
        self._again.set()


@asynccontextmanager
async def counter_window(
    url: str, key_file: Path, folder: Path
) -> AsyncIterator[tuple[CounterRoom, Painter]]:
    """The sample hall's counter as its station opens it, with its clerk signed in."""
    settings = StationSettings(kind=StationKind.COUNTER, counter=COUNTER, database=url, key_file=key_file)
    clerk = (await actors(url))[CLERK]
    async with open_hall(url, key_file, settings.station, settings.language) as hall:
        tasks = TaskSupervisor(FailurePath(_give_up))
        paper = FolderPaper(folder)
        context = StationContext(
            hall.ports, hall.feed, hall.texts, settings, Session(settings.station, clerk), item_search,
            ticket_paper=paper, a4_paper=paper, supervisor=tasks,
        )  # fmt: skip
        room = open_room(context)
        painter = Painter(room.widget, lambda: room.presenter.state)
        room.widget.resize(1366, 768)
        room.widget.show()
        yield room, painter
        await room.close()
        await tasks.close()


def _give_up(failure: object) -> None:
    raise RuntimeError(f"the counter failed while it was measured: {failure}")
