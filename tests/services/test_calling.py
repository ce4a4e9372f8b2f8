"""From the call to the start of service, and the places of those who do not come."""

from datetime import timedelta

from app.domain.errors import NotFound
from app.domain.policy import Priority
from app.domain.ticket_table import TicketState
from app.services.call_next import call_next
from app.services.calling import call_ticket, miss, recall, release, start
from app.services.issue_ticket import Visitor
from app.services.tickets import cancel_ticket, revive_ticket
from tests.refusals import refused
from tests.services.at_work import (
    CLERK,
    COUNTER,
    ELSEWHERE,
    GUIDE,
    MATE,
    MATES,
    PASSPORT,
    HallAtWork,
    clerk_of,
    somebody,
)


async def test_the_earliest_place_is_called_and_shown(hall: HallAtWork) -> None:
    first = await hall.issue()
    hall.pass_time(minutes=5)
    elderly = await hall.issue(visitor=Visitor(priority=Priority.ELDERLY))
    await hall.open(COUNTER)
    called = await hall.call()
    assert (called.number, called.state, called.counter) == (elderly.number, TicketState.CALLED, COUNTER)
    assert (called.calls, called.called_at, called.since) == (1, called.since, called.called_at)
    latest = (await hall.ports.readers.board()).calls[0]
    assert (latest.number, latest.counter) == (elderly.number, COUNTER)
    await hall.open(MATES)
    assert (await hall.call(MATES)).number == first.number
    assert (await hall.do(CLERK, call_next, COUNTER)).ticket == await hall.ticket(elderly.number)


async def test_nobody_waits(hall: HallAtWork) -> None:
    await hall.open(COUNTER)
    assert (await hall.do(CLERK, call_next, COUNTER)).ticket is None
    with refused("counter.rule.no_ticket", NotFound):
        await hall.do(CLERK, start, COUNTER)


async def test_another_clerk_does_not_call_from_my_counter(hall: HallAtWork) -> None:
    await hall.open(COUNTER)
    with refused("counter.rule.other_clerk"):
        await hall.do(MATE, call_next, COUNTER)


async def test_out_of_order_with_a_reason_and_one_at_a_time(hall: HallAtWork) -> None:
    await hall.issue()
    wanted = await hall.issue()
    await hall.open(COUNTER)
    with refused("ticket.rule.out_of_order_reason"):
        await hall.do(CLERK, call_ticket, COUNTER, wanted.number, " ")
    called = await hall.do(CLERK, call_ticket, COUNTER, wanted.number, "带婴儿")
    assert (called.number, called.state) == (wanted.number, TicketState.CALLED)
    with refused("counter.rule.busy", number=wanted.number):
        await hall.do(CLERK, call_ticket, COUNTER, "A001", "带婴儿")
    await hall.open(MATES)
    with refused("ticket.rule.transition"):
        await hall.do(MATE, call_ticket, MATES, wanted.number, "带婴儿")
    with refused("ticket.rule.none", NotFound):
        await hall.do(MATE, call_ticket, MATES, "A999", "带婴儿")


async def test_announced_again_after_a_while(hall: HallAtWork) -> None:
    await hall.issue()
    await hall.open(COUNTER)
    await hall.call()
    with refused("ticket.rule.recall_gap", seconds=5):
        await hall.do(CLERK, recall, COUNTER)
    hall.pass_time(minutes=1)
    again = await hall.do(CLERK, recall, COUNTER)
    assert again.calls == 2
    assert (await hall.ports.readers.board()).calls[0].calls == 2


async def test_missed_falls_behind_those_called_meanwhile(hall: HallAtWork) -> None:
    missed = await hall.issue()
    hall.pass_time(minutes=6)
    others = await hall.issue()
    await hall.open(COUNTER, MATES)
    hall.pass_time(minutes=30)
    await hall.call()
    await hall.call(MATES)
    row = await _missed(hall)
    assert (row.state, row.misses, row.calls) == (TicketState.WAITING, 1, 0)
    assert row.line_at == others.line_at + timedelta(minutes=10)
    assert row.line_at > missed.line_at + timedelta(minutes=10)


async def test_missed_needs_enough_calls(hall: HallAtWork) -> None:
    await hall.issue()
    await hall.open(COUNTER)
    await hall.call()
    with refused("ticket.rule.calls_before_miss", calls=1, needed=3):
        await hall.do(CLERK, miss, COUNTER)


async def test_missed_for_the_last_time_and_revived_behind_everybody(hall: HallAtWork) -> None:
    ticket = await hall.issue(visitor=somebody())
    await hall.open(COUNTER)
    hall.pass_time(minutes=30)
    for state in (TicketState.WAITING, TicketState.NO_SHOW):
        assert (await hall.call()).number == ticket.number
        assert (await _missed(hall)).state is state
    assert [t.number for t in (await hall.ports.readers.guide_desk()).no_shows] == [ticket.number]
    waiting = await hall.issue()
    revived = await hall.do(GUIDE, revive_ticket, ticket.number)
    assert (revived.state, revived.misses) == (TicketState.WAITING, 0)
    assert revived.line_at > waiting.line_at
    with refused("ticket.rule.transition"):
        await hall.do(GUIDE, revive_ticket, ticket.number)


async def test_reviving_is_no_way_around_the_limit_of_live_tickets(hall: HallAtWork) -> None:
    ticket = await hall.issue(visitor=somebody())
    await hall.open(COUNTER)
    for _ in range(2):
        await hall.call()
        await _missed(hall)
    others = [await hall.issue(visitor=somebody()) for _ in range(2)]
    with refused("line.rule.live_tickets", limit=2):
        await hall.do(GUIDE, revive_ticket, ticket.number)
    await hall.do(GUIDE, cancel_ticket, others[0].number, "不办了")
    assert (await hall.do(GUIDE, revive_ticket, ticket.number)).state is TicketState.WAITING


async def test_released_is_skipped_here_for_two_minutes(hall: HallAtWork) -> None:
    ticket = await hall.issue()
    await hall.open(COUNTER, MATES)
    await hall.call()
    released = await hall.do(CLERK, release, COUNTER)
    assert (released.state, released.line_at) == (TicketState.WAITING, ticket.line_at)
    assert (await hall.do(CLERK, call_next, COUNTER)).ticket is None
    hall.pass_time(minutes=2)
    assert (await hall.call()).number == ticket.number
    await hall.do(CLERK, release, COUNTER)
    assert (await hall.call(MATES)).number == ticket.number


async def test_service_starts(hall: HallAtWork) -> None:
    await hall.open(ELSEWHERE)
    ticket = await hall.issue(PASSPORT)
    started = await hall.serve(ELSEWHERE)
    assert (started.number, started.state) == (ticket.number, TicketState.SERVING)
    assert started.errand.started_at == started.since
    with refused("ticket.rule.transition"):
        await hall.do(clerk_of(ELSEWHERE), start, ELSEWHERE)


async def _missed(hall: HallAtWork) -> object:
    for _ in range(2):
        hall.pass_time(minutes=1)
        await hall.do(CLERK, recall, COUNTER)
    return await hall.do(CLERK, miss, COUNTER)
