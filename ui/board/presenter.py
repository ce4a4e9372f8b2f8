"""The board's presenter: reads the hall again when something changes, and never passes off old calls as new."""

import asyncio
from collections.abc import Awaitable, Callable
from zoneinfo import ZoneInfo

from app.domain.events import Topic
from app.ports.change_feed import ChangeFeed
from app.ports.readers import Readers
from app.ports.rows import Board
from ui.board.state import Announcement, BoardState, announcement
from ui.onlooker import Onlooker, View
from ui.refresh import Pause
from ui.tasks import Tasks

PAGE_SECONDS = 8.0
REREAD_SECONDS = 30.0
"""Expected waits change without anything happening, and at midnight a new day begins."""
FLASH_SECONDS = 10.0

TOPICS = (Topic.TICKETS, Topic.COUNTERS, Topic.HALL)


class BoardPresenter(Onlooker[BoardState]):
    """Calls flash while they are new, and lines turn their pages."""

    def __init__(
        self,
        readers: Readers,
        feed: ChangeFeed,
        view: View[BoardState],
        tasks: Tasks,
        failed: Callable[[str, BaseException], None],
        *,
        pause: Pause = asyncio.sleep,
    ) -> None:
        super().__init__("board", BoardState(), feed, TOPICS, view, tasks, failed, pause=pause)
        self._readers, self._tasks = readers, tasks
        self._announced: frozenset[Announcement] | None = None

    def start(self) -> None:
        """Show what there is, and follow the hall from now on."""
        super().start()
        self._tasks.start(self._every(REREAD_SECONDS, self._reread), name="board.reread")
        self._tasks.start(self._every(PAGE_SECONDS, self._turn_page), name="board.pages")

    async def reload(self) -> None:
        """Read the hall. Raises DatabaseAway."""
        zone = ZoneInfo((await self._readers.hall()).timezone)
        board = await self._readers.board()
        fresh = self._state.fresh | self._new_announcements(board)
        self._change(
            hall=board.hall, now=board.now.astimezone(zone), calls=board.calls, lines=board.lines, fresh=fresh,
            page=self._state.page if len(board.lines) == len(self._state.lines) else 0,
        )  # fmt: skip

    def _new_announcements(self, board: Board) -> frozenset[Announcement]:
        """The calls that were not there at the last reading; at the first one, all are old."""
        current = frozenset(map(announcement, board.calls))
        before, self._announced = self._announced, current
        new = frozenset() if before is None else current - before
        if new:
            self._tasks.start(self._settle(new), name="board.flash")
        return new

    async def _settle(self, announcements: frozenset[Announcement]) -> None:
        await self._pause(FLASH_SECONDS)
        self._change(fresh=self._state.fresh - announcements)

    async def _every(self, seconds: float, act: Callable[[], Awaitable[None]]) -> None:
        while True:
            await self._pause(seconds)
            await act()

    async def _reread(self) -> None:
        self._refresher.refresh_all()

    async def _turn_page(self) -> None:
        if self._state.pages > 1:
            self._change(page=(self._state.page + 1) % self._state.pages)
