"""What a desk owes: the morning's summary, and what it is reminded of."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.domain.follow_up_table import FollowUpAction
from app.domain.staff import PERMISSIONS, Actor, Permission
from app.domain.worklist import Urgency, last_soon_day, urgency_of
from app.ports.queries import EVERYTHING, OwedQuery
from app.ports.rating_queries import FollowUpQuery
from app.ports.rows import FollowUpRow, Owed, OwedFollowUps
from app.ports.unit_of_work import UnitOfWork
from app.services.hall_time import office_calendar_in
from app.services.use_case import Ports


async def owed(ports: Ports, department: str | None = None) -> Owed:
    """What is owed today, by the whole hall or by one department (its code or name).

    Nobody is signed in: of bad ratings those of days before count, as in figures for everybody.
    """
    async with ports.uow() as u:
        found = await _owed(ports, u, department)
        rows = await u.reads.follow_ups(FollowUpQuery(department=department, limit=EVERYTHING))
        return _with(found, (row for row in rows if row.opened_on < found.day))


async def owed_by(ports: Ports, actor: Actor) -> Owed:
    """What is owed today by the department of a person; by the whole hall where the person has none.

    Of bad ratings what is theirs to follow up: all but their own for who directs, else what they were given. The review
    of an appeal is never of who handled it.
    """
    async with ports.uow() as u:
        codes = {department.id: department.code for department in await u.hall.departments()}
        found = await _owed(ports, u, codes[actor.department] if actor.department else None)
        handler = None if Permission.RATING_DIRECT in PERMISSIONS[actor.role] else actor.number
        rows = await u.reads.follow_ups(FollowUpQuery(handler=handler, not_of=actor.number, limit=EVERYTHING))
        return _with(found, (row for row in rows if not _is_for_others(row, actor)))


async def _owed(ports: Ports, u: UnitOfWork, department: str | None) -> Owed:
    hall, calendar = await u.hall.get(), await office_calendar_in(ports, u)
    day = hall.business_day(await u.now())
    last_soon = last_soon_day(day, hall.policy.days_to_remind, calendar)
    return Owed(day, last_soon, await u.reads.owed(OwedQuery(day, last_soon, department)))


def _is_for_others(row: FollowUpRow, actor: Actor) -> bool:
    return row.next_step is FollowUpAction.DISMISS and row.owner == actor.number


def _with(found: Owed, rows: Iterable[FollowUpRow]) -> Owed:
    """The same with what these follow-ups wait for."""
    return replace(found, follow_ups=tuple(_counted(found, rows)))


def _counted(found: Owed, rows: Iterable[FollowUpRow]) -> Iterator[OwedFollowUps]:
    counts = Counter(
        (row.next_step, urgency_of(row.due.day, found.day, found.last_soon))
        for row in rows
        if row.due is not None and row.next_step is not None
    )
    for step in FollowUpAction:
        for urgency in Urgency:
            if count := counts[step, urgency]:
                yield OwedFollowUps(step, urgency, count)
