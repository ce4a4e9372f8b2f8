"""Keeps what was typed: as it is through errors and refreshes, as far as a file may hold it through restarts."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from typing import Any, Generic, TypeVar

from app.domain.message import Message
from app.ports.files import reason_of
from ui.kept_file import KeptFile
from ui.worklist.desk import Desk
from ui.worklist.state import Draft, S

K = TypeVar("K")

MOST_DRAFTS = 100
"""Of more cases than these the oldest drafts are dropped."""

WRITE_AFTER = 0.5
"""Seconds after the last letter."""


class Typed(ABC, Generic[S, K]):
    """The drafts of the station; a room says what of them the file holds."""

    def __init__(
        self, desk: Desk[S], file: KeptFile[K], pause: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        self._desk, self._file, self._pause = desk, file, pause
        self._changed = asyncio.Event()

    def read(self) -> None:
        """Bring back what was typed before the program ended."""
        self._desk.change(**self._brought_back(self._file.read()))

    def write_case(self, draft: Draft) -> None:
        """Something was typed or chosen about the case on the page."""
        page = self._desk.state.page
        if page is not None and draft != self._desk.state.draft:
            self._put(page.row.number, draft)

    def forget(self, number: str) -> None:
        """It has been done."""
        self._put(number, None)

    async def keep(self) -> None:
        """Write the file a moment after every change, until cancelled."""
        while True:
            await self._changed.wait()
            await self._pause(WRITE_AFTER)
            await self.write()

    async def write(self) -> None:
        """Write the file now. When that is not possible it is said, and what was typed stays on the screen."""
        self._changed.clear()
        try:
            await self._file.write(self._to_keep())
        except OSError as error:
            told = Message("worklist.drafts_not_kept", {"reason": reason_of(error)})
            self._desk.change(problem=told)

    @abstractmethod
    def _brought_back(self, kept: K) -> dict[str, Any]:
        """What the file holds, as fields of the state."""

    @abstractmethod
    def _to_keep(self) -> K:
        """What was typed, as it may be kept in a file: without persons."""

    def _put(self, number: str, draft: Draft | None) -> None:
        drafts = {key: value for key, value in self._desk.state.drafts.items() if key != number}
        if draft is not None:
            drafts[number] = draft
        self._desk.change(drafts=dict(list(drafts.items())[-MOST_DRAFTS:]), problem=None)
        self._changed.set()
