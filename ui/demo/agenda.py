"""What happens when: everybody in the hall is a process that acts, and says how long it takes until it acts again."""

import heapq
from collections.abc import AsyncGenerator, Awaitable, Callable
from datetime import datetime, timedelta
from itertools import count

from app.domain.errors import YiciError

Process = AsyncGenerator[timedelta, None]
"""Yields the time until it goes on."""

Pace = Callable[[datetime], Awaitable[None]]
"""Brings the hall's time to a moment: by setting its clock, or by waiting for it."""


class Agenda:
    """Runs processes one step at a time, in the order of the hall's time.

    Without ``failed`` what a process raises is raised; with it, a rule that forbids a step, or a database that is
    away, ends that process alone: on a screen people may do what the script did not foresee.
    """

    def __init__(self, pace: Pace) -> None:
        self.pace = pace
        self.failed: Callable[[YiciError], None] | None = None
        self._order = count()
        self._open: list[tuple[datetime, int, Process]] = []

    def begin(self, at: datetime, process: Process) -> None:
        """Let a process begin at this moment (aware)."""
        heapq.heappush(self._open, (at, next(self._order), process))

    async def run(self, until: datetime) -> None:
        """Go on until this moment; what lies behind it stays on the agenda."""
        while self._open and self._open[0][0] <= until:
            at, _, process = heapq.heappop(self._open)
            await self.pace(at)
            pause = await self._step(process)
            if pause is not None:
                self.begin(at + pause, process)

    async def _step(self, process: Process) -> timedelta | None:
        try:
            return await anext(process, None)
        except YiciError as error:
            if self.failed is None:
                raise
            self.failed(error)
            return None

    async def close(self) -> None:
        """End: nothing on the agenda happens any more."""
        for _, _, process in self._open:
            await process.aclose()
        self._open.clear()
