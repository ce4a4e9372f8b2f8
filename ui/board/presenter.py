"""The board's presenter: reads the hall again when something changes, and never passes off old calls as new."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import replace
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from app.domain.events import Topic
from app.ports.change_feed import ChangeFeed, Touch
from app.ports.readers import Readers
from app.ports.rows import Board
from ui.board.state import Announcement, BoardState, announcement
from ui.refresh import Pause, Refresher

PAGE_SECONDS = 8.0
REREAD_SECONDS = 30.0
"""Expected waits change without anything happening, and at midnight a new day begins."""
FLASH_SECONDS = 10.0
NOBODY = "\0"
"""The origin of no station: the board changes nothing, so every change is somebody else's."""

TOPICS = (Topic.TICKETS, Topic.COUNTERS, Topic.HALL)


class View(Protocol):
    """What the presenter needs of the screen."""

    def render(self, state: BoardState) -> None: ...


class Tasks(Protocol):
    """Owns what runs in the background."""

    def start(self, work: Coroutine[Any, Any, Any], *, name: str, replace: bool = False) -> object: ...


class BoardPresenter:
    """``start`` begins; the tasks' owner ends it."""

    def __init__(
        self,
        readers: Readers,
        feed: ChangeFeed,
        view: View,
        tasks: Tasks,
        failed: Callable[[str, BaseException], None],
        *,
        pause: Pause = asyncio.sleep,
    ) -> None:
        self._readers, self._view, self._tasks = readers, view, tasks
        self._report, self._pause = failed, pause
        self._state = BoardState()
        self._announced: frozenset[Announcement] | None = None
        self._refresher = Refresher(
            feed,
            origin=NOBODY,
            touched=self._touched,
            failed=self._failed,
            recovered=lambda: self._touched(Touch.CONNECTED),
        )
        self._refresher.subscribe(TOPICS, self.reload)

    def start(self) -> None:
        """Show what there is, and follow the hall from now on."""
        self._view.render(self._state)
        self._tasks.start(self._refresher.run(), name="board.follow")
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

    def _touched(self, touch: Touch) -> None:
        self._change(touch=touch)

    def _failed(self, error: Exception) -> None:
        """What cannot be read again is old, whatever the reason."""
        self._touched(Touch.LOST)
        self._report("board.reload", error)

    async def _every(self, seconds: float, act: Callable[[], Awaitable[None]]) -> None:
        while True:
            await self._pause(seconds)
            await act()

    async def _reread(self) -> None:
        self._refresher.refresh_all()

    async def _turn_page(self) -> None:
        if self._state.pages > 1:
            self._change(page=(self._state.page + 1) % self._state.pages)

    def _change(self, **changes: Any) -> None:
        state = replace(self._state, **changes)
        if state != self._state:
            self._state = state
            self._view.render(state)
