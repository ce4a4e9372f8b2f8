"""A board's presenter that follows a real hall."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from app.bootstrap import open_hall
from tests.ui.seen import Pauses, Seen
from tests.ui.stations import SampleHall
from ui.board.presenter import BoardPresenter
from ui.board.state import BoardState
from ui.tasks import TaskSupervisor


@dataclass
class BoardAtWork:
    """The presenter, what it shows, what it reported, and its pauses."""

    presenter: BoardPresenter
    view: Seen[BoardState]
    reported: list[BaseException]
    pauses: Pauses


@asynccontextmanager
async def board_at_work(hall: SampleHall) -> AsyncIterator[BoardAtWork]:
    """A board that has read the hall for the first time."""
    reported: list[BaseException] = []

    def failed(_where: str, error: BaseException) -> None:
        reported.append(error)

    view, pauses, tasks = Seen[BoardState](), Pauses(), TaskSupervisor(failed)
    async with open_hall(hall.url, hall.key_file, "board", "zh") as opened:
        presenter = BoardPresenter(opened.ports.readers, opened.feed, view, tasks, failed, pause=pauses)
        presenter.start()
        await view.until(lambda state: state.now is not None)
        yield BoardAtWork(presenter, view, reported, pauses)
        await tasks.close()
