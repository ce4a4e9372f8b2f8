"""Whether other departments have the same (类似问题筛查): asked by a date, and every answer kept."""

from app.domain.alarm import alarm_of
from app.domain.calendar import add_working_days
from app.domain.department_check import CheckChange, DepartmentCheck, caught_up, check_number, start_check
from app.domain.errors import RuleBroken
from app.domain.exception_case import ExceptionCase
from app.domain.ids import DepartmentCheckId, DepartmentId
from app.domain.staff import PERMISSIONS, Permission
from app.ports.rows import CheckPage
from app.services.authority import department_named
from app.services.exception_at_work import terms_at
from app.services.use_case import Work, use_case

DAYS = 5
"""Working days for the answers where nobody says otherwise."""


@use_case
async def start_department_check(
    work: Work, case: str, question: str = "", departments: tuple[str, ...] = (), days: int = DAYS
) -> CheckPage:
    """Ask departments (codes; all but the case's own when none is named) whether they have the same.

    Without a question the case's summary is asked about.

    Raises:
        RuleBroken: no such department, or nobody to ask.
    """
    work.actor.must(Permission.EXCEPTION_DIRECT)
    about = await work.u.exceptions.by_number(case)
    asked = await _asked(work, about, departments)
    hall, now = await work.u.hall.get(), await work.u.now()
    terms = await terms_at(work.ports, work.u, hall, now)
    day = terms.today
    due = add_working_days(day, days, terms.calendar)
    number = await work.u.numbers.next("department_check", "hall", day.year)
    check = DepartmentCheck(
        id=DepartmentCheckId(work.u.new_id()),
        number=check_number(day.year, number),
        case=about.id,
        question=question.strip() or about.summary,
        departments=asked,
        due=due,
        alarm=alarm_of(due.day, terms),
        started_by=work.actor.staff,
        started_at=now,
    )
    begun, events = start_check(check)
    await work.u.department_checks.add(begun)
    work.u.record(work.actor, *events)
    return await work.u.reads.department_check(begun.number)


@use_case
async def answer_department_check(
    work: Work, check: str, found: bool, text: str = "", department: str | None = None
) -> CheckPage:
    """Say for a department (code; one's own when none is named) whether it has the same, once.

    Raises:
        RuleBroken: for another's department, or as ``DepartmentCheck.answer``.
    """
    work.actor.must(Permission.EXCEPTION_HANDLE)
    unit = await _answering(work, department)
    taken = await work.u.department_checks.by_number(check, lock=True)
    hall, now = await work.u.hall.get(), await work.u.now()
    fallen = caught_up(taken, hall.business_day(now), hall.beginning_of)
    if fallen is not None:
        taken, events = fallen
        work.u.record(None, *events)
    return await _saved(work, taken.answer(unit, found, text, work.actor.staff, now))


async def _asked(work: Work, about: ExceptionCase, codes: tuple[str, ...]) -> tuple[DepartmentId, ...]:
    if codes:
        return tuple([(await department_named(work, code)).id for code in codes])
    known = await work.u.hall.departments()
    return tuple(department.id for department in known if department.id != about.department)


async def _answering(work: Work, code: str | None) -> DepartmentId:
    unit = (await department_named(work, code)).id if code else work.actor.department
    if unit is None:
        raise RuleBroken("department_check.rule.which")
    if unit != work.actor.department and Permission.EXCEPTION_DIRECT not in PERMISSIONS[work.actor.role]:
        raise RuleBroken("department_check.rule.other_department")
    return unit


async def _saved(work: Work, change: CheckChange) -> CheckPage:
    check, events = change
    await work.u.department_checks.save(check)
    work.u.record(work.actor, *events)
    return await work.u.reads.department_check(check.number)
