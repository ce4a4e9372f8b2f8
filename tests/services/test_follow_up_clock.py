"""Warnings of follow-ups, also where no station was open, dated by their day; and limits when a year becomes known."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import select, update

from app.domain.calendar import Due, OfficeCalendar, YearArrangement
from app.domain.follow_up_table import FollowUpAction
from app.ports.rows import FollowUpPage
from app.services import case_clock
from app.services.case_clock import Swept
from app.services.follow_up_clock import Warned, sweep_follow_ups
from app.services.follow_ups import appeal_rating, assign_follow_up, contact_follow_up, review_appeal
from db.tables import audit_entries, follow_ups
from tests.services.at_work import ADMINISTRATOR, CLERK, DAY, MATE, SUPERVISOR, HallAtWork
from tests.services.test_ratings import bad, closed_at_once

A = FollowUpAction
RIGHT_BY, WARNED_ON = date(2026, 3, 25), date(2026, 3, 20)
"""Of a bad rating of Wednesday the 18th: five working days, and three of them before its end."""


def pass_days(hall: HallAtWork, day: date) -> None:
    hall.pass_time(hours=24 * (day - DAY).days)


async def page_of(hall: HallAtWork, number: str) -> FollowUpPage:
    return await hall.ports.readers.follow_up(number)


async def warnings(hall: HallAtWork, number: str) -> list[tuple[date, date | None, str | None]]:
    async with hall.ports.uow() as u:
        here = await u.hall.get()
    steps = [step for step in (await page_of(hall, number)).steps if step.action is A.WARN]
    return [(here.business_day(step.at), step.due, step.by) for step in steps]


async def test_a_warning_is_given_once_on_its_day(hall: HallAtWork) -> None:
    number = await bad(hall)
    assert await sweep_follow_ups(hall.ports) == Warned()
    pass_days(hall, WARNED_ON)
    assert await sweep_follow_ups(hall.ports) == Warned(1)
    assert await sweep_follow_ups(hall.ports) == Warned()
    assert await warnings(hall, number) == [(WARNED_ON, RIGHT_BY, None)]
    assert A.WARN not in (await page_of(hall, number)).actions


async def test_what_fell_due_while_no_station_was_open_is_dated_by_its_day(hall: HallAtWork) -> None:
    number = await bad(hall)
    hall.pass_time(hours=24)
    await hall.do(CLERK, appeal_rating, number, "系统故障，不是我")
    hall.pass_time(hours=24 * 60)
    assert await sweep_follow_ups(hall.ports) == Warned(2)
    assert await warnings(hall, number) == [
        (WARNED_ON, RIGHT_BY, None),
        (date(2026, 3, 23), date(2026, 3, 26), None),
    ]


async def test_the_review_of_what_is_on_file_is_warned_of_and_counted_anew(hall: HallAtWork) -> None:
    number = await closed_at_once(hall)
    hall.pass_time(hours=24)
    await hall.do(CLERK, appeal_rating, number, "系统故障，不是我")
    hall.pass_time(hours=24 * 4)
    assert await sweep_follow_ups(hall.ports) == Warned(1)
    assert await warnings(hall, number) == [(date(2026, 3, 23), date(2026, 3, 26), None)]
    off = YearArrangement(2026, frozenset({date(2026, 3, 26)}), frozenset())
    assert await hall.do(ADMINISTRATOR, case_clock.enter_year, off) == Swept(recomputed=1)
    page = await page_of(hall, number)
    assert (page.row.due, page.steps[-1].action) == (Due(date(2026, 3, 27)), A.RECOMPUTE)


async def test_a_step_finds_what_fell_due_before_it(hall: HallAtWork) -> None:
    """Whoever is faster than the sweep: the story stays in order."""
    number = await bad(hall)
    pass_days(hall, WARNED_ON)
    page = await hall.do(SUPERVISOR, contact_follow_up, number, "已致电")
    assert [step.action for step in page.steps] == [A.OPEN, A.WARN, A.CONTACT]
    assert await sweep_follow_ups(hall.ports) == Warned()


async def test_several_stations_at_once_warn_once(hall: HallAtWork) -> None:
    number = await bad(hall)
    pass_days(hall, date(2026, 5, 20))
    swept = await asyncio.gather(*(sweep_follow_ups(hall.ports) for _ in range(4)))
    assert sum(one.warned for one in swept) == 1
    assert len(await warnings(hall, number)) == 1


async def test_it_leaves_its_trace_with_nobody_as_actor(hall: HallAtWork) -> None:
    await bad(hall)
    pass_days(hall, WARNED_ON)
    await sweep_follow_ups(hall.ports)
    async with hall.ports.uow() as u:
        transaction = u._t  # type: ignore[attr-defined]
        found = await transaction.execute(select(audit_entries).where(audit_entries.c.action == "warn"))
        assert [row.actor_id for row in found] == [None]


def following(*off: date) -> YearArrangement:
    return YearArrangement(2099, frozenset(off), frozenset())


async def over_new_year(hall: HallAtWork) -> str:
    """The number of a follow-up that is to be put right in a year that nobody published, and is appealed against."""
    pass_days(hall, date(2098, 12, 29))
    await hall.do(ADMINISTRATOR, case_clock.enter_year, YearArrangement(2098, frozenset(), frozenset()))
    number = await bad(hall)
    await hall.do(SUPERVISOR, assign_follow_up, number, MATE)
    await hall.do(MATE, contact_follow_up, number, "已致电")
    hall.pass_time(hours=24)
    await hall.do(CLERK, appeal_rating, number, "不是我")
    return number


async def test_what_is_from_before_there_were_warnings_is_warned_of(hall: HallAtWork) -> None:
    number = await bad(hall)
    async with hall.ports.uow() as u:
        transaction = u._t  # type: ignore[attr-defined]
        await transaction.execute(update(follow_ups).values(right_warn_on=None))
        await u.commit()
    pass_days(hall, WARNED_ON)
    assert await sweep_follow_ups(hall.ports) == Warned()
    assert await case_clock.sweep(hall.ports) == Swept(recomputed=1)
    assert await sweep_follow_ups(hall.ports) == Warned(1)
    assert await warnings(hall, number) == [(WARNED_ON, RIGHT_BY, None)]
    assert await case_clock.sweep(hall.ports) == Swept()


async def test_a_corrected_year_moves_the_day_of_a_warning_alone(hall: HallAtWork) -> None:
    """Friday the 20th is off and Saturday the 21st is worked: the limit stays, the warning comes a day later."""
    number = await bad(hall)
    swapped = YearArrangement(2026, frozenset({date(2026, 3, 20)}), frozenset({date(2026, 3, 21)}))
    assert await hall.do(ADMINISTRATOR, case_clock.enter_year, swapped) == Swept(recomputed=1)
    page = await page_of(hall, number)
    assert [step.action for step in page.steps] == [A.OPEN]
    pass_days(hall, date(2026, 3, 21))
    assert await sweep_follow_ups(hall.ports) == Warned(1)
    assert await warnings(hall, number) == [(date(2026, 3, 21), RIGHT_BY, None)]


async def test_a_year_that_is_entered_moves_every_limit_that_runs_and_says_who_entered_it(
    hall: HallAtWork,
) -> None:
    number = await over_new_year(hall)
    guessed = (await page_of(hall, number)).row.due
    assert guessed is not None
    assert guessed.provisional
    entered = following(guessed.day)
    assert await hall.do(ADMINISTRATOR, case_clock.enter_year, entered) == Swept(recomputed=1)
    page = await page_of(hall, number)
    certain = Due(guessed.day + timedelta(days=1))
    assert (page.row.due, page.steps[-1].action, page.steps[-1].by) == (certain, A.RECOMPUTE, ADMINISTRATOR)
    assert await hall.do(ADMINISTRATOR, case_clock.enter_year, entered) == Swept(), "nothing moves twice"
    reviewed = await hall.do(SUPERVISOR, review_appeal, number, False, "看了录像")
    assert reviewed.row.due == certain, "the review and putting right moved alike"


async def test_a_year_that_a_release_brings_is_seen_by_the_sweep(hall: HallAtWork) -> None:
    number = await over_new_year(hall)
    guessed = (await page_of(hall, number)).row.due
    assert guessed is not None
    assert await case_clock.sweep(hall.ports) == Swept()
    released = replace(
        hall.ports, working_days=OfficeCalendar.of(hall.ports.working_days, [following(guessed.day)])
    )
    assert await case_clock.sweep(released) == Swept(recomputed=1)
    page = await page_of(hall, number)
    assert page.row.due == Due(guessed.day + timedelta(days=1))
    assert (page.steps[-1].action, page.steps[-1].by) == (A.RECOMPUTE, None)
    assert await case_clock.sweep(released) == Swept()
