"""Exception cases: registered with their context, and every step of their table."""

from dataclasses import replace
from datetime import date

from app.domain.errors import RuleBroken
from app.domain.events import Event, Topic
from app.domain.exception_case import (
    Change,
    Channel,
    Context,
    ExceptionCase,
    ExceptionCategory,
    ExceptionLevel,
    Step,
    due_for,
    exception_number,
)
from app.domain.exception_table import ExceptionAction, ExceptionState
from app.domain.free_text import said
from app.domain.hall import Hall
from app.domain.ids import DepartmentId, ExceptionCaseId
from app.domain.person import NOBODY, Person
from app.domain.staff import PERMISSIONS, Permission, StaffMember
from app.domain.ticket import Ticket
from app.ports.rows import ExceptionPage
from app.services.at_counter import live_or_of_today
from app.services.hall_time import office_calendar_in
from app.services.handlers import able_handler
from app.services.issue_ticket import ANYBODY, Visitor
from app.services.on_paper import person_on_paper
from app.services.use_case import Work, use_case


@use_case
async def open_exception(
    work: Work,
    summary: str,
    category: ExceptionCategory,
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
        RuleBroken: nothing said about what went wrong.
        BadInput: a number that is no identity number or phone, or a name that no font can print.
    """
    work.actor.must(Permission.EXCEPTION_OPEN)
    if not summary.strip():
        raise RuleBroken("exception.rule.summary")
    hall = await work.u.hall.get()
    now = await work.u.now()
    day = hall.business_day(now)
    context, known = await _context(work, hall, ticket, item, day)
    typed = await person_on_paper(work, visitor.name, visitor.identity, visitor.phone)
    sequence = await work.u.numbers.next("exception", "hall", day.year)
    case = ExceptionCase(
        id=ExceptionCaseId(work.u.new_id()),
        number=exception_number(day.year, sequence),
        channel=channel,
        category=category,
        summary=said(summary),
        counts_from=day,
        registered_at=now,
        level=level,
        due=due_for(level, day, await office_calendar_in(work.ports, work.u)),
        steps=(Step(ExceptionAction.OPEN, ExceptionState.REGISTERED, work.actor.staff, now, said(summary)),),
        wish=said(wish),
        person=_person(typed, known),
        context=context,
    )
    await work.u.exceptions.add(case)
    work.u.record(work.actor, Event(Topic.EXCEPTIONS, ExceptionAction.OPEN, case.id, {"number": case.number}))
    return await work.u.reads.exception(case.number)


@use_case
async def triage_exception(
    work: Work, number: str, category: ExceptionCategory, level: ExceptionLevel, text: str = ""
) -> ExceptionPage:
    """Decide what it is and how hard (研判)."""
    case, by = await _take(work, number, Permission.EXCEPTION_DIRECT), work.actor.staff
    now = await work.u.now()
    return await _save(
        work, case.triage(category, level, text, by, now, await office_calendar_in(work.ports, work.u))
    )


@use_case
async def assign_exception(
    work: Work,
    number: str,
    handler: str,
    department: str | None = None,
    due: date | None = None,
    text: str = "",
) -> ExceptionPage:
    """Give it to a handler (staff number); department (code) and date default to the handler's and the level's.

    Raises:
        RuleBroken: that person cannot handle it, no department can be told, or the date is beyond the level's.
    """
    case = await _take(work, number, Permission.EXCEPTION_DIRECT)
    member = await able_handler(work, handler, Permission.EXCEPTION_HANDLE, "exception.rule.handler")
    unit = await _unit(work, department, member)
    now = await work.u.now()
    change = case.assign(unit, member.id, due or case.due.day, text, work.actor.staff, now)
    return await _save(work, change)


@use_case
async def return_exception(work: Work, number: str, reason: str) -> ExceptionPage:
    """Send it back to triage with a reason (退回): the handler, or who directs.

    Raises:
        RuleBroken: no reason given, or another's.
    """
    case = await _take(work, number, Permission.EXCEPTION_HANDLE)
    if Permission.EXCEPTION_DIRECT not in PERMISSIONS[work.actor.role]:
        case.must_be_handled_by(work.actor.staff)
    now = await work.u.now()
    return await _save(
        work, case.send_back(reason, work.actor.staff, now, await office_calendar_in(work.ports, work.u))
    )


@use_case
async def take_exception(work: Work, number: str, text: str = "") -> ExceptionPage:
    """The handler takes it in hand (办理)."""
    case = await _take(work, number, Permission.EXCEPTION_HANDLE)
    return await _save(work, case.take(text, work.actor.staff, await work.u.now()))


@use_case
async def answer_exception(work: Work, number: str, text: str) -> ExceptionPage:
    """Answer the person (反馈)."""
    case = await _take(work, number, Permission.EXCEPTION_HANDLE)
    return await _save(work, case.answer(text, work.actor.staff, await work.u.now()))


@use_case
async def follow_up_exception(work: Work, number: str, satisfied: bool, text: str = "") -> ExceptionPage:
    """Ask the person whether it is settled (回访)."""
    case = await _take(work, number, Permission.EXCEPTION_DIRECT)
    return await _save(work, case.follow_up(satisfied, text, work.actor.staff, await work.u.now()))


@use_case
async def rework_exception(work: Work, number: str, text: str = "") -> ExceptionPage:
    """Not satisfied: back in hand."""
    case = await _take(work, number, Permission.EXCEPTION_DIRECT)
    return await _save(work, case.rework(text, work.actor.staff, await work.u.now()))


@use_case
async def close_exception(work: Work, number: str, text: str = "") -> ExceptionPage:
    """Put it on file (归档)."""
    case = await _take(work, number, Permission.EXCEPTION_DIRECT)
    return await _save(work, case.close(text, work.actor.staff, await work.u.now()))


@use_case
async def reopen_exception(work: Work, number: str, reason: str) -> ExceptionPage:
    """It came back: triage anew."""
    case = await _take(work, number, Permission.EXCEPTION_DIRECT)
    hall, now = await work.u.hall.get(), await work.u.now()
    today = hall.business_day(now)
    change = case.reopen(reason, work.actor.staff, now, await office_calendar_in(work.ports, work.u), today)
    return await _save(work, change)


@use_case
async def note_exception(work: Work, number: str, text: str) -> ExceptionPage:
    """Write down what was done and who said what (记一笔)."""
    case = await _take(work, number, Permission.EXCEPTION_OPEN)
    return await _save(work, case.note(text, work.actor.staff, await work.u.now()))


async def _unit(work: Work, code: str | None, handler: StaffMember) -> DepartmentId:
    """The department that was named, else the handler's own."""
    if code is None:
        if handler.department is None:
            raise RuleBroken("exception.rule.department")
        return handler.department
    unit = next((d.id for d in await work.u.hall.departments() if d.code == code), None)
    if unit is None:
        raise RuleBroken("staff.rule.no_department", department=code)
    return unit


def _person(typed: Person, known: Person) -> Person:
    """Who was typed in; a phone alone is the phone of the ticket's person."""
    if typed.name is None and typed.identity is None:
        return replace(known, phone=typed.phone or known.phone)
    return typed


async def _take(work: Work, number: str, permission: Permission) -> ExceptionCase:
    work.actor.must(permission)
    return await work.u.exceptions.by_number(number, lock=True)


async def _save(work: Work, change: Change) -> ExceptionPage:
    case, events = change
    await work.u.exceptions.save(case)
    work.u.record(work.actor, *events)
    return await work.u.reads.exception(case.number)


async def _context(
    work: Work, hall: Hall, number: str | None, item: str | None, day: date
) -> tuple[Context, Person]:
    if number is None:
        found = await work.u.catalogue.in_force(item, day) if item else None
        return Context(item_code=item, item_name=found.name if found else None), NOBODY
    ticket = await live_or_of_today(work, number, day)
    return await _context_of(work, ticket, item), ticket.person


async def _context_of(work: Work, ticket: Ticket, code: str | None) -> Context:
    errand = next((e for e in ticket.errands if e.item_code == code), ticket.errand)
    item = await work.u.catalogue.version(errand.item)
    notices = await work.u.notices.of_ticket(ticket.id, errand.item_code)
    return Context(
        ticket=ticket.id,
        ticket_number=ticket.number,
        item_code=item.code,
        item_name=item.name,
        counter=ticket.counter,
        notice=notices[-1].id if notices else None,
        notice_number=notices[-1].number if notices else None,
    )
