"""What a desk owes: the morning's summary, and what it is reminded of."""

from app.domain.staff import Actor
from app.domain.worklist import last_soon_day
from app.ports.readers import OwedQuery
from app.ports.rows import Owed
from app.ports.unit_of_work import UnitOfWork
from app.services.hall_time import office_calendar_in
from app.services.use_case import Ports


async def owed(ports: Ports, department: str | None = None) -> Owed:
    """What is owed today, by the whole hall or by one department (its code or name)."""
    async with ports.uow() as u:
        return await _owed(ports, u, department)


async def owed_by(ports: Ports, actor: Actor) -> Owed:
    """What is owed today by the department of a person; by the whole hall where the person has none."""
    async with ports.uow() as u:
        codes = {department.id: department.code for department in await u.hall.departments()}
        return await _owed(ports, u, codes[actor.department] if actor.department else None)


async def _owed(ports: Ports, u: UnitOfWork, department: str | None) -> Owed:
    hall, calendar = await u.hall.get(), await office_calendar_in(ports, u)
    day = hall.business_day(await u.now())
    last_soon = last_soon_day(day, hall.policy.days_to_remind, calendar)
    return Owed(day, last_soon, await u.reads.owed(OwedQuery(day, last_soon, department)))
