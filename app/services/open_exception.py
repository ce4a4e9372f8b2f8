"""Registering an exception case with what was going on: ticket, item, case, slip, and who it is."""

from dataclasses import replace

from app.domain.errors import RuleBroken
from app.domain.exception_case import Channel, exception_number
from app.domain.exception_category import must_be_offered
from app.domain.exception_course import By
from app.domain.exception_opening import Report, register
from app.domain.exception_terms import ExceptionLevel
from app.domain.ids import ExceptionCaseId
from app.domain.person import NOBODY, Person
from app.domain.staff import Permission
from app.ports.rows import ExceptionPage
from app.services.exception_at_work import terms_at
from app.services.exception_context import anonymous, context_of
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
    visitor: Visitor | None = ANYBODY,
    case: str | None = None,
    counter: int | None = None,
) -> ExceptionPage:
    """Register what could not be settled; with a ticket of today, or a case, its context is filled in.

    ``item`` says which of the ticket's errands it is about, the one of the case or in hand when it is not given.
    ``counter`` is where it was told, where no ticket says so.
    ``visitor`` is None where the person stays anonymous: then nothing that leads to a person is kept.

    Raises:
        RuleBroken: nothing said about what went wrong, or a category that the hall does not offer.
        NotFound: no such ticket, item, case or counter.
        BadInput: a number that is no identity number or phone, or a name that no font can print.
    """
    work.actor.must(Permission.EXCEPTION_OPEN)
    if not summary.strip():
        raise RuleBroken("exception.rule.summary")
    hall = await work.u.hall.get()
    must_be_offered(category, hall.policy.exception_categories)
    now = await work.u.now()
    day = hall.business_day(now)
    context, known = await context_of(work, ticket, item, case, day)
    if counter is not None:
        context = replace(context, counter=(await work.u.counters.by_number(counter)).id)
    if visitor is None:
        person, context = NOBODY, anonymous(context)
    else:
        person = await _person(work, visitor, known)
    number = exception_number(day.year, await work.u.numbers.next("exception", "hall", day.year))
    report = Report(
        summary=summary, category=category, channel=channel, wish=wish, level=level,
        person=person, context=context,
    )  # fmt: skip
    by = By(work.actor.staff, now, await terms_at(work.ports, work.u, hall, now))
    opened, events = register(ExceptionCaseId(work.u.new_id()), number, report, by)
    await work.u.exceptions.add(opened)
    work.u.record(work.actor, *events)
    return await work.u.reads.exception(opened.number)


async def _person(work: Work, visitor: Visitor, known: Person) -> Person:
    """What was typed takes the place of that part of the ticket's person; the rest stays.

    An identity number is that of one person: beside another name than the ticket's it is left out.
    """
    typed = await person_on_paper(work, visitor.name, visitor.identity, visitor.phone)
    another = typed.name is not None and (known.name is None or typed.name.lookup != known.name.lookup)
    return Person(
        name=typed.name or known.name,
        identity=typed.identity or (None if another else known.identity),
        phone=typed.phone or known.phone,
    )
