"""What the guide desk does to tickets that do not stand at a counter."""

from app.domain import ticket_calls
from app.domain.staff import Permission
from app.domain.ticket import Ticket
from app.ports.rows import TicketRow
from app.services.at_counter import save_ticket
from app.services.issue_ticket import must_hold_few_tickets
from app.services.use_case import Work, use_case


@use_case
async def cancel_ticket(work: Work, number: str, reason: str) -> TicketRow:
    """Cancel a waiting ticket of today: the person left, or it was issued by mistake."""
    ticket = await _today(work, number)
    return await save_ticket(work, *ticket_calls.cancel(ticket, reason, await work.u.now()))


@use_case
async def revive_ticket(work: Work, number: str) -> TicketRow:
    """Bring a no-show of today back into line (过号恢复).

    Raises:
        RuleBroken: not a no-show, or the person holds as many other tickets as the hall allows.
    """
    ticket = await _today(work, number)
    # As when one is issued: nobody else may add a live ticket meanwhile.
    await work.u.lines.lock(ticket.line, ticket.day)
    revived = ticket_calls.revive(ticket, ticket.day, await work.u.now())
    hall = await work.u.hall.get()
    await must_hold_few_tickets(work, hall, await work.u.lines.get(ticket.line), ticket.person, ticket.day)
    return await save_ticket(work, *revived)


@use_case
async def count_ticket_reprint(work: Work, number: str) -> TicketRow:
    """Count a further print of a ticket; the paper says which one it is."""
    ticket = await _today(work, number)
    return await save_ticket(work, *ticket.reprint())


async def _today(work: Work, number: str) -> Ticket:
    work.actor.must(Permission.ISSUE)
    hall = await work.u.hall.get()
    day = hall.business_day(await work.u.now())
    return await work.u.tickets.by_number(number, day, lock=True)
