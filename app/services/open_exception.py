"""Registering an exception case with what was going on: ticket, item, case, slip, and who it is."""

from dataclasses import replace
from datetime import date

from app.domain.errand import Errand
from app.domain.errors import RuleBroken
from app.domain.exception_case import Channel, Context, exception_number
from app.domain.exception_category import must_be_offered
from app.domain.exception_course import By
from app.domain.exception_opening import Report, register
from app.domain.exception_terms import ExceptionLevel
from app.domain.ids import ExceptionCaseId
from app.domain.notice import Notice
from app.domain.person import NOBODY, Person
from app.domain.staff import Permission
from app.domain.ticket import Ticket
from app.ports.rows import ExceptionPage
from app.services.at_counter import live_or_of_today
from app.services.exception_at_work import terms_at
from app.services.issue_ticket import ANYBODY, Visitor
from app.services.on_paper import person_on_paper
from app.services.use_case import Work, use_case


@use_case
async def open_exception(
    work: Work,
    summary: str,
    category: str,
    channel: Channel,
    wish: str = "",
    level: ExceptionLevel = ExceptionLevel.ORDINARY,
    ticket: str | None = None,
    item: str | None = None,
    visitor: Visitor = ANYBODY,
) -> ExceptionPage:
    """Register what could not be settled; with a ticket of today its context is filled in.

    ``item`` says which of the ticket's errands it is about, the one in hand when it is not given.

    Raises:
        RuleBroken: nothing said about what went wrong, or a category that the hall does not offer.
        BadInput: a number that is no identity number or phone, or a name that no font can print.
    """
    work.actor.must(Permission.EXCEPTION_OPEN)
    if not summary.strip():
        raise RuleBroken("exception.rule.summary")
    hall = await work.u.hall.get()
    must_be_offered(category, hall.policy.exception_categories)
    now = await work.u.now()
    day = hall.business_day(now)
    context, known = await _context(work, ticket, item, day)
    typed = await person_on_paper(work, visitor.name, visitor.identity, visitor.phone)
    number = exception_number(day.year, await work.u.numbers.next("exception", "hall", day.year))
    report = Report(
        summary=summary, category=category, channel=channel, wish=wish, level=level,
        person=_person(typed, known), context=context,
    )  # fmt: skip
    by = By(work.actor.staff, now, await terms_at(work.ports, work.u, hall, now))
    case, events = register(ExceptionCaseId(work.u.new_id()), number, report, by)
    await work.u.exceptions.add(case)
    work.u.record(work.actor, *events)
    return await work.u.reads.exception(case.number)


def _person(typed: Person, known: Person) -> Person:
    """Who was typed in; a phone alone is the phone of the ticket's person."""
    if typed.name is None and typed.identity is None:
        return replace(known, phone=typed.phone or known.phone)
    return typed


async def _context(work: Work, number: str | None, item: str | None, day: date) -> tuple[Context, Person]:
    if number is None:
        found = await work.u.catalogue.in_force(item, day) if item else None
        return Context(item_code=item, item_name=found.name if found else None), NOBODY
    ticket = await live_or_of_today(work, number, day)
    return await _context_of(work, ticket, item), ticket.person


async def _context_of(work: Work, ticket: Ticket, code: str | None) -> Context:
    errand = next((e for e in ticket.errands if e.item_code == code), ticket.errand)
    item = await work.u.catalogue.version(errand.item)
    notice = await _latest_notice(work, ticket, errand)
    case = await work.u.cases.get(errand.case) if errand.case else None
    return Context(
        ticket=ticket.id,
        ticket_number=ticket.number,
        item_code=item.code,
        item_name=item.name,
        counter=ticket.counter,
        notice=notice.id if notice else None,
        notice_number=notice.number if notice else None,
        case_number=case.number if case else None,
    )


async def _latest_notice(work: Work, ticket: Ticket, errand: Errand) -> Notice | None:
    """What was told last: on this trip, else on an earlier one for the same case."""
    notices = await work.u.notices.of_ticket(ticket.id, errand.item_code)
    if not notices and errand.case is not None:
        notices = await work.u.notices.of_case(errand.case)
    return notices[-1] if notices else None
