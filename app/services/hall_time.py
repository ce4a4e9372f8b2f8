"""The hall's working days and working time, the office's own years included."""

from datetime import datetime

from app.domain.calendar import OfficeCalendar
from app.domain.case import By
from app.domain.hall import Hall
from app.domain.working_time import WorkingTime
from app.ports.unit_of_work import UnitOfWork
from app.services.use_case import Ports, Work


async def office_calendar_in(ports: Ports, u: UnitOfWork) -> OfficeCalendar:
    """Which days are worked: as published, and as the office entered them."""
    return OfficeCalendar.of(ports.working_days, await u.calendar.entered())


async def hall_time(work: Work, hall: Hall) -> WorkingTime:
    """The office's working days, and the hall's opening hours."""
    return WorkingTime.of(hall, await office_calendar_in(work.ports, work.u))


async def by_actor(work: Work, hall: Hall, now: datetime) -> By:
    """The actor's step, at the hall's time."""
    return By(work.actor.staff, now, await hall_time(work, hall))
