"""What the calendar does to cases by itself: nothing lapses unseen, also when no station was open for days."""

from dataclasses import dataclass, replace
from typing import Any

from app.domain import case_course, case_receipt
from app.domain.calendar import YearArrangement
from app.domain.case import By, Case, Change
from app.domain.case_clock import limit_of
from app.domain.events import Event, Topic
from app.domain.hall import CalendarAction
from app.domain.staff import Permission
from app.services.case_dates import CASE_DATES, recompute_cases
from app.services.case_of_errand import save_case
from app.services.exception_dates import EXCEPTION_DATES, recompute_exceptions
from app.services.follow_up_dates import FOLLOW_UP_DATES, recompute_follow_ups
from app.services.hall_time import hall_time
from app.services.issuing import take_back_of_finish
from app.services.recomputing import Recomputing
from app.services.sweeping import AT_ONCE, nobodys_order, sweep_all
from app.services.use_case import Ports, Work, use_case

_DATED: tuple[tuple[Recomputing[Any, Any], Any], ...] = (
    (CASE_DATES, recompute_cases),
    (EXCEPTION_DATES, recompute_exceptions),
    (FOLLOW_UP_DATES, recompute_follow_ups),
)
"""All that has dates of the calendar, with the use case that computes them anew."""


@dataclass(frozen=True, slots=True)
class Swept:
    """How many cases were deemed accepted or ended, and of how many dates were computed anew.

    Those are cases, exceptions and follow-ups of bad ratings together.
    """

    deemed_accepted: int = 0
    ended: int = 0
    recomputed: int = 0

    def __add__(self, other: "Swept") -> "Swept":
        return Swept(
            self.deemed_accepted + other.deemed_accepted,
            self.ended + other.ended,
            self.recomputed + other.recomputed,
        )


async def sweep(ports: Ports) -> Swept:
    """All that the calendar does by itself: the dates that a published year makes certain, then what lapsed by them.

    A published year comes with a release of the program: once, at its start, is often enough.
    """
    recomputed = 0
    for dates, recompute in _DATED:
        moving = await dates.moving(ports)
        for first in range(0, len(moving), AT_ONCE):
            some = moving[first : first + AT_ONCE]
            recomputed += (await recompute(ports, nobodys_order(), some)).moved
    return replace(await sweep_what_lapsed(ports), recomputed=recomputed)


async def sweep_what_lapsed(ports: Ports) -> Swept:
    """Sweep until nothing is left to sweep; where nothing lapsed this is one look and leaves no trace."""
    return await sweep_all(ports, lambda u, day: u.cases.lapsed(day, 1), sweep_cases, Swept())


@use_case
async def sweep_cases(work: Work) -> Swept:
    """Accept what the law deems accepted (art. 32(4)), and end cases whose pledge was not kept.

    Can run at any station, late or twice, without harm; up to fifty cases at a time.
    """
    hall = await work.u.hall.get()
    by = By(None, await work.u.now(), await hall_time(work, hall))
    deemed = ended = 0
    for id_ in await work.u.cases.lapsed(by.day, AT_ONCE):
        case = await work.u.cases.get(id_, lock=True)
        if case_receipt.has_lapsed(case, by):
            await save_case(work, await _deemed(work, case, by))
            deemed += 1
        elif case_course.pledge_is_broken(case, by):
            await take_back_of_finish(work, await save_case(work, case_course.break_pledge(case, by)))
            ended += 1
    return Swept(deemed, ended)


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


async def _recompute(work: Work, year: int) -> int:
    """Of how many cases, exceptions and follow-ups a date moved that reaches into a year."""
    return sum([await dates.move_of(work, year) for dates, _ in _DATED])


async def _deemed(work: Work, case: Case, by: By) -> Change:
    item = await work.u.catalogue.version(case.item)
    limit = limit_of(item, case.situation, is_joint=False, said=None)
    return case_receipt.deem_accepted(case, limit, by)
