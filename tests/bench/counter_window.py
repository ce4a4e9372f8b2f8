"""A counter's real window in this process, with its clerk signed in, and what it showed whenever it was painted."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from app.adapters.folder_paper import FolderPaper
from app.bootstrap import case_finder, item_search, open_hall
from app.domain.print_job import Printer
from app.settings import StationKind, StationSettings
from tests.bench.hall import actors
from tests.bench.painter import Painter
from tests.bench.sample import CLERK, COUNTER
from ui.context import StationContext
from ui.counter.room import open_room
from ui.counter.state import CounterState
from ui.failures import Failure, FailurePath
from ui.print_queue import PrintQueue
from ui.session import Session
from ui.tasks import TaskSupervisor

Shows = Callable[[CounterState], bool]


class Seen:
    """What was painted since it was last forgotten."""

    def __init__(self) -> None:
        self._painted: list[tuple[int, CounterState]] = []
        self._again = asyncio.Event()

    def add(self, at: int, state: CounterState) -> None:
        """The window was painted."""
        self._painted.append((at, state))
        self._again.set()

    def forget(self) -> None:
        """What was painted until now is of no interest."""
        self._painted.clear()

    async def first(self, shows: Shows) -> int:
        """When the first painting was over that showed this; nanoseconds of the monotonic clock."""
        while True:
            for at, state in self._painted:
                if shows(state):
                    return at
            self._again.clear()
            await self._again.wait()


@asynccontextmanager
async def counter_window(url: str, key_file: Path, folder: Path) -> AsyncIterator[Seen]:
    """The sample hall's counter as its station opens it."""
    settings = StationSettings(kind=StationKind.COUNTER, counter=COUNTER, database=url, key_file=key_file)
    clerk, seen = (await actors(url))[CLERK], Seen()
    async with open_hall(url, key_file, settings.station, settings.language) as hall:
        failed = FailurePath(_give_up)
        tasks, paper = TaskSupervisor(failed), FolderPaper(folder)
        prints = PrintQueue(
            hall.ports, hall.origin, settings.print_queue, dict.fromkeys(Printer, paper), failed
        )
        context = StationContext(
            hall.ports, hall.feed, hall.origin, hall.texts, settings, Session(settings.station, clerk),
            item_search, prints, tasks,
        )  # fmt: skip
        room = open_room(context, case_finder())
        Painter(room.widget, lambda: room.presenter.state, seen.add)
        room.widget.resize(1366, 768)
        room.widget.show()
        try:
            yield seen
        finally:
            await room.close()
            await tasks.close()


def _give_up(failure: Failure) -> None:
    raise RuntimeError(f"the counter failed while it was measured: {failure.message.code}")
