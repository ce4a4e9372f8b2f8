"""Putting a ticket aside and taking it up again."""

from collections.abc import Sequence

from app.domain import ticket_course
from app.domain.errors import RuleBroken
from app.domain.ticket import Ticket
from app.domain.ticket_table import TicketState
from app.ports.rows import TicketRow
from app.services.at_counter import AtCounter, save_at_counter, take_counter, take_live_ticket
from app.services.use_case import Work, use_case


@use_case
async def hold(work: Work, counter: int, reason: str = "") -> TicketRow:
    """Put the served ticket aside, e.g. while the person makes a copy."""
    at, ticket = await take_live_ticket(work, counter)
    return await save_at_counter(work, at, ticket_course.hold(ticket, reason, at.now))


@use_case
async def resume(work: Work, counter: int, number: str | None = None) -> TicketRow:
    """Take a held ticket of this counter up again; without a number the only one.

    Raises:
        RuleBroken: the counter is busy or not open, the ticket is held elsewhere, or not exactly one is held.
    """
    at, ticket = await _held(work, counter, number)
    at.counter.must_be_open()
    live = await work.u.tickets.live_at(at.counter.id)
    if live is not None and live.id != ticket.id:
        raise RuleBroken("counter.rule.busy", counter=counter, number=live.number)
    return await save_at_counter(
        work, at, ticket_course.resume(ticket, at.counter.id, work.actor.staff, at.now)
    )


@use_case
async def requeue(work: Work, counter: int, number: str | None = None) -> TicketRow:
    """The counter cannot wait for a held ticket, without a number the only one: back into line."""
    at, ticket = await _held(work, counter, number)
    return await save_at_counter(work, at, ticket_course.requeue(ticket, at.now))


@use_case
async def abandon(work: Work, counter: int, number: str | None = None) -> TicketRow:
    """The person left: the live ticket, or the held one of that number."""
    if number is None:
        at, ticket = await take_live_ticket(work, counter)
    else:
        at = await take_counter(work, counter)
        ticket = await _named(work, at, number, await work.u.tickets.held_at(at.counter.id))
    return await save_at_counter(work, at, ticket_course.abandon(ticket, at.now))


async def _held(work: Work, counter: int, number: str | None) -> tuple[AtCounter, Ticket]:
    at = await take_counter(work, counter)
    held = await work.u.tickets.held_at(at.counter.id)
    if number is None:
        return at, _only(held, counter)
    ticket = await _named(work, at, number, held)
    if ticket.state is not TicketState.HELD:
        raise RuleBroken("ticket.rule.not_held", number=number)
    return at, ticket


def _only(held: Sequence[Ticket], counter: int) -> Ticket:
    if not held:
        raise RuleBroken("counter.rule.none_held", counter=counter)
    if len(held) > 1:
        numbers = " ".join(ticket.number for ticket in held)
        raise RuleBroken("counter.rule.which_held", counter=counter, numbers=numbers)
    return held[0]


async def _named(work: Work, at: AtCounter, number: str, held: Sequence[Ticket]) -> Ticket:
    """The ticket of that number at the counter: one held there, even since another day, goes before today's."""
    ticket = next((t for t in held if t.number == number), None)
    ticket = ticket or await work.u.tickets.by_number(number, at.day, lock=True)
    if ticket.counter != at.counter.id:
        raise RuleBroken("ticket.rule.other_counter", number=number)
    return ticket
