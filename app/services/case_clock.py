"""What the calendar does to cases by itself: nothing lapses unseen, also when no station was open for days."""

from dataclasses import dataclass
from uuid import UUID

from uuid_utils.compat import uuid7

from app.domain import case_course, case_receipt
from app.domain.calendar import YearArrangement
from app.domain.case import By, Case, Change
from app.domain.case_clock import limit_of
from app.domain.events import Event, Topic
from app.domain.hall import CalendarAction, Hall
from app.domain.ids import CommandId, StaffId
from app.domain.staff import Actor, Permission, Role
from app.services.case_of_errand import save_case
from app.services.hall_time import hall_time
from app.services.use_case import Command, Ports, Work, use_case

LAWS_CLOCK = Actor(StaffId(UUID(int=0)), "", "", Role.ADMINISTRATOR)
"""Takes the steps that the calendar takes, with nobody signed in; a case's story names the law instead."""

_AT_ONCE = 50
"""Cases of one transaction: each of them stays locked until its end."""


@dataclass(frozen=True, slots=True)
class Swept:
    """How many cases were deemed accepted or ended, and how many dates were computed anew."""

    deemed_accepted: int = 0
    ended: int = 0
    recomputed: int = 0


async def sweep_what_lapsed(ports: Ports) -> Swept:
    """Sweep until nothing is left to sweep; where nothing lapsed this is one look and leaves no trace."""
    total = Swept()
    while await _anything_lapsed(ports):
        swept = await sweep_cases(ports, Command(CommandId(uuid7()), LAWS_CLOCK))
        if swept == Swept():
            break  # somebody else was faster
        total = Swept(total.deemed_accepted + swept.deemed_accepted, total.ended + swept.ended)
    return total


@use_case
async def sweep_cases(work: Work) -> Swept:
    """Accept what the law deems accepted (art. 32(4)), and end cases whose pledge was not kept.

    Can run at any station, late or twice, without harm; up to fifty cases at a time.
    """
    hall = await work.u.hall.get()
    by = By(None, await work.u.now(), await hall_time(work, hall))
    deemed = ended = 0
    for id_ in await work.u.cases.lapsed(by.day, _AT_ONCE):
        case = await work.u.cases.get(id_, lock=True)
        if case_receipt.has_lapsed(case, by):
            await save_case(work, await _deemed(work, case, by))
            deemed += 1
        elif case_course.pledge_is_broken(case, by):
            await save_case(work, case_course.break_pledge(case, by))
            ended += 1
    return Swept(deemed, ended)


@use_case
async def enter_year(work: Work, arrangement: YearArrangement) -> Swept:
    """Enter a year's arrangement of working days, and compute the provisional dates anew."""
    work.actor.must(Permission.SET_UP)
    arrangement.must_be_sound()
    await work.u.calendar.enter(arrangement)
    hall = await work.u.hall.get()
    work.u.record(
        work.actor, Event(Topic.HALL, CalendarAction.ENTER_YEAR, hall.id, {"year": arrangement.year})
    )
    return Swept(recomputed=await _recompute(work, hall))


@use_case
async def forget_year(work: Work, year: int) -> Swept:
    """Forget a year that the office entered: what was published counts again."""
    work.actor.must(Permission.SET_UP)
    hall = await work.u.hall.get()
    if await work.u.calendar.remove(year):
        work.u.record(work.actor, Event(Topic.HALL, CalendarAction.FORGET_YEAR, hall.id, {"year": year}))
    return Swept(recomputed=await _recompute(work, hall))


async def _anything_lapsed(ports: Ports) -> bool:
    async with ports.uow() as u:
        day = (await u.hall.get()).business_day(await u.now())
        return bool(await u.cases.lapsed(day, 1))


async def _recompute(work: Work, hall: Hall) -> int:
    by = By(work.actor.staff, await work.u.now(), await hall_time(work, hall))
    moved = 0
    for id_ in await work.u.cases.provisional():
        case = await work.u.cases.get(id_, lock=True)
        change = case_course.recompute(case, hall.policy, by)
        if change is not None:
            await save_case(work, change)
            moved += 1
    return moved


async def _deemed(work: Work, case: Case, by: By) -> Change:
    item = await work.u.catalogue.version(case.item)
    limit = limit_of(item, case.situation, is_joint=False, said=None)
    return case_receipt.deem_accepted(case, limit, by)
