"""The limits of exception cases over a year's end: provisional, and computed anew when the year becomes known."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.calendar import Due, OfficeCalendar, YearArrangement
from app.domain.exception_case import Channel
from app.domain.exception_category import ExceptionCategory
from app.domain.exception_table import ExceptionAction
from app.domain.exception_terms import ExceptionLevel
from app.domain.message import Message
from app.ports.ledger_words import step_words
from app.ports.rows import ExceptionPage
from app.services import case_clock
from app.services.case_clock import Swept
from app.services.exception_clock import sweep_exceptions
from app.services.exceptions import answer_exception, assign_exception, take_exception, triage_exception
from app.services.open_exception import open_exception
from tests.services.at_work import ADMINISTRATOR, CLERK, DAY, SUPERVISOR, HallAtWork

ORDINARY = ExceptionLevel.ORDINARY
KNOWN = YearArrangement(2098, frozenset(), frozenset())


@pytest.fixture
async def over_new_year(hall: HallAtWork) -> str:
    """An exception case that is to be settled in a year that nobody published."""
    hall.pass_time(hours=24 * (date(2098, 12, 29) - DAY).days)
    await hall.do(ADMINISTRATOR, case_clock.enter_year, KNOWN)
    page = await hall.do(CLERK, open_exception, "刷卡缴费失败", ExceptionCategory.PAYMENT, Channel.COUNTER)
    return page.row.number


async def page_of(hall: HallAtWork, number: str) -> ExceptionPage:
    return await hall.ports.readers.exception(number)


async def due_of(hall: HallAtWork, number: str) -> Due:
    return (await page_of(hall, number)).row.due


def following(*off: date) -> YearArrangement:
    return YearArrangement(2099, frozenset(off), frozenset())


async def test_a_year_that_is_entered_moves_the_limit_and_says_who_entered_it(
    hall: HallAtWork, over_new_year: str
) -> None:
    guessed = await due_of(hall, over_new_year)
    assert guessed.provisional
    swept = await hall.do(ADMINISTRATOR, case_clock.enter_year, following(guessed.day))
    assert swept == Swept(recomputed=1)
    page = await page_of(hall, over_new_year)
    assert page.row.due == Due(guessed.day + timedelta(days=1))
    last = page.steps[-1]
    assert (last.action, last.by, last.due) == (ExceptionAction.RECOMPUTE, ADMINISTRATOR, page.row.due.day)
    assert ExceptionAction.RECOMPUTE not in page.actions
    again = await hall.do(ADMINISTRATOR, case_clock.enter_year, following(guessed.day))
    assert again == Swept(), "nothing moves twice"
    await hall.do(ADMINISTRATOR, case_clock.forget_year, 2099)
    assert await due_of(hall, over_new_year) == guessed


async def test_a_year_that_a_release_brings_is_seen_by_the_sweep(
    hall: HallAtWork, over_new_year: str
) -> None:
    guessed = await due_of(hall, over_new_year)
    assert await case_clock.sweep(hall.ports) == Swept()
    calendar = OfficeCalendar.of(hall.ports.working_days, [following(guessed.day)])
    released = replace(hall.ports, working_days=calendar)
    assert await case_clock.sweep(released) == Swept(recomputed=1)
    page = await page_of(hall, over_new_year)
    assert page.row.due == Due(guessed.day + timedelta(days=1))
    assert (page.steps[-1].action, page.steps[-1].by) == (ExceptionAction.RECOMPUTE, None)
    assert step_words(page.steps[-1], None).params["by"] == Message("exception.by_rule")
    assert await case_clock.sweep(released) == Swept()


async def test_the_limit_of_a_follow_up_moves_with_the_year_too(hall: HallAtWork, over_new_year: str) -> None:
    await hall.do(SUPERVISOR, triage_exception, over_new_year, ExceptionCategory.PAYMENT, ORDINARY)
    await hall.do(SUPERVISOR, assign_exception, over_new_year, CLERK)
    hall.pass_time(hours=24 * 2)
    await hall.do(CLERK, take_exception, over_new_year)
    guessed = (await hall.do(CLERK, answer_exception, over_new_year, "已退费")).row.due
    assert guessed == Due(date(2099, 1, 2), provisional=True)
    await hall.do(ADMINISTRATOR, case_clock.enter_year, following(guessed.day))
    assert await due_of(hall, over_new_year) == Due(date(2099, 1, 5))


async def test_a_case_that_is_late_at_the_years_end_rises_by_the_year_that_a_release_brings(
    hall: HallAtWork,
) -> None:
    hall.pass_time(hours=24 * (date(2098, 12, 22) - DAY).days)
    await hall.do(ADMINISTRATOR, case_clock.enter_year, KNOWN)
    page = await hall.do(CLERK, open_exception, "刷卡缴费失败", ExceptionCategory.PAYMENT, Channel.COUNTER)
    number, due = page.row.number, page.row.due
    assert (due, due.provisional) == (Due(date(2098, 12, 29)), False)
    hall.pass_time(hours=24 * 8)
    await sweep_exceptions(hall.ports)  # it goes one level up
    guessed = await rises_on(hall, number)
    assert guessed.year == 2099
    calendar = OfficeCalendar.of(hall.ports.working_days, [following(guessed - timedelta(days=1))])
    released = replace(hall.ports, working_days=calendar)
    assert await case_clock.sweep(released) == Swept(recomputed=1)
    assert await rises_on(hall, number) > guessed
    assert await due_of(hall, number) == due
    assert await case_clock.sweep(released) == Swept()


async def rises_on(hall: HallAtWork, number: str) -> date:
    """The day on which a case goes one level up."""
    async with hall.ports.uow() as u:
        day = (await u.exceptions.by_number(number)).rises_on
    assert day is not None
    return day


async def test_a_day_that_a_handler_was_given_before_the_limit_stays(
    hall: HallAtWork, over_new_year: str
) -> None:
    guessed = await due_of(hall, over_new_year)
    await hall.do(SUPERVISOR, triage_exception, over_new_year, ExceptionCategory.PAYMENT, ORDINARY)
    await hall.do(SUPERVISOR, assign_exception, over_new_year, CLERK, due=date(2098, 12, 31))
    assert (await hall.do(ADMINISTRATOR, case_clock.enter_year, following(guessed.day))) == Swept()
    assert await due_of(hall, over_new_year) == Due(date(2098, 12, 31))


async def test_who_was_given_all_the_time_there_is_gets_what_it_becomes(
    hall: HallAtWork, over_new_year: str
) -> None:
    await hall.do(SUPERVISOR, triage_exception, over_new_year, ExceptionCategory.PAYMENT, ORDINARY)
    guessed = (await hall.do(SUPERVISOR, assign_exception, over_new_year, CLERK)).row.due
    assert guessed.provisional
    for off in ((guessed.day,), (), (guessed.day,)):
        await hall.do(ADMINISTRATOR, case_clock.enter_year, following(*off))
        assert await due_of(hall, over_new_year) == Due(guessed.day + timedelta(days=len(off)))
