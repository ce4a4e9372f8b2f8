"""What desks and boards read: tickets, the counter, the guide desk, calls."""

from dataclasses import replace
from datetime import timedelta

from app.domain import ticket_calls, ticket_course
from app.domain.errand import Outcome
from app.domain.errors import NotFound
from app.domain.ticket_table import TicketState
from app.ports.queries import TicketQuery
from app.ports.rows import DayFigures
from db import Database
from tests.contract.happened import counter, served, told
from tests.contract.small_hall import (
    CLERKS,
    COUNTERS,
    HALL,
    ITEMS,
    LONG_AGO,
    SOMEBODY,
    B,
    call,
    issue,
    open_counter,
)
from tests.refusals import refused


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
    notice = await told(hall, before)
    done = await served(hall, 0, 6, Outcome.NOTIFIED)
    again = await issue(hall, person=SOMEBODY)
    held, _ = ticket_course.hold(replace(await issue(hall), state=TicketState.SERVING), "去复印", again.came)
    async with hall.uow() as u:
        await u.tickets.save(replace(held, counter=COUNTERS[0].id, clerk=CLERKS[0].id))
        await u.commit()
    await call(hall, await counter(hall, 0))
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
    done = await served(hall, 0, 1)
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
        called.append(await call(hall, await counter(hall, index)))
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
        released, _ = ticket_calls.release(second, HALL.policy, await u.now())
        await u.tickets.save(released)
        await u.commit()
    assert [c.number for c in (await hall.readers.board()).calls] == [first.number]
