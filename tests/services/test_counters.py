"""Clerks sit down, pause, change and go; nobody who waits for them is forgotten."""

import pytest

from app.domain.counter import CounterState
from app.domain.errors import NotFound
from app.domain.ticket_table import TicketState
from app.services.call_next import call_next
from app.services.counters import close_counter, open_counter, pause_counter, resume_counter
from app.services.holding import hold, resume
from app.services.serving import transfer
from tests.refusals import refused
from tests.services.at_work import CLERK, COUNTER, MATE, MATES, PASSPORT, SUPERVISOR, HallAtWork, clerk_of


async def test_a_shift(hall: HallAtWork) -> None:
    opened = await hall.do(CLERK, open_counter, COUNTER)
    assert (opened.state, opened.clerk, opened.lines) == (CounterState.OPEN, CLERK, ("A",))
    paused = await hall.do(CLERK, pause_counter, COUNTER, "设备故障")
    assert (paused.state, paused.pause_reason, paused.clerk) == (CounterState.PAUSED, "设备故障", CLERK)
    with refused("counter.rule.not_open"):
        await hall.do(CLERK, call_next, COUNTER)
    assert (await hall.do(CLERK, resume_counter, COUNTER)).state is CounterState.OPEN
    closed = await hall.do(CLERK, close_counter, COUNTER)
    assert (closed.state, closed.clerk) == (CounterState.CLOSED, None)
    with refused("counter.rule.other_clerk"):
        await hall.do(CLERK, call_next, COUNTER)


async def test_opening_again_changes_nothing_and_ends_a_pause(hall: HallAtWork) -> None:
    first = await hall.do(CLERK, open_counter, COUNTER)
    assert await hall.do(CLERK, open_counter, COUNTER) == first
    await hall.do(CLERK, pause_counter, COUNTER, "开会")
    assert (await hall.do(CLERK, open_counter, COUNTER)).state is CounterState.OPEN


async def test_a_pause_has_a_reason(hall: HallAtWork) -> None:
    await hall.open(COUNTER)
    with refused("counter.rule.pause_reason"):
        await hall.do(CLERK, pause_counter, COUNTER, " ")


async def test_a_clerk_is_at_one_counter_and_a_counter_has_one_clerk(hall: HallAtWork) -> None:
    await hall.open(COUNTER)
    with refused("counter.rule.elsewhere", counter=COUNTER):
        await hall.do(CLERK, open_counter, MATES)
    with refused("counter.rule.occupied", counter=COUNTER):
        await hall.do(MATE, open_counter, COUNTER)
    with refused("counter.rule.none", NotFound):
        await hall.do(MATE, open_counter, 99)


async def test_nobody_leaves_a_person_at_the_counter(hall: HallAtWork) -> None:
    ticket = await hall.served()
    for leaves in (close_counter(hall.ports, hall.command(CLERK), COUNTER), _pause(hall)):
        with refused("counter.rule.busy", number=ticket.number):
            await leaves


async def test_a_closed_counter_keeps_what_it_holds_for_the_next_clerk(hall: HallAtWork) -> None:
    ticket = await hall.served()
    await hall.do(CLERK, hold, COUNTER, "去复印")
    await hall.do(CLERK, close_counter, COUNTER)
    await hall.do(MATE, open_counter, COUNTER)
    assert [t.number for t in (await hall.ports.readers.counter_desk(COUNTER)).held] == [ticket.number]
    back = await hall.do(MATE, resume, COUNTER, ticket.number)
    assert (back.state, back.counter) == (TicketState.SERVING, COUNTER)
    assert await _clerk_of_errand(hall, ticket.number) == MATE


async def test_a_change_of_clerk_hands_on_whoever_is_being_served(hall: HallAtWork) -> None:
    ticket = await hall.served()
    taken = await hall.do(MATE, open_counter, COUNTER, hand_over=True)
    assert (taken.clerk, taken.state, taken.ticket) == (MATE, CounterState.OPEN, ticket.number)
    assert await _clerk_of_errand(hall, ticket.number) == MATE
    with refused("counter.rule.other_clerk"):
        await hall.do(CLERK, hold, COUNTER)
    await hall.do(CLERK, open_counter, MATES)


async def test_taking_over_a_closed_counter_opens_it(hall: HallAtWork) -> None:
    assert (await hall.do(SUPERVISOR, open_counter, COUNTER, hand_over=True)).clerk == SUPERVISOR


@pytest.mark.parametrize("target", [{"to_counter": MATES}, {"to_clerk": MATE}], ids=["counter", "clerk"])
@pytest.mark.parametrize("leaving", ["close", "hand_over"])
async def test_what_waits_for_somebody_who_leaves_is_for_anybody(
    hall: HallAtWork, target: dict[str, object], leaving: str
) -> None:
    ticket = await hall.served()
    await hall.open(MATES)
    await hall.do(CLERK, transfer, COUNTER, "由经办人继续", **target)
    hall.pass_time(minutes=3)
    assert await _next(hall, COUNTER) is None
    if leaving == "close":
        await hall.do(MATE, close_counter, MATES)
    else:
        await hall.do(SUPERVISOR, open_counter, MATES, hand_over=True)
    waits_for_the_counter = leaving == "hand_over" and "to_counter" in target
    assert await _next(hall, COUNTER) == (None if waits_for_the_counter else ticket.number)


async def test_counters_of_other_lines_do_not_call(hall: HallAtWork) -> None:
    await hall.issue(PASSPORT)
    await hall.open(COUNTER)
    assert await _next(hall, COUNTER) is None


async def _next(hall: HallAtWork, counter: int) -> str | None:
    called = await hall.do(clerk_of(counter), call_next, counter)
    return called.ticket.number if called.ticket else None


async def _pause(hall: HallAtWork) -> None:
    await hall.do(CLERK, pause_counter, COUNTER, "午休")


async def _clerk_of_errand(hall: HallAtWork, number: str) -> str:
    """Who is written down as doing the errand in hand; the ticket must say the same."""
    async with hall.ports.uow() as u:
        ticket = await u.tickets.by_number(number, (await hall.ports.readers.hall()).day)
        assert ticket.clerk == ticket.errand.clerk
        assert ticket.clerk is not None
        return (await u.staff.get(ticket.clerk)).number
