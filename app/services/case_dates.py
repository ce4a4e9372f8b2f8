"""The dates of cases, computed anew when a year of the calendar becomes known."""

from app.domain import case_course
from app.domain.case import By, Case
from app.domain.ids import CaseId, StaffId
from app.domain.working_time import WorkingTime
from app.ports.unit_of_work import UnitOfWork
from app.services.hall_time import office_calendar_in
from app.services.recomputing import Again, Recomputed, Recomputing
from app.services.use_case import Ports, Work, use_case


async def _rules(
    ports: Ports, u: UnitOfWork, year: int | None = None, staff: StaffId | None = None, /
) -> Again[Case]:
    hall = await u.hall.get()
    time = WorkingTime.of(hall, await office_calendar_in(ports, u))
    by = By(staff, await u.now(), time)
    return lambda case: case_course.recompute(case, hall.policy, by, year)


CASE_DATES = Recomputing(kept=lambda u: u.cases, find=lambda u: u.cases.get, rules=_rules)


@use_case
async def recompute_cases(work: Work, cases: tuple[CaseId, ...]) -> Recomputed:
    """Compute the provisional dates of these cases by the years that are known now."""
    return await CASE_DATES.move(work, cases)
