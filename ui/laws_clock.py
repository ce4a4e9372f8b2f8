"""The law's clock runs wherever a desk is open: what lapsed is settled without anybody asking."""

import asyncio
from collections.abc import Awaitable, Callable

from app.ports.errors import ConcurrentChange, DatabaseAway
from app.services.case_clock import Swept, sweep_what_lapsed
from app.services.use_case import Ports

EVERY_SECONDS = 180.0
"""Limits end with a day: minutes are soon enough, also for a desk that stayed open overnight."""


class LawsClock:
    """Sweeps at the start and every few minutes; any number of stations may do so at once."""

    def __init__(self, pause: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._pause = pause
        self._told: list[Callable[[], None]] = []

    def on_moved(self, told: Callable[[], None]) -> None:
        """Tell when cases moved: the change feed passes over what its own station does."""
        self._told.append(told)

    async def run(self, ports: Ports) -> None:
        """Sweep until cancelled; while the hall is away, or others are at it, the next turn does."""
        while True:
            if await _swept(ports) != Swept():
                for told in self._told:
                    told()
            await self._pause(EVERY_SECONDS)


async def _swept(ports: Ports) -> Swept:
    try:
        return await sweep_what_lapsed(ports)
    except (DatabaseAway, ConcurrentChange):
        return Swept()
