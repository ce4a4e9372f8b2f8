"""Call the next ticket to a counter; a counter that has a live ticket gets that same one."""

from dataclasses import dataclass

from app.domain import ticket_calls
from app.ports.rows import TicketRow
from app.services.at_counter import save_ticket, take_counter
from app.services.use_case import Work, use_case


@dataclass(frozen=True, slots=True)
class Called:
    """The ticket called, or None when nobody waits."""

    ticket: TicketRow | None


@use_case
async def call_next(work: Work, counter: int) -> Called:
    """Call whoever is next in the counter's lines.

    Raises:
        RuleBroken: the counter is not open, or another clerk's.
    """
    at = await take_counter(work, counter)
    live = await work.u.tickets.live_at(at.counter.id)
    if live is not None:
        return Called(await work.u.reads.ticket(live.number, live.day))
    at.counter.must_be_open()
    found = await work.u.tickets.claim_next(at.counter, at.day, at.now)
    if found is None:
        return Called(None)
    ticket, events = ticket_calls.call(found, at.counter.id, work.actor.staff, at.now)
    return Called(await save_ticket(work, ticket, events))
