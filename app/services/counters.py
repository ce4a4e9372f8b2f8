"""Opening, pausing and closing a counter, and the change of clerk."""

from collections.abc import Sequence
from datetime import datetime

from app.domain import ticket_calls
from app.domain.counter import Change, Counter, CounterState
from app.domain.errors import RuleBroken
from app.domain.staff import Permission
from app.domain.ticket import Ticket
from app.ports.rows import CounterRow
from app.services.at_counter import take_counter
from app.services.use_case import Work, use_case


@use_case
async def open_counter(work: Work, counter: int, hand_over: bool = False) -> CounterRow:
    """Sit down at a counter. With ``hand_over`` take it over from the clerk who sits there, tickets and all.

    Raises:
        NotPermitted: disabled after signing in.
        RuleBroken: the clerk sits at another counter, or this one is somebody else's.
    """
    work.actor.must(Permission.SERVE)
    # Who sits at a counter cannot be disabled, and who is disabled does not sit down: they wait for each other here.
    (await work.u.staff.by_number(work.actor.number, lock=True)).must_be_active()
    wanted = await work.u.counters.by_number(counter, lock=True)
    mine = await work.u.counters.find_by_clerk(work.actor.staff)
    if mine is not None and mine.id != wanted.id:
        raise RuleBroken("counter.rule.elsewhere", counter=mine.number)
    now = await work.u.now()
    if hand_over and wanted.state is not CounterState.CLOSED and wanted.clerk != work.actor.staff:
        await _pass_on(work, wanted, now)
        return await _save(work, wanted.hand_over(work.actor.staff, now))
    return await _save(work, wanted.open(work.actor.staff, now))


@use_case
async def pause_counter(work: Work, counter: int, reason: str) -> CounterRow:
    """Pause with a reason that the hall shows; not while somebody is called or served."""
    at = await take_counter(work, counter)
    await _must_be_idle(work, at.counter)
    return await _save(work, at.counter.pause(reason, at.now))


@use_case
async def resume_counter(work: Work, counter: int) -> CounterRow:
    """Go on after a pause."""
    at = await take_counter(work, counter)
    return await _save(work, at.counter.resume(at.now))


@use_case
async def close_counter(work: Work, counter: int) -> CounterRow:
    """Close; held tickets stay with the counter for whoever opens it next.

    What was sent to this counter or its clerk and still waits is for anybody now who serves its line.
    """
    at = await take_counter(work, counter)
    await _must_be_idle(work, at.counter)
    await _unpin(work, await work.u.tickets.pinned_to(at.day, counter=at.counter.id, clerk=at.counter.clerk))
    return await _save(work, at.counter.close(at.now))


async def _pass_on(work: Work, counter: Counter, now: datetime) -> None:
    """The ticket in hand goes on to the new clerk; what waits for the one who leaves is for anybody."""
    live = await work.u.tickets.live_at(counter.id)
    if live is not None:
        await work.u.tickets.save(live.pass_to(work.actor.staff))
    day = (await work.u.hall.get()).business_day(now)
    await _unpin(work, await work.u.tickets.pinned_to(day, clerk=counter.clerk))


async def _unpin(work: Work, tickets: Sequence[Ticket]) -> None:
    for pinned in tickets:
        ticket, events = ticket_calls.unpin(pinned)
        await work.u.tickets.save(ticket)
        work.u.record(work.actor, *events)


async def _must_be_idle(work: Work, counter: Counter) -> None:
    live = await work.u.tickets.live_at(counter.id)
    if live is not None:
        raise RuleBroken("counter.rule.busy", counter=counter.number, number=live.number)


async def _save(work: Work, change: Change) -> CounterRow:
    counter, events = change
    if events:
        await work.u.counters.save(counter)
        work.u.record(work.actor, *events)
    return await work.u.reads.counter(counter.number)
