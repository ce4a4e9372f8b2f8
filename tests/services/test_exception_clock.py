"""Warnings and escalation, also where no station was open, dated by when they fell due; however many look."""

import asyncio
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from app.domain.calendar import Due
from app.domain.exception_figures import ExceptionFigure
from app.domain.exception_group import GroupAction
from app.domain.exception_table import ExceptionAction
from app.domain.exception_terms import Rung
from app.domain.five_ones import Span
from app.ports.rows import ExceptionPage
from app.services.department_checks import answer_department_check, start_department_check
from app.services.exception_clock import FellDue, sweep_exceptions
from app.services.exception_groups import create_group, plan_rectification, prove_rectification
from app.services.exception_ledger import behind
from app.services.exceptions import answer_exception, close_exception, follow_up_exception, take_exception
from app.services.issue_ticket import Visitor
from db.tables import audit_entries
from tests.services.at_work import CLERK, DAY, SUPERVISOR, HallAtWork, somebody
from tests.services.test_exception_working import set_up
from tests.services.test_exceptions import assigned, opened

A, G = ExceptionAction, GroupAction
WARNED, RISEN, HIGHER, HIGHEST = date(2026, 3, 24), date(2026, 3, 26), date(2026, 3, 31), date(2026, 4, 3)
"""Of an ordinary case of the 18th, due on the 25th: a working day before, the day after, three working days apart."""


def pass_days(hall: HallAtWork, day: date) -> None:
    hall.pass_time(hours=24 * (day - DAY).days)


async def local_days(
    hall: HallAtWork, page: ExceptionPage
) -> list[tuple[ExceptionAction, Rung | None, date]]:
    async with hall.ports.uow() as u:
        here = await u.hall.get()
    return [
        (step.action, step.rung, here.business_day(step.at))
        for step in page.steps
        if step.action in (A.WARN, A.ESCALATE)
    ]


async def test_nothing_falls_due_at_first(hall: HallAtWork) -> None:
    await opened(hall)
    assert await sweep_exceptions(hall.ports) == FellDue()


async def test_a_warning_then_one_level_up_after_another(hall: HallAtWork) -> None:
    number = (await assigned(hall)).row.number
    pass_days(hall, WARNED)
    assert await sweep_exceptions(hall.ports) == FellDue(warned=1)
    assert await sweep_exceptions(hall.ports) == FellDue()
    hall.pass_time(hours=24 * (RISEN - WARNED).days)
    assert await sweep_exceptions(hall.ports) == FellDue(escalated=1)
    page = await hall.ports.readers.exception(number)
    assert (page.row.rung, page.row.owner) == (Rung.DEPARTMENT_HEAD, CLERK)


async def test_what_fell_due_while_no_station_was_open_is_dated_by_its_day(hall: HallAtWork) -> None:
    number = (await assigned(hall)).row.number
    pass_days(hall, date(2026, 5, 20))
    assert await sweep_exceptions(hall.ports) == FellDue(warned=1, escalated=3)
    page = await hall.ports.readers.exception(number)
    assert await local_days(hall, page) == [
        (A.WARN, None, WARNED),
        (A.ESCALATE, Rung.DEPARTMENT_HEAD, RISEN),
        (A.ESCALATE, Rung.SUPERVISION, HIGHER),
        (A.ESCALATE, Rung.DISTRICT, HIGHEST),
    ]
    assert {step.by for step in page.steps if step.action in (A.WARN, A.ESCALATE)} == {None}


async def test_a_step_finds_what_fell_due_before_it(hall: HallAtWork) -> None:
    """Whoever is faster than the sweep: the story stays in order."""
    number = (await assigned(hall)).row.number
    pass_days(hall, RISEN)
    page = await hall.do(CLERK, take_exception, number)
    assert [step.action for step in page.steps[-3:]] == [A.WARN, A.ESCALATE, A.TAKE]
    assert await sweep_exceptions(hall.ports) == FellDue()


async def test_several_stations_at_once_warn_once(hall: HallAtWork) -> None:
    numbers = [(await opened(hall)).row.number for _ in range(3)]
    pass_days(hall, date(2026, 5, 20))
    swept = await asyncio.gather(*(sweep_exceptions(hall.ports) for _ in range(4)))
    assert (sum(one.warned for one in swept), sum(one.escalated for one in swept)) == (3, 9)
    for number in numbers:
        assert len(await local_days(hall, await hall.ports.readers.exception(number))) == 4


@pytest.mark.parametrize("visitor", [somebody(), Visitor()])
async def test_an_answer_is_watched_until_it_is_followed_up_and_on_file(
    hall: HallAtWork, visitor: Visitor
) -> None:
    """Answered at once, on Wednesday: by the hall's settings that leaves until Friday, long before the old limit."""
    number = (await assigned(hall, visitor=visitor)).row.number
    await hall.do(CLERK, take_exception, number)
    page = await hall.do(CLERK, answer_exception, number, "已补办")
    follow_up = date(2026, 3, 20)
    assert (page.row.due.day, page.steps[-1].due) == (follow_up, follow_up)
    pass_days(hall, date(2026, 3, 26))
    assert await sweep_exceptions(hall.ports) == FellDue(warned=1, escalated=2)
    assert await local_days(hall, await hall.ports.readers.exception(number)) == [
        (A.WARN, None, date(2026, 3, 19)),
        (A.ESCALATE, Rung.DEPARTMENT_HEAD, date(2026, 3, 21)),
        (A.ESCALATE, Rung.SUPERVISION, date(2026, 3, 26)),
    ]
    if visitor != Visitor():
        await hall.do(SUPERVISOR, follow_up_exception, number, True)
    closed = await hall.do(SUPERVISOR, close_exception, number)
    pass_days(hall, date(2026, 5, 20))
    assert await sweep_exceptions(hall.ports) == FellDue()
    (row,) = await behind(hall.ports, ExceptionFigure.REGISTERED, Span(DAY, DAY))
    assert (row.overdue, row.answer_due, closed.row.due.day) == (False, date(2026, 3, 25), follow_up)


async def test_what_a_group_owes_is_warned_of_and_told_though_no_station_was_open(hall: HallAtWork) -> None:
    """The plan by the 25th, which is late; the rectification by the 30th of April; its review by the 5th of May."""
    number = (await hall.do(SUPERVISOR, create_group, "刷卡机证书过期")).row.number
    pass_days(hall, date(2026, 4, 27))
    code = (await hall.ports.readers.departments())[0].code
    await hall.do(SUPERVISOR, plan_rectification, number, "更换证书", code, 3)
    hall.pass_time(hours=24)
    page = await hall.do(CLERK, prove_rectification, number, "更换记录")
    assert (page.row.due, page.rectify_by) == (Due(date(2026, 5, 6)), Due(date(2026, 4, 30)))
    hall.pass_time(hours=24 * 20)
    assert await sweep_exceptions(hall.ports) == FellDue(warned=1, overdue=1)
    assert await sweep_exceptions(hall.ports) == FellDue()
    assert await rules_of(hall, number) == [
        (G.WARN, date(2026, 3, 24)),
        (G.OVERDUE, date(2026, 3, 26)),
        (G.WARN, date(2026, 4, 30)),
        (G.OVERDUE, date(2026, 5, 7)),
    ]
    (row,) = await hall.ports.readers.exception_groups()
    assert row.days_left is not None
    assert row.days_left < 0


async def rules_of(hall: HallAtWork, number: str) -> list[tuple[GroupAction, date]]:
    async with hall.ports.uow() as u:
        here = await u.hall.get()
    steps = (await hall.ports.readers.exception_group(number)).steps
    return [(step.action, here.business_day(step.at)) for step in steps if step.by is None]


async def test_who_was_asked_and_does_not_answer_is_told_of(hall: HallAtWork) -> None:
    number = (await opened(hall)).row.number
    check = (await hall.do(SUPERVISOR, start_department_check, number, days=10)).number
    pass_days(hall, date(2026, 5, 20))
    await hall.do(CLERK, answer_department_check, check, False)
    (page,) = await hall.ports.readers.department_checks()
    assert page.warned_at is not None
    assert page.overdue_at is not None
    assert (page.due.day, page.overdue_at) == (date(2026, 4, 1), datetime(2026, 4, 1, 16, tzinfo=UTC))
    assert await sweep_exceptions(hall.ports) == FellDue(warned=1, escalated=3), "of the case itself"


async def test_each_leaves_its_trace_with_nobody_as_actor(hall: HallAtWork) -> None:
    await opened(hall)
    pass_days(hall, RISEN)
    await sweep_exceptions(hall.ports)
    async with hall.ports.uow() as u:
        rows = (
            await u._t.execute(  # type: ignore[attr-defined]
                select(audit_entries).where(audit_entries.c.action.in_(["warn", "escalate"]))
            )
        ).all()
    assert [(row.action, row.actor_id) for row in rows] == [("warn", None), ("escalate", None)]
    assert rows[1].facts["level"] == "department_head"


async def test_the_hall_sets_when(hall: HallAtWork) -> None:
    await set_up(hall, exception_days_to_warn=3, exception_days_to_escalate=1)
    number = (await opened(hall)).row.number
    pass_days(hall, date(2026, 5, 20))
    await sweep_exceptions(hall.ports)
    days = [day for _, _, day in await local_days(hall, await hall.ports.readers.exception(number))]
    assert days == [date(2026, 3, 20), RISEN, date(2026, 3, 27), date(2026, 3, 28)]
