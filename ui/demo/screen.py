"""The demo on a screen: guide desk, counter and board side by side, in a hall that is at work."""

import logging
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication

from app.bootstrap import folder_paper
from app.domain.errors import YiciError
from app.settings import StationKind
from app.texts import Language, Texts
from ui.board.room import open_room as open_board
from ui.counter.room import open_room as open_counter
from ui.demo.hall import GUIDE, ZONE, DemoHall, clerk_of, demo_hall
from ui.demo.ledger import Ledger
from ui.demo.morning import Morning, morning_of
from ui.demo.preparing import Preparing
from ui.demo.script import read_script
from ui.demo.station import Post, finding_cases, own_home, station
from ui.demo.witness import Nobody
from ui.failures import FailurePath
from ui.guide_desk.room import open_room as open_guide_desk
from ui.rooms import Room
from ui.tasks import TaskSupervisor

COUNTER = 5
"""Where whoever looks at the demo sits; its clerk calls nobody any more from ``_LEFT_ALONE`` on."""

_LEFT_ALONE, _OPENS = time(9, 44), time(10, 5)
_LONG_AFTER = timedelta(days=1)
_DESK = QSize(1366, 768)
_SMALLEST_BOARD = QSize(480, 270)
_TITLE_BAR = 32
"""What a window manager puts above a window, in px; without one a strip of the screen stays free."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Places:
    """Where the three windows stand."""

    guide_desk: QRect
    counter: QRect
    board: QRect


def places_on(screen: QRect) -> Places:
    """The guide desk at the top left, the counter at the bottom right, the board above it as large as it can be."""
    desk = _DESK.boundedTo(screen.size())
    beside = screen.size() - desk
    board = QSize(16, 9).scaled(beside, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(_SMALLEST_BOARD)
    return Places(
        guide_desk=QRect(screen.topLeft(), desk),
        counter=QRect(_corner(screen, desk), desk),
        board=QRect(QPoint(_corner(screen, board).x(), screen.top()), board),
    )


@asynccontextmanager
async def demo_stations(out: Path, language: Language, *, lively: bool) -> AsyncIterator[None]:
    """Open the three windows in a hall that has been at work since the morning.

    Args:
        out: paper is kept in a folder ``paper`` in it.
        language: of the windows.
        lively: people go on coming and the other counters go on serving; else the hall is left to whoever looks.
    """
    today = datetime.now(ZONE).date()
    preparing = Preparing(Texts(language))
    preparing.show()
    async with AsyncExitStack() as stack:
        stack.callback(preparing.deleteLater)
        stack.callback(preparing.close)
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="yici-")))
        stack.enter_context(own_home(folder))
        hall = await stack.enter_async_context(demo_hall(folder, today))
        morning = await _morning_so_far(stack, hall)
        await _open_windows(stack, hall, language, out / "paper")
        preparing.close()
        if lively:
            tasks = TaskSupervisor(FailurePath(lambda _: None))
            stack.push_async_callback(tasks.close)
            tasks.start(_go_on(hall, morning), name="the hall's life")
        yield


async def _morning_so_far(stack: AsyncExitStack, hall: DemoHall) -> Morning:
    left_alone = (COUNTER, hall.at(_LEFT_ALONE))
    opened = morning_of(hall, read_script(), Nobody(hall), Ledger(), left_alone=left_alone)
    morning = await stack.enter_async_context(opened)
    await morning.agenda.run(hall.at(_OPENS))
    await hall.leap(hall.at(_OPENS))
    await hall.wait(hall.at(_OPENS))
    return morning


async def _go_on(hall: DemoHall, morning: Morning) -> None:
    morning.agenda.pace, morning.agenda.failed = hall.wait, _remember
    await morning.agenda.run(hall.now() + _LONG_AFTER)


def _remember(error: YiciError) -> None:
    _log.warning("a person of the demo went away: %s", error.message.code)


async def _open_windows(stack: AsyncExitStack, hall: DemoHall, language: Language, papers: Path) -> None:
    screen = QGuiApplication.primaryScreen().availableGeometry()
    places = places_on(screen.adjusted(0, 0, 0, -_TITLE_BAR))
    paper = folder_paper(papers)
    board = station(hall, Post(StationKind.BOARD), open_board, language, paper)
    _show(await stack.enter_async_context(board), places.board)
    clerk = Post(StationKind.COUNTER, clerk_of(COUNTER), COUNTER)
    counter = station(hall, clerk, finding_cases(open_counter), language, paper)
    _show(await stack.enter_async_context(counter), places.counter)
    guide = Post(StationKind.GUIDE_DESK, GUIDE)
    guide_desk = station(hall, guide, finding_cases(open_guide_desk), language, paper)
    _show(await stack.enter_async_context(guide_desk), places.guide_desk)


def _show(room: Room, place: QRect) -> None:
    room.widget.resize(place.size())
    room.widget.move(
        place.topLeft()
    )  # unlike setGeometry it counts the frame, so that the title bar stays on screen
    room.widget.show()
    room.widget.activateWindow()


def _corner(screen: QRect, size: QSize) -> QPoint:
    """The top left of what stands at the bottom right."""
    return QPoint(screen.right() + 1 - size.width(), screen.bottom() + 1 - size.height())
