"""Issue a ticket: one number for one trip, with one or more errands."""

from dataclasses import dataclass, field
from datetime import date

from app.domain.catalogue import ServiceItem
from app.domain.errand import Errand
from app.domain.errors import BadInput, RuleBroken
from app.domain.hall import Hall
from app.domain.ids import ErrandId, TicketId
from app.domain.line import Issue, Line, check_live_tickets, check_quota, number_text
from app.domain.person import Person
from app.domain.policy import Priority
from app.domain.staff import Permission
from app.domain.ticket import Ticket, place_at_issue
from app.domain.ticket_table import TicketAction
from app.ports.errors import ConcurrentChange
from app.ports.rows import TicketRow
from app.services.on_paper import person_on_paper
from app.services.paper import keep_ticket_form
from app.services.use_case import Work, use_case


@dataclass(frozen=True, slots=True)
class ErrandWish:
    """What the person comes for. ``brought``: numbers of the materials seen, None when nobody looked.

    ``not_applicable``: numbers of those that this person does not need.
    """

    item: str
    situation: str | None = None
    brought: frozenset[int] | None = None
    not_applicable: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who comes, as typed or read from a card; empty text means unknown."""

    name: str = field(default="", repr=False)
    identity: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    priority: Priority = Priority.ORDINARY


ANYBODY = Visitor()


@use_case
async def issue_ticket(
    work: Work, errands: tuple[ErrandWish, ...], visitor: Visitor = ANYBODY, is_test: bool = False
) -> TicketRow:
    """Issue a ticket for the errands, in their order; the first one's line gives the number.

    Raises:
        BadInput: no errand, a number that is no identity number or phone, or a name that no font can print.
        RuleBroken: hall closed, item cancelled or served nowhere, a material seen that nobody asks for, quota or
            number of live tickets reached.
    """
    work.actor.must(Permission.ISSUE)
    if not errands:
        raise BadInput("ticket.input.no_errand")
    person = await person_on_paper(work, visitor.name, visitor.identity, visitor.phone)
    hall = await work.u.hall.get()
    day = hall.business_day(await work.u.now())
    chosen = [await _errand(work, wish, day) for wish in errands]
    line = chosen[0][1]
    issue = await _allocate(work, hall, line, day)
    if not is_test:
        await _check_numbers(work, hall, line, issue, person)
    ticket = Ticket(
        id=TicketId(work.u.new_id()),
        hall=hall.id,
        day=day,
        number=number_text(line.prefix, issue.sequence),
        line=line.id,
        came=issue.at,
        line_at=place_at_issue(issue.at, visitor.priority, hall.policy),
        errands=tuple(errand for errand, _, _ in chosen),
        priority=visitor.priority,
        person=person,
        since=issue.at,
        is_test=is_test,
    )
    await work.u.tickets.add(ticket)
    work.u.record(work.actor, ticket.event(TicketAction.ISSUE, item=ticket.errand.item_code))
    row = await work.u.reads.ticket(ticket.number, day)
    await keep_ticket_form(work, hall, row, ticket, [item for _, _, item in chosen])
    return row


async def _errand(work: Work, wish: ErrandWish, day: date) -> tuple[Errand, Line, ServiceItem]:
    item = await work.u.catalogue.in_force(wish.item, day)
    item.must_be_available(day)
    item.must_ask_for(wish.brought or frozenset(), wish.situation, wish.not_applicable)
    line = await work.u.lines.for_item(wish.item)
    id_ = ErrandId(work.u.new_id())
    errand = Errand(id_, item.id, item.code, line.id, wish.situation, wish.brought, wish.not_applicable)
    return errand, line, item


async def _allocate(work: Work, hall: Hall, line: Line, day: date) -> Issue:
    """The line's next number, while the hall is open and the day is still the same.

    Raises:
        ConcurrentChange: midnight came while the line's lock was waited for.
        RuleBroken: the hall is closed.
    """
    issue = await work.u.lines.allocate(line.id, day)
    if hall.business_day(issue.at) != day:
        raise ConcurrentChange("database.rule.changed")
    if not hall.is_open(issue.at):
        raise RuleBroken("hall.rule.closed")
    return issue


async def _check_numbers(work: Work, hall: Hall, line: Line, issue: Issue, person: Person) -> None:
    """Quota and tickets of one person; test tickets count in neither."""
    if line.daily_quota is not None:
        check_quota(line, issue.sequence - await work.u.tickets.tests(line.id, issue.day))
    await must_hold_few_tickets(work, hall, line, person, issue.day)


async def must_hold_few_tickets(work: Work, hall: Hall, line: Line, person: Person, day: date) -> None:
    """Refuse one more live ticket of a line to a person who holds as many as the hall allows."""
    if person.identity is not None:
        live = await work.u.tickets.live_of_person(person.identity.lookup, line.id, day)
        check_live_tickets(live, line, hall.policy)
