"""What the use cases of a counter have in common: the counter locked, its clerk checked, its live ticket loaded."""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.counter import Counter
from app.domain.errors import NotFound, RuleBroken
from app.domain.events import Event
from app.domain.hall import Hall
from app.domain.staff import Permission
from app.domain.ticket import Change, Ticket
from app.domain.ticket_table import TicketState
from app.ports.rows import TicketRow
from app.services.use_case import Work


@dataclass(frozen=True, slots=True)
class AtCounter:
    """A counter under lock and the hall at this moment."""

    counter: Counter
    hall: Hall
    now: datetime

    @property
    def day(self) -> date:
        """The business day."""
        return self.hall.business_day(self.now)


async def take_counter(work: Work, number: int) -> AtCounter:
    """Lock the counter for its clerk.

    Raises:
        NotPermitted: the role does not serve.
        RuleBroken: somebody else sits there.
    """
    work.actor.must(Permission.SERVE)
    counter = await work.u.counters.by_number(number, lock=True)
    counter.must_be_staffed_by(work.actor.staff)
    return AtCounter(counter, await work.u.hall.get(), await work.u.now())


async def take_live_ticket(work: Work, number: int) -> tuple[AtCounter, Ticket]:
    """Lock the counter and load the ticket that is called or served there.

    Raises:
        NotFound: the counter has no live ticket.
    """
    at = await take_counter(work, number)
    ticket = await work.u.tickets.live_at(at.counter.id)
    if ticket is None:
        raise NotFound("counter.rule.no_ticket", counter=number)
    return at, ticket


async def live_or_of_today(work: Work, number: str, day: date, *, lock: bool = False) -> Ticket:
    """The ticket of that number: the one that the actor serves, even if it came before midnight, else today's.

    Raises:
        NotFound: there is none.
    """
    counter = await work.u.counters.find_by_clerk(work.actor.staff)
    live = await work.u.tickets.live_at(counter.id) if counter else None
    if live is not None and live.number == number:
        return live
    return await work.u.tickets.by_number(number, day, lock=lock)


async def save_at_counter(work: Work, at: AtCounter, change: Change) -> TicketRow:
    """Save what was done at a counter.

    Raises:
        RuleBroken: a ticket of a past day would go back into a line that nobody calls from any more.
    """
    ticket, events = change
    if ticket.state is TicketState.WAITING and ticket.day != at.day:
        raise RuleBroken("ticket.rule.day_over", number=ticket.number, day=ticket.day)
    return await save_ticket(work, ticket, events)


async def save_ticket(work: Work, ticket: Ticket, events: tuple[Event, ...]) -> TicketRow:
    """Save the ticket, write down what happened, and return it as everybody sees it."""
    await work.u.tickets.save(ticket)
    work.u.record(work.actor, *events)
    return await work.u.reads.ticket(ticket.number, ticket.day)
