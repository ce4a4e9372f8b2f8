"""What was going on when something could not be settled: the ticket, the errand, its case, and what was told."""

from collections.abc import Sequence
from datetime import date

from app.domain.case import Case
from app.domain.errand import Errand
from app.domain.exception_case import Context
from app.domain.ids import CaseId
from app.domain.notice import Notice
from app.domain.person import NOBODY, Person
from app.domain.ticket import Ticket
from app.services.at_counter import live_or_of_today
from app.services.use_case import Work


async def context_of(
    work: Work, number: str | None, item: str | None, case_number: str | None, day: date
) -> tuple[Context, Person]:
    """The context of a ticket of today, else of a case, else of an item alone; and whose it is.

    A ticket has several errands: it is the one for ``item``, else the one for the case, else the one in hand.

    Raises:
        NotFound: no such ticket, item or case.
    """
    case = await work.u.cases.by_number(case_number) if case_number else None
    if number is not None:
        ticket = await live_or_of_today(work, number, day)
        return await _of_ticket(work, ticket, item, case), ticket.person
    if case is not None:
        return await _of_case(work, case), case.applicant.person
    found = await work.u.catalogue.in_force(item, day) if item else None
    return Context(item_code=item, item_name=found.name if found else None), NOBODY


def anonymous(context: Context) -> Context:
    """The same without what leads to the person: ticket, case and notice have a name on them."""
    return Context(item_code=context.item_code, item_name=context.item_name, counter=context.counter)


async def _of_ticket(work: Work, ticket: Ticket, code: str | None, case: Case | None) -> Context:
    errand = _errand(ticket, code, case.id if case else None)
    if case is None and errand.case is not None:
        case = await work.u.cases.get(errand.case)
    item = await work.u.catalogue.version(errand.item)
    notices = await work.u.notices.of_ticket(ticket.id, errand.item_code)
    if not notices and case is not None:
        notices = await work.u.notices.of_case(case.id)
    notice = _latest(notices)
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


async def _of_case(work: Work, case: Case) -> Context:
    item = await work.u.catalogue.version(case.item)
    notice = _latest(await work.u.notices.of_case(case.id))
    return Context(
        item_code=item.code,
        item_name=item.name,
        notice=notice.id if notice else None,
        notice_number=notice.number if notice else None,
        case_number=case.number,
    )


def _errand(ticket: Ticket, code: str | None, case: CaseId | None) -> Errand:
    if code is None and case is not None:
        return next((errand for errand in ticket.errands if errand.case == case), ticket.errand)
    return next((errand for errand in ticket.errands if errand.item_code == code), ticket.errand)


def _latest(notices: Sequence[Notice]) -> Notice | None:
    """What was told last."""
    return notices[-1] if notices else None
