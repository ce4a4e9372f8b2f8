"""The hall's working time, the office's own years included."""

from datetime import datetime

from app.domain.calendar import OfficeCalendar
from app.domain.case import By
from app.domain.hall import Hall
from app.domain.working_time import WorkingTime
from app.services.use_case import Work


async def hall_time(work: Work, hall: Hall) -> WorkingTime:
    """Working days as published and as the office entered them, and the hall's opening hours."""
    return WorkingTime.of(hall, OfficeCalendar.of(work.ports.working_days, await work.u.calendar.entered()))


async def by_actor(work: Work, hall: Hall, now: datetime) -> By:
    """The actor's step, at the hall's time."""
    return By(work.actor.staff, now, await hall_time(work, hall))
