"""What a desk owes: the morning's summary, and what it is reminded of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.calendar import OfficeCalendar
from app.domain.worklist import Urgency, last_soon_day
from app.ports.readers import OwedQuery
from app.ports.rows import OwedRow
from app.services.use_case import Ports


@dataclass(frozen=True, slots=True)
class Owed:
    """What open cases wait for on a day; ``last_soon`` is the last day that counts as near."""

    day: date
    last_soon: date
    rows: Sequence[OwedRow]

    def count(self, *urgencies: Urgency) -> int:
        """How many cases are that urgent."""
        return sum(row.count for row in self.rows if row.urgency in urgencies)


async def owed(ports: Ports, department: str | None = None) -> Owed:
    """What is owed today, by the whole hall or by one department (its code or name)."""
    async with ports.uow() as u:
        hall, entered = await u.hall.get(), await u.calendar.entered()
        day = hall.business_day(await u.now())
        calendar = OfficeCalendar.of(ports.working_days, entered)
        last_soon = last_soon_day(day, hall.policy.days_to_remind, calendar)
        return Owed(day, last_soon, await u.reads.owed(OwedQuery(day, last_soon, department)))
