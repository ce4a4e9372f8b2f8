"""Limits computed anew when a year of the calendar becomes known: what exceptions and follow-ups have in common."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from app.domain.events import Event
from app.services.use_case import Work

T = TypeVar("T")


class Dated(Protocol[T]):
    """Where things with limits are kept."""

    async def by_number(self, number: str, *, lock: bool = False) -> T:
        """The one with a number."""

    async def provisional(self) -> Sequence[str]:
        """The numbers of open ones with a provisional limit."""

    async def save(self, case: T) -> None:
        """Save one that was loaded in this transaction."""


Recompute = Callable[[T], tuple[T, tuple[Event, ...]] | None]


async def moving(things: Dated[T], again: Recompute[T]) -> tuple[str, ...]:
    """The numbers of those with a provisional limit that would move; a look without a trace."""
    return tuple([n for n in await things.provisional() if again(await things.by_number(n)) is not None])


async def move(work: Work, things: Dated[T], numbers: Sequence[str], again: Recompute[T]) -> int:
    """Compute these anew, and say how many of them moved; the others are never locked."""
    moved = 0
    for number in numbers:
        if again(await things.by_number(number)) is None:
            continue
        change = again(await things.by_number(number, lock=True))
        if change is not None:
            case, events = change
            await things.save(case)
            work.u.record(work.actor, *events)
            moved += 1
    return moved
