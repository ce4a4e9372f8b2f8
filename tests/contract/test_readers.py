"""What screens read, on a small hall."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from uuid_utils.compat import uuid7

from app.domain.calendar import Due
from app.domain.counter import CounterState
from app.domain.errand import Outcome
from app.domain.errors import NotFound
from app.domain.exception_case import Channel, Context, ExceptionCase, Step
from app.domain.exception_category import ExceptionCategory
from app.domain.exception_table import ExceptionAction, ExceptionState
from app.domain.exception_terms import ExceptionLevel
from app.domain.ids import ExceptionCaseId, NoticeId
from app.domain.judgement import Findings, Shortcoming, ShortcomingKind
from app.domain.notice import Notice, NoticeKind
from app.domain.ticket import Ticket
from app.domain.ticket_table import TicketState
from app.ports.queries import ExceptionQuery, TicketQuery
from app.ports.rows import DayFigures, ShortcomingRow, StaffRow
from db import Database
from tests.contract.small_hall import (
    CLERKS,
    COUNTERS,
    HALL,
    ITEMS,
    LONG_AGO,
    MATERIALS,
    OFFICE,
    SOMEBODY,
    SUPERVISOR,
    B,
    call,
    issue,
    open_counter,
)
from tests.refusals import refused


async def _served(hall: Database, index: int, minutes: float, outcome: Outcome = Outcome.COMPLETED) -> Ticket:
    """The counter's next ticket, served for so long."""
    called = await call(hall, await _counter(hall, index))
    assert called is not None
    async with hall.uow() as u:
        now = await u.now()
        started, _ = called.start(now - timedelta(minutes=minutes))
        done, _ = started.finish(outcome, now)
        await u.tickets.save(done)
        await u.commit()
    return done


async def _counter(hall: Database, index: int):  # noqa: ANN202
    async with hall.uow() as u:
        return await u.counters.get(COUNTERS[index].id)


async def _notice(hall: Database, ticket: Ticket, number: str = "告〔2026〕0001号") -> Notice:
    findings = Findings((Shortcoming(MATERIALS[1], ShortcomingKind.EXPIRED, "过期", 1),), (MATERIALS[0],))
    notice = Notice(
        NoticeId(uuid7()), number, NoticeKind.SUPPLEMENT, OFFICE.id, ITEMS[0].id, "IT1", None, findings, ticket.day,
        ticket.came, CLERKS[0].id, ticket.id, None, date(2026, 3, 25), ticket.person,
    )  # fmt: skip
    async with hall.uow() as u:
        await u.notices.add(notice)
        await u.commit()
    return notice


async def _exception(hall: Database, number: str, due: date, ticket: Ticket | None = None) -> ExceptionCase:
    async with hall.uow() as u:
        now = await u.now()
        step = Step(ExceptionAction.OPEN, ExceptionState.REGISTERED, CLERKS[0].id, now, "无法刷卡")
        context = (
            Context(ticket.id, ticket.number, "IT1", ITEMS[0].name, COUNTERS[0].id) if ticket else Context()
        )
        case = ExceptionCase(
            ExceptionCaseId(uuid7()), number, Channel.COUNTER, ExceptionCategory.PAYMENT, "100% 无法刷卡",
            HALL.business_day(now), now, ExceptionLevel.SIMPLE, Due(due), (step,), "尽快",
            ticket.person if ticket else SOMEBODY, context,
        )  # fmt: skip
        await u.exceptions.add(case)
        await u.commit()
    return case


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
    called = await call(hall, await _counter(hall, 0))
    assert called is not None
    row = await hall.readers.ticket(called.number)
    assert (row.state, row.counter, row.ahead, row.wait_minutes) == (TicketState.CALLED, 1, None, None)
    assert (await hall.readers.ticket(tickets[2].number)).ahead == 1


async def test_wait_goes_by_todays_median_once_there_are_five(hall: Database) -> None:
    await open_counter(hall, 0)
    for minutes in (2, 3, 4, 20, 30):
        await issue(hall)
        assert (await hall.readers.lines())[0].wait_minutes == (5, 15)
        await _served(hall, 0, minutes)
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
    called = await call(hall, await _counter(hall, 0))
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


async def test_tickets_are_found_by_state_number_and_person(hall: Database) -> None:
    first, second = await issue(hall, person=SOMEBODY), await issue(hall)
    other = await issue(hall, B)
    assert SOMEBODY.name is not None
    for query, expected in (
        (TicketQuery(), [other, second, first]),
        (TicketQuery(limit=1), [other]),
        (TicketQuery(number="A"), [second, first]),
        (TicketQuery(number="A%"), []),
        (TicketQuery(state=TicketState.FINISHED), []),
        (TicketQuery(lookups=(SOMEBODY.name.lookup, b"other")), [first]),
        (TicketQuery(day=LONG_AGO), []),
    ):
        assert [row.id for row in await hall.readers.tickets(query)] == [t.id for t in expected]
    row = await hall.readers.ticket(first.number, first.day)
    assert (row.name, row.identity, row.phone) == ("张*", "3*", "1*")
    with refused("ticket.rule.none", NotFound, number="A999"):
        await hall.readers.ticket("A999")


async def test_a_ticket_with_several_errands_and_a_pin(hall: Database) -> None:
    ticket = await issue(hall, errands=2)
    async with hall.uow() as u:
        first = replace(ticket.errands[0], outcome=Outcome.CONSULTED, finished_at=ticket.came)
        await u.tickets.save(
            replace(
                ticket,
                errands=(first, ticket.errands[1]),
                pinned_counter=COUNTERS[1].id,
                pinned_clerk=CLERKS[2].id,
            )
        )
        await u.commit()
    row = await hall.readers.ticket(ticket.number)
    assert [(e.item, e.item_name, e.line, e.outcome) for e in row.errands] == [
        ("IT1", "种子生产许可", "A", Outcome.CONSULTED),
        ("IT1", "种子生产许可", "A", None),
    ]
    assert (row.pinned_counter, row.pinned_clerk) == (2, "0103")


async def test_counter_desk(hall: Database) -> None:
    for index in (0, 1):
        await open_counter(hall, index)
    before = await issue(hall, person=SOMEBODY)
    notice = await _notice(hall, before)
    done = await _served(hall, 0, 6, Outcome.NOTIFIED)
    again = await issue(hall, person=SOMEBODY)
    held, _ = replace(await issue(hall), state=TicketState.SERVING).hold("去复印", again.came)
    async with hall.uow() as u:
        await u.tickets.save(replace(held, counter=COUNTERS[0].id, clerk=CLERKS[0].id))
        await u.commit()
    await call(hall, await _counter(hall, 0))
    waiting = await issue(hall)
    desk = await hall.readers.counter_desk(1)
    assert desk.counter == await hall.readers.counter(1)
    assert desk.ticket == await hall.readers.ticket(again.number)
    assert [(v.ticket, v.counter, v.outcome, v.notice) for v in desk.visits] == [
        (done.number, 1, Outcome.NOTIFIED, notice.number)
    ]
    assert [row.number for row in desk.notices] == [notice.number]
    assert [row.number for row in desk.queue] == [waiting.number]
    assert [(row.number, row.note) for row in desk.held] == [(held.number, "去复印")]
    assert desk.undoable is not None
    assert desk.undoable.number == done.number
    assert desk.lines == await hall.readers.lines()
    assert [mate.number for mate in desk.mates] == [2]
    assert desk.figures == DayFigures(finished=1, median_minutes=6, notices=1)


async def test_a_finish_can_be_undone_by_the_same_clerk_for_a_while(hall: Database) -> None:
    await open_counter(hall, 0)
    await issue(hall)
    done = await _served(hall, 0, 1)
    assert (await hall.readers.counter_desk(1)).undoable is not None
    async with hall.uow() as u:
        assert done.since is not None
        stored = await u.tickets.get(done.id)
        await u.tickets.save(replace(stored, since=done.since - HALL.policy.undo_within))
        await u.commit()
    assert (await hall.readers.counter_desk(1)).undoable is None


async def test_a_desk_knows_which_lines_its_counter_favours(hall: Database) -> None:
    assert (await hall.readers.counter_desk(1)).preferences == {"A": timedelta()}
    desk = await hall.readers.counter_desk(2)
    assert desk.preferences == {"A": timedelta(), "B": timedelta(minutes=4)}


async def test_an_empty_desk(hall: Database) -> None:
    desk = await hall.readers.counter_desk(3)
    assert (desk.ticket, desk.visits, desk.notices, desk.queue, desk.undoable) == (None, (), (), (), None)
    assert desk.figures == DayFigures(0, None, 0)
    with refused("counter.rule.none", NotFound):
        await hall.readers.counter_desk(9)


async def test_guide_desk(hall: Database) -> None:
    tickets = [await issue(hall), await issue(hall), await issue(hall, B, item=ITEMS[2])]
    async with hall.uow() as u:
        await u.tickets.save(replace(tickets[0], state=TicketState.NO_SHOW))
        await u.commit()
    desk = await hall.readers.guide_desk()
    assert [row.number for row in desk.no_shows] == [tickets[0].number]
    assert [row.number for row in desk.recent] == [ticket.number for ticket in reversed(tickets)]
    assert desk.issued_today == 3
    assert desk.usual_items == (("IT1", 2), ("IT3", 1))
    assert desk.lines == await hall.readers.lines()


async def test_board_shows_calls_newest_first(hall: Database) -> None:
    for index in (0, 1):
        await open_counter(hall, index)
    called = []
    for index in (0, 1):
        await issue(hall)
        called.append(await call(hall, await _counter(hall, index)))
    first, second = called
    assert first is not None
    assert second is not None
    board = await hall.readers.board()
    assert board.hall == HALL.name
    assert [(c.number, c.counter, c.direction, c.calls) for c in board.calls] == [
        (second.number, 2, None, 1),
        (first.number, 1, "东区", 1),
    ]
    async with hall.uow() as u:
        released, _ = second.release(HALL.policy, await u.now())
        await u.tickets.save(released)
        await u.commit()
    assert [c.number for c in (await hall.readers.board()).calls] == [first.number]


async def test_notice(hall: Database) -> None:
    ticket = await issue(hall, person=SOMEBODY)
    notice = await _notice(hall, ticket)
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
    late = await _exception(hall, "例外〔2026〕0001", today - timedelta(days=2))
    later = await _exception(hall, "例外〔2026〕0002", today + timedelta(days=1), await issue(hall))
    sooner = await _exception(hall, "例外〔2026〕0003", today)
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
    case = await _exception(hall, "例外〔2026〕0001", today, ticket)
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


@pytest.mark.parametrize("served", [1, 2, 3, 4])
async def test_medians_of_odd_and_even_counts(hall: Database, served: int) -> None:
    await open_counter(hall, 0)
    minutes = [2, 10, 4, 30][:served]
    for took in minutes:
        await issue(hall)
        await _served(hall, 0, took)
    expected = {1: 2, 2: 6, 3: 4, 4: 7}[served]
    assert (await hall.readers.counter_desk(1)).figures == DayFigures(served, expected, 0)
