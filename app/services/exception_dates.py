"""The limits of exception cases, computed anew when a year of the calendar becomes known."""

from app.domain.exception_case import ExceptionCase
from app.domain.exception_dates import recompute
from app.domain.ids import StaffId
from app.ports.unit_of_work import UnitOfWork
from app.services.exception_at_work import terms_at
from app.services.recomputing import Again, Recomputed, Recomputing
from app.services.use_case import Ports, Work, use_case


async def _rules(
    ports: Ports, u: UnitOfWork, year: int | None = None, staff: StaffId | None = None, /
) -> Again[ExceptionCase]:
    hall, now = await u.hall.get(), await u.now()
    terms = await terms_at(ports, u, hall, now)
    return lambda case: recompute(case, terms, staff, now, year)


EXCEPTION_DATES = Recomputing(
    kept=lambda u: u.exceptions, find=lambda u: u.exceptions.by_number, rules=_rules
)


@use_case
async def recompute_exceptions(work: Work, numbers: tuple[str, ...]) -> Recomputed:
    """Compute the dates of these exception cases that may not have been certain by the years that are known now."""
    return await EXCEPTION_DATES.move(work, numbers)
