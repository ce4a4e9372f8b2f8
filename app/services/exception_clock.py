"""What the calendar does to exceptions: warnings, escalation, what is overdue; also when no station was open for days.

Cases, groups of one cause and questions to departments are swept alike.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from app.domain import department_check, exception_ladder
from app.domain import exception_group_clock as group_clock
from app.domain.events import Event
from app.ports.unit_of_work import UnitOfWork
from app.services.exception_at_work import terms_at
from app.services.sweeping import AT_ONCE, sweep_all
from app.services.use_case import Ports, Work, use_case

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class FellDue:
    """How many warnings were given, how often a case went one level up, and how much else was told as overdue."""

    warned: int = 0
    escalated: int = 0
    overdue: int = 0

    def __add__(self, other: "FellDue") -> "FellDue":
        return FellDue(
            self.warned + other.warned, self.escalated + other.escalated, self.overdue + other.overdue
        )


class Kept(Protocol[T]):
    """Where things with limits are kept."""

    async def falling_due(self, day: date, at_most: int) -> Sequence[str]:
        """The numbers of those on which a rule has to act by that day."""

    async def by_number(self, number: str, *, lock: bool = False) -> T:
        """The one with a number."""

    async def save(self, thing: T, /) -> None:
        """Save one that was loaded in this transaction."""


CaughtUp = Callable[[T], tuple[T, tuple[Event, ...]] | None]


async def sweep_exceptions(ports: Ports) -> FellDue:
    """Sweep until nothing is left to sweep; where nothing fell due this is one look and leaves no trace."""
    return await sweep_all(ports, _anything_due, sweep_some_exceptions, FellDue())


@use_case
async def sweep_some_exceptions(work: Work) -> FellDue:
    """Warn of limits that come near, let cases rise and tell as overdue what is, each dated by when it fell due.

    Can run at any station, late or twice, without harm; up to fifty of each kind at a time.
    """
    u, hall = work.u, await work.u.hall.get()
    terms = await terms_at(work.ports, u, hall, await u.now())
    today, begins = terms.today, hall.beginning_of
    actions = [
        *await _swept(
            work, u.exceptions, today, lambda case: exception_ladder.caught_up(case, terms, begins)
        ),
        *await _swept(
            work, u.exception_groups, today, lambda group: group_clock.caught_up(group, today, begins)
        ),
        *await _swept(
            work, u.department_checks, today, lambda check: department_check.caught_up(check, today, begins)
        ),
    ]
    return FellDue(*(actions.count(action) for action in ("warn", "escalate", "overdue")))


async def _anything_due(u: UnitOfWork, day: date) -> bool:
    looks: tuple[Callable[[date, int], Awaitable[Sequence[str]]], ...] = (
        u.exceptions.falling_due,
        u.exception_groups.falling_due,
        u.department_checks.falling_due,
    )
    return any([await look(day, 1) for look in looks])


async def _swept(work: Work, kept: Kept[T], today: date, caught_up: CaughtUp[T]) -> list[str]:
    """What the rules did to those of one kind."""
    actions: list[str] = []
    for number in await kept.falling_due(today, AT_ONCE):
        change = caught_up(await kept.by_number(number, lock=True))
        if change is not None:
            moved, events = change
            await kept.save(moved)
            work.u.record(None, *events)
            actions += [str(event.action) for event in events]
    return actions
