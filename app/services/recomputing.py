"""Dates computed anew when a year of the calendar becomes known: the same for all that has such dates."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar

from app.domain.events import Event
from app.domain.ids import StaffId
from app.ports.unit_of_work import UnitOfWork
from app.services.use_case import Ports, Work

T = TypeVar("T")
K = TypeVar("K")
K_co = TypeVar("K_co", covariant=True)
K_contra = TypeVar("K_contra", contravariant=True)
T_co = TypeVar("T_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)

Again = Callable[[T], tuple[T, tuple[Event, ...]] | None]
"""Computes the dates of one anew; None where they stay."""


class Kept(Protocol[K_co, T_contra]):
    """Where things with dates are kept."""

    async def provisional(self) -> Sequence[K_co]:
        """The keys of open ones whose dates may not be certain."""

    async def open_that_came_by(self, day: date) -> Sequence[K_co]:
        """The keys of open ones that came on a day or before."""

    async def save(self, case: T_contra, /) -> None:
        """Save one that was loaded in this transaction."""


class Find(Protocol[K_contra, T_co]):
    """Finds one by its key."""

    async def __call__(self, key: K_contra, /, *, lock: bool = False) -> T_co:
        """The one with a key."""


class Rules(Protocol[T]):
    """How dates are computed by what is known now.

    ``year``: also those that reach into it and were certain; ``staff``: who entered or forgot it.
    """

    def __call__(
        self, ports: Ports, u: UnitOfWork, year: int | None = None, staff: StaffId | None = None, /
    ) -> Awaitable[Again[T]]:
        """What computes them."""


@dataclass(frozen=True, slots=True)
class Recomputed:
    """Of how many a date moved."""

    moved: int


@dataclass(frozen=True)
class Recomputing(Generic[K, T]):
    """How the dates of one kind of thing are computed anew."""

    kept: Callable[[UnitOfWork], Kept[K, T]]
    find: Callable[[UnitOfWork], Find[K, T]]
    rules: Rules[T]

    async def moving(self, ports: Ports) -> tuple[K, ...]:
        """Those whose dates may not be certain and that the years known now would move; a look without a trace."""
        async with ports.uow() as u:
            keys = await self.kept(u).provisional()
            if not keys:
                return ()
            find, again = self.find(u), await self.rules(ports, u)
            return tuple([key for key in keys if again(await find(key)) is not None])

    async def move(self, work: Work, keys: Sequence[K]) -> Recomputed:
        """Compute these anew by the years that are known now."""
        return Recomputed(await self._move(work, keys, await self.rules(work.ports, work.u)))

    async def move_of(self, work: Work, year: int) -> int:
        """Compute anew what reaches into a year, also where it was certain: it may have been mistyped before."""
        again = await self.rules(work.ports, work.u, year, work.actor.staff)
        return await self._move(work, await self.kept(work.u).open_that_came_by(date(year, 12, 31)), again)

    async def _move(self, work: Work, keys: Sequence[K], again: Again[T]) -> int:
        """How many of them moved; the others are never locked."""
        kept, find, moved = self.kept(work.u), self.find(work.u), 0
        for key in keys:
            if again(await find(key)) is None:
                continue
            change = again(await find(key, lock=True))
            if change is not None:
                case, events = change
                await kept.save(case)
                work.u.record(work.actor, *events)
                moved += 1
        return moved
