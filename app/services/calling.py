"""From the call to the start of service, and what happens when nobody comes."""

from app.domain import ticket_calls
from app.domain.errors import RuleBroken
from app.ports.rows import TicketRow
from app.services.at_counter import save_at_counter, take_counter, take_live_ticket
from app.services.use_case import Work, use_case


@use_case
async def call_ticket(work: Work, counter: int, number: str, reason: str) -> TicketRow:
    """Call a certain ticket out of order; the reason is written down.

    Raises:
        RuleBroken: no reason, the counter is busy or not open, or the ticket does not wait.
    """
    if not reason.strip():
        raise RuleBroken("ticket.rule.out_of_order_reason")
    at = await take_counter(work, counter)
    at.counter.must_be_open()
    live = await work.u.tickets.live_at(at.counter.id)
    if live is not None:
        raise RuleBroken("counter.rule.busy", counter=counter, number=live.number)
    wanted = await work.u.tickets.by_number(number, at.day, lock=True)
    called = ticket_calls.call(wanted, at.counter.id, work.actor.staff, at.now, out_of_order=reason.strip())
    return await save_at_counter(work, at, called)


@use_case
async def recall(work: Work, counter: int) -> TicketRow:
    """Announce the called ticket again."""
    at, ticket = await take_live_ticket(work, counter)
    return await save_at_counter(work, at, ticket_calls.recall(ticket, at.hall.policy, at.now))


@use_case
async def start(work: Work, counter: int) -> TicketRow:
    """The person is here: service begins."""
    at, ticket = await take_live_ticket(work, counter)
    return await save_at_counter(work, at, ticket_calls.start(ticket, at.now))


@use_case
async def miss(work: Work, counter: int) -> TicketRow:
    """Nobody came (过号): back into line a little behind, or out at the last miss."""
    at, ticket = await take_live_ticket(work, counter)
    latest = await work.u.lines.latest_call(ticket.line, ticket.day, besides=ticket.id)
    return await save_at_counter(work, at, ticket_calls.miss(ticket, at.hall.policy, latest, at.now))


@use_case
async def release(work: Work, counter: int) -> TicketRow:
    """Called by mistake: back into line at the same place."""
    at, ticket = await take_live_ticket(work, counter)
    return await save_at_counter(work, at, ticket_calls.release(ticket, at.hall.policy, at.now))
