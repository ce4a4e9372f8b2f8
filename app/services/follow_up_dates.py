"""The limits of follow-ups of bad ratings, computed anew when a year of the calendar becomes known."""

from app.domain.follow_up import Change, FollowUp
from app.domain.follow_up_clock import recompute
from app.domain.follow_up_table import FollowUpAction
from app.domain.ids import StaffId
from app.ports.unit_of_work import UnitOfWork
from app.services.follow_up_at_work import terms_at
from app.services.recomputing import Again, Recomputed, Recomputing
from app.services.use_case import Ports, Work, use_case


async def _rules(
    ports: Ports, u: UnitOfWork, year: int | None = None, staff: StaffId | None = None, /
) -> Again[FollowUp]:
    hall, now = await u.hall.get(), await u.now()
    terms = await terms_at(ports, u, hall, now)

    def again(case: FollowUp) -> Change | None:
        appeals = [hall.business_day(step.at) for step in case.steps if step.action is FollowUpAction.APPEAL]
        return recompute(case, terms, staff, now, appeals[-1] if appeals else None, year)

    return again


FOLLOW_UP_DATES = Recomputing(
    kept=lambda u: u.follow_ups, find=lambda u: u.follow_ups.by_number, rules=_rules
)


@use_case
async def recompute_follow_ups(work: Work, numbers: tuple[str, ...]) -> Recomputed:
    """Compute the provisional limits of these follow-ups by the years known now, and days that warn of them."""
    return await FOLLOW_UP_DATES.move(work, numbers)
