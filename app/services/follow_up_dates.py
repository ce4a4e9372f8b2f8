"""The limits of follow-ups of bad ratings, computed anew when a year of the calendar becomes known."""

from dataclasses import dataclass
from datetime import date

from app.domain.follow_up import Change, FollowUp
from app.domain.follow_up_clock import recompute
from app.domain.follow_up_table import FollowUpAction
from app.domain.ids import StaffId
from app.ports.unit_of_work import UnitOfWork
from app.services.follow_up_at_work import terms_at
from app.services.recomputing import Recompute, move, moving
from app.services.use_case import Ports, Work, use_case


@dataclass(frozen=True, slots=True)
class RecomputedFollowUps:
    """Of how many follow-ups limits moved."""

    follow_ups: int


@use_case
async def recompute_follow_ups(work: Work, numbers: tuple[str, ...]) -> RecomputedFollowUps:
    """Compute the provisional limits of these follow-ups by the years known now, and days that warn of them."""
    again = await _recompute_now(work.ports, work.u)
    return RecomputedFollowUps(await move(work, work.u.follow_ups, numbers, again))


async def recompute_follow_ups_of(work: Work, year: int) -> int:
    """Compute anew what reaches into a year, also where it was certain: the year may have been mistyped before."""
    again = await _recompute_now(work.ports, work.u, year, work.actor.staff)
    numbers = await work.u.follow_ups.open_that_came_by(date(year, 12, 31))
    return await move(work, work.u.follow_ups, numbers, again)


async def moving_follow_ups(ports: Ports) -> tuple[str, ...]:
    """The follow-ups that the years known now would move, or that have no day of warning; a look without a trace."""
    async with ports.uow() as u:
        return await moving(u.follow_ups, await _recompute_now(ports, u))


async def _recompute_now(
    ports: Ports, u: UnitOfWork, year: int | None = None, staff: StaffId | None = None
) -> Recompute[FollowUp]:
    hall, now = await u.hall.get(), await u.now()
    terms = await terms_at(ports, u, hall, now)

    def again(case: FollowUp) -> Change | None:
        appeals = [hall.business_day(step.at) for step in case.steps if step.action is FollowUpAction.APPEAL]
        return recompute(case, terms, staff, now, appeals[-1] if appeals else None, year)

    return again
