"""What screens read, on a small hall."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from uuid_utils.compat import uuid7

from app.domain.counter import CounterState
from app.domain.errors import NotFound
from app.domain.exception_table import ExceptionAction, ExceptionState
from app.domain.judgement import ShortcomingKind
from app.domain.ticket_table import TicketState
from app.ports.queries import ExceptionQuery
from app.ports.rows import DayFigures, ShortcomingRow, StaffRow
from db import Database
from tests.contract.happened import counter, reported, served, told
from tests.contract.small_hall import (
    CLERKS,
    HALL,
    ITEMS,
    LONG_AGO,
    OFFICE,
    SOMEBODY,
    SUPERVISOR,
    B,
    call,
    issue,
    open_counter,
)
from tests.refusals import refused


async def test_hall_departments_and_staff(hall: Database) -> None:
    row = await hall.readers.hall()
    assert (row.code, row.name, row.is_open, row.day) == ("QX", HALL.name, True, HALL.business_day(row.now))
    assert [d.code for d in await hall.readers.departments()] == ["NY"]
    everybody = await hall.readers.staff()
    assert [member.number for member in everybody] == ["0002", "0101", "0102", "0103"]
    assert everybody[0] == StaffRow("0002", "丁", SUPERVISOR.role, SUPERVISOR.state, OFFICE.name)


async def test_items_say_where_they_are_served(hall: Database) -> None:
    async with hall.uow() as u:
        await u.catalogue.add_version(
            replace(ITEMS[1], id=uuid7(), version_number=2, cancelled_from=LONG_AGO)
        )
        await u.lines.save(replace(B, items=frozenset()))
        await u.commit()
    first, third = await hall.readers.items()
    assert (first.code, first.line, first.promised_days, first.department) == (
        "IT1",
        "A",
        "7.5",
        "农业农村",
    )
    assert first.materials == ("申请表", "身份证")
    assert first.situations == ("委托办理",)
    assert (third.code, third.line) == ("IT3", None)
    assert await hall.readers.item("IT1") == ITEMS[0]


async def test_people_ahead_and_wait(hall: Database) -> None:
    tickets = [await issue(hall) for _ in range(3)]
    rows = [await hall.readers.ticket(ticket.number) for ticket in tickets]
    assert [(row.ahead, row.wait_minutes) for row in rows] == [(0, None), (1, None), (2, None)]
    await open_counter(hall, 0)
    assert (await hall.readers.ticket(tickets[2].number)).wait_minutes == (15, 30)
    await open_counter(hall, 1)
    assert (await hall.readers.ticket(tickets[2].number)).wait_minutes == (5, 15)
    called = await call(hall, await counter(hall, 0))
    assert called is not None
    row = await hall.readers.ticket(called.number)
    assert (row.state, row.counter, row.ahead, row.wait_minutes) == (TicketState.CALLED, 1, None, None)
    assert (await hall.readers.ticket(tickets[2].number)).ahead == 1


async def test_wait_goes_by_todays_median_once_there_are_five(hall: Database) -> None:
    await open_counter(hall, 0)
    for minutes in (2, 3, 4, 20, 30):
        await issue(hall)
        assert (await hall.readers.lines())[0].wait_minutes == (5, 15)
        await served(hall, 0, minutes)
    for _ in range(11):
        last = await issue(hall)
    assert (await hall.readers.ticket(last.number)).wait_minutes == (30, 55)
    line = (await hall.readers.lines())[0]
    assert (line.waiting, line.wait_minutes) == (11, (30, 60))


async def test_lines_now(hall: Database) -> None:
    await open_counter(hall, 1)
    ticket = await issue(hall)
    async with hall.uow() as u:
        waited = replace(ticket, came=ticket.came - timedelta(minutes=50))
        await u.tickets.save(waited)
        await u.commit()
    await issue(hall)
    first, second = await hall.readers.lines()
    assert (first.prefix, first.name, first.waiting, first.longest_minutes, first.too_long) == (
        "A",
        "农业",
        2,
        50,
        True,
    )
    assert (first.open_counters, first.counters) == (1, (1, 2))
    assert (second.waiting, second.longest_minutes, second.too_long, second.counters) == (
        0,
        None,
        False,
        (2, 3),
    )


async def test_test_tickets_count_nowhere(hall: Database) -> None:
    ticket = await issue(hall)
    async with hall.uow() as u:
        await u.tickets.save(replace(ticket, is_test=True))
        await u.commit()
    assert (await hall.readers.ticket((await issue(hall)).number)).ahead == 0
    assert (await hall.readers.lines())[0].waiting == 1
    assert (await hall.readers.guide_desk()).issued_today == 1


async def test_counters_with_whom_they_serve(hall: Database) -> None:
    await open_counter(hall, 0)
    ticket = await issue(hall)
    called = await call(hall, await counter(hall, 0))
    assert called is not None
    first, second, _ = await hall.readers.counters()
    assert first == await hall.readers.counter(1)
    assert (first.state, first.clerk, first.clerk_name, first.lines) == (
        CounterState.OPEN,
        "0101",
        "甲",
        ("A",),
    )
    assert (first.ticket, first.ticket_state, first.ticket_since) == (
        ticket.number,
        TicketState.CALLED,
        called.since,
    )
    assert (second.state, second.clerk, second.lines, second.ticket) == (
        CounterState.CLOSED,
        None,
        ("A", "B"),
        None,
    )
    with refused("counter.rule.none", NotFound):
        await hall.readers.counter(9)


async def test_notice(hall: Database) -> None:
    ticket = await issue(hall, person=SOMEBODY)
    notice = await told(hall, ticket)
    row = await hall.readers.notice(notice.number)
    assert (row.ticket, row.item, row.item_name, row.due) == (
        ticket.number,
        "IT1",
        "种子生产许可",
        date(2026, 3, 25),
    )
    assert row.problems == (ShortcomingRow(2, "身份证", ShortcomingKind.EXPIRED, "过期"),)
    with refused("notice.rule.none", NotFound, number="x"):
        await hall.readers.notice("x")


async def test_exceptions_by_due_day(hall: Database) -> None:
    today = HALL.business_day(datetime.now(HALL.zone))
    late = await reported(hall, "例外〔2026〕0001", today - timedelta(days=2))
    later = await reported(hall, "例外〔2026〕0002", today + timedelta(days=1), await issue(hall))
    sooner = await reported(hall, "例外〔2026〕0003", today)
    async with hall.uow() as u:
        mine = replace(sooner, handler=CLERKS[1].id, department=OFFICE.id, state=ExceptionState.ASSIGNED)
        await u.exceptions.save(mine)
        await u.exceptions.save(replace(late, state=ExceptionState.CLOSED))
        await u.commit()
    rows = await hall.readers.exceptions(ExceptionQuery())
    assert [(row.number, row.days_left, row.owner, row.department) for row in rows] == [
        (sooner.number, 0, "0102", OFFICE.name),
        (later.number, 1, None, None),
    ]
    for query, expected in (
        (ExceptionQuery(open_only=False), [late, sooner, later]),
        (ExceptionQuery(state=ExceptionState.CLOSED), [late]),
        (ExceptionQuery(handler="0102"), [sooner]),
        (ExceptionQuery(text="种子"), [later]),
        (ExceptionQuery(text="100%"), [sooner, later]),
        (ExceptionQuery(text="100_"), []),
        (ExceptionQuery(limit=1), [sooner]),
    ):
        assert [row.number for row in await hall.readers.exceptions(query)] == [c.number for c in expected]


async def test_exception_page(hall: Database) -> None:
    for _ in range(2):
        ticket = await issue(hall, person=SOMEBODY)
    today = HALL.business_day(ticket.came)
    case = await reported(hall, "例外〔2026〕0001", today, ticket)
    page = await hall.readers.exception(case.number)
    assert (page.name, page.phone, page.ticket, page.item, page.counter) == (
        "张*",
        "1*",
        ticket.number,
        "IT1",
        1,
    )
    assert page.trips == 2
    assert page.actions == case.actions()
    [step] = page.steps
    assert (step.action, step.by, step.by_name, step.text) == (ExceptionAction.OPEN, "0101", "甲", "无法刷卡")
    with refused("exception.rule.none", NotFound):
        await hall.readers.exception("x")


async def test_a_use_case_reads_its_own_writes(hall: Database) -> None:
    ticket = await issue(hall)
    async with hall.uow() as u:
        noted, _ = ticket.reprint()
        await u.tickets.save(noted)
        assert (await u.reads.ticket(ticket.number, ticket.day)).reprints == 1
    assert (await hall.readers.ticket(ticket.number)).reprints == 0


@pytest.mark.parametrize("count", [1, 2, 3, 4])
async def test_medians_of_odd_and_even_counts(hall: Database, count: int) -> None:
    await open_counter(hall, 0)
    minutes = [2, 10, 4, 30][:count]
    for took in minutes:
        await issue(hall)
        await served(hall, 0, took)
    expected = {1: 2, 2: 6, 3: 4, 4: 7}[count]
    assert (await hall.readers.counter_desk(1)).figures == DayFigures(count, expected, 0)
