"""Trying a database: is it there, how far away, does its clock agree, which hall is it."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import Protocol
from zoneinfo import ZoneInfo

from app.domain.clock import ClockGap
from app.domain.counter import CounterState
from app.ports.readers import Readers
from app.ports.rows import CounterRow, HallRow, LineRow
from app.services.use_case import Ports

_ORIGIN = "first-start"
_TRIES = 3


class OpenHall(Protocol):
    """A hall within reach."""

    @property
    def ports(self) -> Ports:
        """What use cases and screens need."""
        ...


Opener = Callable[[str, Path, str], AbstractAsyncContextManager[OpenHall]]
"""Opens the hall at a URL with a key file, for a station of a name; raises as ``app.bootstrap.open_hall``."""


@dataclass(frozen=True, slots=True)
class HallFound:
    """What a try has shown."""

    hall: HallRow
    clock: ClockGap
    counters: tuple[CounterRow, ...]
    lines: tuple[LineRow, ...]

    @property
    def local_now(self) -> datetime:
        """The hall's time at the try, in its zone."""
        return self.hall.now.astimezone(ZoneInfo(self.hall.timezone))

    def counter(self, number: int | None) -> CounterRow | None:
        """The counter of this number."""
        return next((counter for counter in self.counters if counter.number == number), None)

    def in_use(self, own: int | None = None) -> frozenset[int]:
        """The counters at which somebody works on another machine; ``own`` is this one's."""
        busy = {c.number for c in self.counters if c.state is not CounterState.CLOSED}
        return frozenset(busy - {own})


async def try_hall(opener: Opener, url: str, key_file: Path) -> HallFound:
    """Open the hall, ask it a few things, and close it again.

    Raises:
        DatabaseAway, DatabaseUnusable, KeyUnusable: as the opener.
        NotFound: the database is there, the hall is not set up.
    """
    async with opener(url, key_file, _ORIGIN) as hall:
        readers = hall.ports.readers
        row, clock = await _measure(readers)
        counters, lines = await readers.counters(), await readers.lines()
        return HallFound(row, clock, tuple(counters), tuple(lines))


async def _measure(readers: Readers) -> tuple[HallRow, ClockGap]:
    """The quickest of a few reads says most about the way, and about the clocks."""
    best: tuple[HallRow, ClockGap] | None = None
    for _ in range(_TRIES):
        asked, started = datetime.now(UTC), monotonic()
        row = await readers.hall()
        took = timedelta(seconds=monotonic() - started)
        if best is None or took < best[1].round_trip:
            best = row, ClockGap.measured(asked, row.now, took)
    assert best is not None
    return best
