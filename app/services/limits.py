"""Looking into the hall's calendar: where a limit ends, and which years are known."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from app.domain.calendar import Due, OfficeCalendar, YearArrangement
from app.domain.working_time import WorkingTime
from app.services.hall_time import office_calendar_in
from app.services.use_case import Ports


async def limit_from(ports: Ports, start: date, days: Decimal) -> Due:
    """The end of a limit of so many working days that begins on a day; a fraction runs from its first opening."""
    async with ports.uow() as u:
        time = WorkingTime.of(await u.hall.get(), await office_calendar_in(ports, u))
    return time.due(time.start_of(start), days)


async def entered_years(ports: Ports) -> Sequence[YearArrangement]:
    """The years that the office entered itself."""
    async with ports.uow() as u:
        return await u.calendar.entered()


async def office_calendar(ports: Ports) -> OfficeCalendar:
    """Which days are worked: as published, and as the office entered them."""
    async with ports.uow() as u:
        return await office_calendar_in(ports, u)
