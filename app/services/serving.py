"""Service at a counter: the right item, the outcome, handing on, and taking a finish back."""

from app.domain.errand import Errand, Outcome
from app.domain.errors import RuleBroken
from app.domain.ids import ErrandId
from app.domain.ticket import Target
from app.ports.rows import TicketRow
from app.services.at_counter import save_ticket, take_counter, take_live_ticket
from app.services.case_of_errand import settle_case
from app.services.use_case import Work, use_case


@use_case
async def change_item(work: Work, counter: int, item: str, situation: str | None = None) -> TicketRow:
    """取错号: correct what the present errand is about; the place in line is kept."""
    at, ticket = await take_live_ticket(work, counter)
    day = at.hall.business_day(at.now)
    wanted = await work.u.catalogue.in_force(item, day)
    wanted.must_be_available(day)
    wanted.situation(situation)
    line = await work.u.lines.for_item(item)
    errand = Errand(ErrandId(work.u.new_id()), wanted.id, item, line.id, situation)
    return await save_ticket(work, *ticket.change_item(errand, at.now))


@use_case
async def finish(work: Work, counter: int, outcome: Outcome) -> TicketRow:
    """End the present errand with its outcome; the next errand of the ticket waits in its own line.

    Raises:
        RuleBroken: not being served, or the outcome does not fit what was done (notified without a notice).
    """
    at, ticket = await take_live_ticket(work, counter)
    settled = await settle_case(work, ticket, outcome, at)
    return await save_ticket(work, *settled.finish(outcome, at.now))


@use_case
async def undo_finish(work: Work, counter: int, number: str) -> TicketRow:
    """Take the clerk's own finish back within minutes."""
    at = await take_counter(work, counter)
    ticket = await work.u.tickets.by_number(number, at.hall.business_day(at.now), lock=True)
    if ticket.counter != at.counter.id:
        raise RuleBroken("ticket.rule.other_counter", number=number)
    busy = await work.u.tickets.live_at(at.counter.id) is not None
    back = ticket.undo_finish(work.actor.staff, at.hall.policy, at.now, counter_busy=busy)
    return await save_ticket(work, *back)


@use_case
async def transfer(
    work: Work,
    counter: int,
    reason: str,
    line: str | None = None,
    to_counter: int | None = None,
    to_clerk: str | None = None,
) -> TicketRow:
    """Send the live ticket to a line (prefix), a counter (number) or a clerk (staff number).

    Raises:
        RuleBroken: not exactly one target, no reason, or the target is this very counter.
    """
    at, ticket = await take_live_ticket(work, counter)
    if to_counter == counter:
        raise RuleBroken("ticket.rule.transfer_to_self", counter=counter)
    target = await _target(work, line, to_counter, to_clerk)
    return await save_ticket(work, *ticket.transfer(target, reason, at.hall.policy, at.now))


async def _target(work: Work, line: str | None, counter: int | None, clerk: str | None) -> Target:
    return Target(
        line=(await work.u.lines.by_prefix(line)).id if line else None,
        counter=(await work.u.counters.by_number(counter)).id if counter is not None else None,
        clerk=(await work.u.staff.by_number(clerk)).id if clerk else None,
    )
