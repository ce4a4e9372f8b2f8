"""The limits of exception cases, computed anew when a year of the calendar becomes known."""

from dataclasses import dataclass
from datetime import date

from app.domain.exception_case import ExceptionCase
from app.domain.exception_dates import recompute
from app.domain.exception_terms import Terms
from app.domain.ids import StaffId
from app.ports.unit_of_work import UnitOfWork
from app.services.hall_time import office_calendar_in
from app.services.recomputing import Recompute, move, moving
from app.services.use_case import Ports, Work, use_case


@dataclass(frozen=True, slots=True)
class Recomputed:
    """Of how many exception cases a date moved."""

    exceptions: int


@use_case
async def recompute_exceptions(work: Work, numbers: tuple[str, ...]) -> Recomputed:
    """Compute the dates of these exception cases that may not have been certain by the years that are known now."""
    again = await _recompute_now(work.ports, work.u)
    return Recomputed(await move(work, work.u.exceptions, numbers, again))


async def recompute_exceptions_of(work: Work, year: int) -> int:
    """Compute anew what reaches into a year, also where it was certain: the year may have been mistyped before."""
    again = await _recompute_now(work.ports, work.u, year, work.actor.staff)
    numbers = await work.u.exceptions.open_that_came_by(date(year, 12, 31))
    return await move(work, work.u.exceptions, numbers, again)


async def moving_exceptions(ports: Ports) -> tuple[str, ...]:
    """The exception cases whose dates the years known now would move; a look without a trace."""
    async with ports.uow() as u:
        return await moving(u.exceptions, await _recompute_now(ports, u))


async def _recompute_now(
    ports: Ports, u: UnitOfWork, year: int | None = None, staff: StaffId | None = None
) -> Recompute[ExceptionCase]:
    hall, now = await u.hall.get(), await u.now()
    terms = Terms(hall.policy, await office_calendar_in(ports, u), hall.business_day(now))
    return lambda case: recompute(case, terms, staff, now, year)
