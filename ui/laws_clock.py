"""The law's clock runs wherever a desk is open: what lapsed is settled without anybody asking."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar

from app.ports.errors import ConcurrentChange, DatabaseAway
from app.services.case_clock import Swept, sweep, sweep_what_lapsed
from app.services.exception_clock import FellDue, sweep_exceptions
from app.services.follow_up_clock import Warned, sweep_follow_ups
from app.services.use_case import Ports

EVERY_SECONDS = 180.0
"""Limits end with a day: minutes are soon enough, also for a desk that stayed open overnight."""

T = TypeVar("T")


class LawsClock:
    """Sweeps at the start and every few minutes; any number of stations may do so at once."""

    def __init__(self, pause: Callable[[float], Coroutine[Any, Any, None]] = asyncio.sleep) -> None:
        self._pause = pause
        self._told: list[Callable[[], None]] = []
        self._stopped = asyncio.Event()

    def on_moved(self, told: Callable[[], None]) -> None:
        """Tell when cases moved: the change feed passes over what its own station does."""
        self._told.append(told)

    async def run(self, ports: Ports) -> None:
        """Sweep until stopped; while the hall is away, or others are at it, the next turn does.

        The first sweep looks at the dates too: a year that was published comes with a release of the program.
        """
        turn = sweep
        while not self._stopped.is_set():
            swept, fell_due = await _swept(turn, ports), await _swept(sweep_exceptions, ports)
            warned = await _swept(sweep_follow_ups, ports)
            if swept is not None:
                turn = sweep_what_lapsed
            nothing = (None, Swept(), FellDue(), Warned())
            if any(result not in nothing for result in (swept, fell_due, warned)):
                for told in self._told:
                    told()
            await self._until_next_turn()

    def stop(self) -> None:
        """Sweep no more; a sweep under way comes to its end, for it writes."""
        self._stopped.set()

    async def _until_next_turn(self) -> None:
        async with asyncio.TaskGroup() as group:
            waits = {group.create_task(self._pause(EVERY_SECONDS)), group.create_task(self._stopped.wait())}
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
            for wait in waits:
                wait.cancel()


async def _swept(turn: Callable[[Ports], Awaitable[T]], ports: Ports) -> T | None:
    try:
        return await turn(ports)
    except (DatabaseAway, ConcurrentChange):
        return None
