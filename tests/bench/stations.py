"""Counter stations side by side in one process, each with connections of its own."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from app.bootstrap import open_hall
from app.domain.staff import Actor
from app.services.call_next import call_next
from app.services.use_case import Ports
from tests.bench.hall import CALLERS, CALLS, actors, clerk_number, command, counter_of


@dataclass(frozen=True)
class Station:
    """One caller: its counters in the order in which it calls from them, with their clerks."""

    ports: Ports
    counters: Sequence[tuple[int, Actor]]

    async def call(self, call: int) -> None:
        """The n-th call of this caller.

        Raises:
            RuntimeError: nobody was called, so nothing was measured.
        """
        counter, clerk = self.counters[call]
        called = await call_next(self.ports, command(clerk), counter)
        if called.ticket is None:
            raise RuntimeError(f"nobody waits for counter {counter}")


@asynccontextmanager
async def stations(url: str, key_file: Path, count: int = CALLERS) -> AsyncIterator[Sequence[Station]]:
    """The first callers of the hall, connected."""
    staff = await actors(url)
    async with AsyncExitStack() as stack:
        opened = []
        for caller in range(count):
            hall = await stack.enter_async_context(open_hall(url, key_file, f"bench-{caller}", "zh"))
            numbers = [counter_of(caller, call) for call in range(CALLS)]
            opened.append(Station(hall.ports, [(n, staff[clerk_number(n)]) for n in numbers]))
        yield opened
