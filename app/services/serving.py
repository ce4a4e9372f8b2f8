"""Service at a counter: the right item, the outcome, handing on, and taking a finish back."""

from app.domain import ticket_course
from app.domain.counter import Counter, CounterState
from app.domain.errand import Errand, Outcome
from app.domain.errors import RuleBroken
from app.domain.ids import ErrandId
from app.domain.staff import StaffMember
from app.domain.ticket import Ticket
from app.domain.ticket_course import Target
from app.ports.rows import TicketRow
from app.services.at_counter import AtCounter, save_at_counter, take_counter, take_live_ticket
from app.services.case_of_errand import PLAIN_ENDING, Ending, settle_case, undo_case
from app.services.use_case import Work, use_case


@use_case
async def change_item(work: Work, counter: int, item: str, situation: str | None = None) -> TicketRow:
    """取错号: correct what the present errand is about; the place in line is kept."""
    at, ticket = await take_live_ticket(work, counter)
    wanted = await work.u.catalogue.in_force(item, at.day)
    wanted.must_be_available(at.day)
    wanted.situation(situation)
    line = await work.u.lines.for_item(item)
    errand = Errand(ErrandId(work.u.new_id()), wanted.id, item, line.id, situation)
    return await save_at_counter(work, at, ticket_course.change_item(ticket, errand, at.now))


@use_case
async def finish(work: Work, counter: int, outcome: Outcome, ending: Ending = PLAIN_ENDING) -> TicketRow:
    """End the present errand with its outcome; the next errand of the ticket waits in its own line.

    Raises:
        RuleBroken: not being served, or the outcome does not fit what was done (notified without a notice, refused
            without a reason or the right authority, accepted without a known limit).
    """
    at, ticket = await take_live_ticket(work, counter)
    if ticket.day != at.day:
        ticket = ticket_course.without_following(ticket, at.now)
    settled = await settle_case(work, ticket, outcome, ending, at)
    return await save_at_counter(work, at, ticket_course.finish(settled, outcome, at.now))


@use_case
async def undo_finish(work: Work, counter: int, number: str | None = None) -> TicketRow:
    """Take the clerk's own finish back within minutes, without a number the last, and what it did to the case.

    Raises:
        RuleBroken: not open, finished elsewhere, by somebody else or too long ago, or nothing was finished.
    """
    at = await take_counter(work, counter)
    at.counter.must_be_open()
    ticket = await _finished(work, at, number)
    busy = await work.u.tickets.live_at(at.counter.id) is not None
    back = ticket_course.undo_finish(ticket, work.actor.staff, at.hall.policy, at.now, counter_busy=busy)
    await undo_case(work, ticket, at)
    return await save_at_counter(work, at, back)


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
        RuleBroken: not exactly one target, no reason, or the target is this very counter or its clerk, or nobody
            who could call the ticket: a closed counter, a person who sits nowhere.
    """
    at, ticket = await take_live_ticket(work, counter)
    if to_counter == counter or to_clerk == work.actor.number:
        raise RuleBroken("ticket.rule.transfer_to_self", counter=counter)
    target = await _target(work, line, to_counter, to_clerk)
    return await save_at_counter(
        work, at, ticket_course.transfer(ticket, target, reason, at.hall.policy, at.now)
    )


async def _finished(work: Work, at: AtCounter, number: str | None) -> Ticket:
    """What the clerk finished here last, even before midnight; where another is named, today's of that number."""
    since = at.now - at.hall.policy.undo_within
    last = await work.u.tickets.last_finished(at.counter.id, work.actor.staff, since)
    if last is not None and number in (None, last.number):
        return last
    if number is None:
        raise RuleBroken("counter.rule.nothing_to_undo", counter=at.counter.number)
    ticket = await work.u.tickets.by_number(number, at.day, lock=True)
    if ticket.counter != at.counter.id:
        raise RuleBroken("ticket.rule.other_counter", number=number)
    return ticket


async def _target(work: Work, line: str | None, counter: int | None, clerk: str | None) -> Target:
    return Target(
        line=(await work.u.lines.by_prefix(line)).id if line else None,
        counter=(await _staffed_counter(work, counter)).id if counter is not None else None,
        clerk=(await _sitting_clerk(work, clerk)).id if clerk else None,
    )


async def _staffed_counter(work: Work, number: int) -> Counter:
    """A counter that is not closed, and cannot be closed before the ticket is there."""
    counter = await work.u.counters.by_number(number, lock=True)
    if counter.state is CounterState.CLOSED:
        raise RuleBroken("ticket.rule.transfer_closed", counter=number)
    return counter


async def _sitting_clerk(work: Work, number: str) -> StaffMember:
    """A clerk at a counter, who cannot leave it before the ticket is there."""
    member = await work.u.staff.by_number(number)
    sits = await work.u.counters.find_by_clerk(member.id)
    if sits is None or (await _staffed_counter(work, sits.number)).clerk != member.id:
        raise RuleBroken("ticket.rule.transfer_absent", number=number)
    return member
