"""What the calendar does to cases by itself: nothing lapses unseen, also when no station was open for days."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from uuid_utils.compat import uuid7

from app.domain import case_course, case_receipt
from app.domain.calendar import YearArrangement
from app.domain.case import By, Case, Change
from app.domain.case_clock import limit_of
from app.domain.events import Event, Topic
from app.domain.hall import CalendarAction
from app.domain.ids import CaseId, CommandId, StaffId
from app.domain.staff import UNATTENDED, Permission
from app.domain.working_time import WorkingTime
from app.ports.unit_of_work import UnitOfWork
from app.services.case_of_errand import save_case
from app.services.exception_dates import (
    moving_exceptions,
    recompute_exceptions,
    recompute_exceptions_of,
)
from app.services.follow_up_dates import (
    moving_follow_ups,
    recompute_follow_ups,
    recompute_follow_ups_of,
)
from app.services.hall_time import hall_time, office_calendar_in
from app.services.issuing import take_back_of_finish
from app.services.use_case import Command, Ports, Work, use_case

Recompute = Callable[[Case], Change | None]

_AT_ONCE = 50
"""Cases of one transaction: each of them stays locked until its end."""


@dataclass(frozen=True, slots=True)
class Swept:
    """How many cases were deemed accepted or ended, and of how many dates were computed anew.

    Those are cases, exceptions and follow-ups of bad ratings together.
    """

    deemed_accepted: int = 0
    ended: int = 0
    recomputed: int = 0


async def sweep(ports: Ports) -> Swept:
    """All that the calendar does by itself: the dates that a published year makes certain, then what lapsed by them.

    A published year comes with a release of the program: once, at its start, is often enough.
    """
    recomputed = 0
    moving = await _moving(ports)
    for first in range(0, len(moving), _AT_ONCE):
        some = tuple(moving[first : first + _AT_ONCE])
        recomputed += (await recompute_cases(ports, _order(), some)).recomputed
    exceptions = await moving_exceptions(ports)
    for first in range(0, len(exceptions), _AT_ONCE):
        some_exceptions = exceptions[first : first + _AT_ONCE]
        recomputed += (await recompute_exceptions(ports, _order(), some_exceptions)).exceptions
    follow_ups = await moving_follow_ups(ports)
    for first in range(0, len(follow_ups), _AT_ONCE):
        some_follow_ups = follow_ups[first : first + _AT_ONCE]
        recomputed += (await recompute_follow_ups(ports, _order(), some_follow_ups)).follow_ups
    return replace(await sweep_what_lapsed(ports), recomputed=recomputed)


async def sweep_what_lapsed(ports: Ports) -> Swept:
    """Sweep until nothing is left to sweep; where nothing lapsed this is one look and leaves no trace."""
    total = Swept()
    while await _anything_lapsed(ports):
        swept = await sweep_cases(ports, _order())
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
            await take_back_of_finish(work, await save_case(work, case_course.break_pledge(case, by)))
            ended += 1
    return Swept(deemed, ended)


@use_case
async def recompute_cases(work: Work, cases: tuple[CaseId, ...]) -> Swept:
    """Compute the provisional dates of these cases by the years that are known now."""
    recompute = await _recompute_now(work.ports, work.u)
    return Swept(recomputed=await _moved(work, cases, recompute))


@use_case
async def enter_year(work: Work, arrangement: YearArrangement) -> Swept:
    """Enter a year's arrangement of working days, and compute the dates that reach into it anew."""
    work.actor.must(Permission.SET_UP)
    arrangement.must_be_sound()
    await work.u.calendar.enter(arrangement)
    hall = await work.u.hall.get()
    work.u.record(
        work.actor, Event(Topic.HALL, CalendarAction.ENTER_YEAR, hall.id, {"year": arrangement.year})
    )
    return Swept(recomputed=await _recompute(work, arrangement.year))


@use_case
async def forget_year(work: Work, year: int) -> Swept:
    """Forget a year that the office entered: what was published counts again."""
    work.actor.must(Permission.SET_UP)
    hall = await work.u.hall.get()
    if await work.u.calendar.remove(year):
        work.u.record(work.actor, Event(Topic.HALL, CalendarAction.FORGET_YEAR, hall.id, {"year": year}))
    return Swept(recomputed=await _recompute(work, year))


async def _anything_lapsed(ports: Ports) -> bool:
    async with ports.uow() as u:
        day = (await u.hall.get()).business_day(await u.now())
        return bool(await u.cases.lapsed(day, 1))


async def _moving(ports: Ports) -> Sequence[CaseId]:
    """The cases with a provisional date that the years known now would move; a look that leaves no trace."""
    async with ports.uow() as u:
        cases = await u.cases.provisional()
        if not cases:
            return []
        recompute = await _recompute_now(ports, u)
        return [id_ for id_ in cases if recompute(await u.cases.get(id_)) is not None]


async def _recompute(work: Work, year: int) -> int:
    """Compute anew what reaches into a year, also where it was certain: the year may have been mistyped before."""
    recompute = await _recompute_now(work.ports, work.u, year, work.actor.staff)
    cases = await work.u.cases.open_that_came_by(date(year, 12, 31))
    others = await recompute_exceptions_of(work, year) + await recompute_follow_ups_of(work, year)
    return await _moved(work, cases, recompute) + others


async def _moved(work: Work, cases: Sequence[CaseId], recompute: Recompute) -> int:
    """How many of the cases moved; the others are never locked."""
    moved = 0
    for id_ in cases:
        if recompute(await work.u.cases.get(id_)) is None:
            continue
        change = recompute(await work.u.cases.get(id_, lock=True))
        if change is not None:
            await save_case(work, change)
            moved += 1
    return moved


async def _recompute_now(
    ports: Ports, u: UnitOfWork, year: int | None = None, staff: StaffId | None = None
) -> Recompute:
    """What computes the dates of a case by the hall's rules and the calendar as they are now."""
    hall = await u.hall.get()
    time = WorkingTime.of(hall, await office_calendar_in(ports, u))
    by = By(staff, await u.now(), time)
    return lambda case: case_course.recompute(case, hall.policy, by, year)


def _order() -> Command:
    """Nobody's: a case's story names the law instead."""
    return Command(CommandId(uuid7()), UNATTENDED)


async def _deemed(work: Work, case: Case, by: By) -> Change:
    item = await work.u.catalogue.version(case.item)
    limit = limit_of(item, case.situation, is_joint=False, said=None)
    return case_receipt.deem_accepted(case, limit, by)
