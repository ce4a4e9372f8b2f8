"""What use cases of exception cases have in common: the case locked and caught up, the hall's terms, saving."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.errors import RuleBroken
from app.domain.exception_case import Change, ExceptionCase
from app.domain.exception_course import By
from app.domain.exception_ladder import caught_up
from app.domain.exception_terms import Terms
from app.domain.hall import Hall
from app.domain.ids import DepartmentId
from app.domain.staff import PERMISSIONS, Permission, StaffMember
from app.ports.rows import ExceptionPage
from app.ports.unit_of_work import UnitOfWork
from app.services import handlers
from app.services.hall_time import office_calendar_in
from app.services.use_case import Ports, Work


@dataclass(frozen=True, slots=True)
class AtWork:
    """A case under lock, with all that fell due by now in its story, and the step's who, when and terms."""

    case: ExceptionCase
    by: By
    hall: Hall


async def terms_at(ports: Ports, u: UnitOfWork, hall: Hall, now: datetime) -> Terms:
    """The hall's settings and working days at an instant."""
    return Terms(hall.policy, await office_calendar_in(ports, u), hall.business_day(now))


async def take_case(work: Work, number: str, permission: Permission) -> AtWork:
    """Lock a case for a step. What fell due before it stands before it in the story.

    Raises:
        NotPermitted: the role lacks the permission.
        NotFound: no such case.
    """
    work.actor.must(permission)
    case = await work.u.exceptions.by_number(number, lock=True)
    hall, now = await work.u.hall.get(), await work.u.now()
    terms = await terms_at(work.ports, work.u, hall, now)
    fallen = caught_up(case, terms, hall.beginning_of)
    if fallen is not None:
        case, events = fallen
        work.u.record(None, *events)
    return AtWork(case, By(work.actor.staff, now, terms), hall)


async def save_case(work: Work, change: Change) -> ExceptionPage:
    """Keep what a step led to."""
    case, events = change
    await work.u.exceptions.save(case)
    work.u.record(work.actor, *events)
    return await work.u.reads.exception(case.number)


async def able_handler(work: Work, number: str) -> StaffMember:
    """The member of staff of a number, who can handle cases.

    Raises:
        RuleBroken: that person cannot.
        NotFound: nobody has the number.
    """
    return await handlers.able_handler(work, number, Permission.EXCEPTION_HANDLE, "exception.rule.handler")


async def unit_of(work: Work, code: str | None, handler: StaffMember) -> DepartmentId:
    """The department that was named, else the handler's own.

    Raises:
        RuleBroken: there is no such department, or the handler is of none.
    """
    if code is None:
        if handler.department is None:
            raise RuleBroken("exception.rule.department")
        return handler.department
    unit = next((d.id for d in await work.u.hall.departments() if d.code == code), None)
    if unit is None:
        raise RuleBroken("staff.rule.no_department", department=code)
    return unit


def must_lead(work: Work, case: ExceptionCase) -> None:
    """Refuse who neither handles the case nor directs cases.

    Raises:
        RuleBroken: another's.
    """
    if Permission.EXCEPTION_DIRECT not in PERMISSIONS[work.actor.role]:
        case.must_be_handled_by(work.actor.staff)
