"""What stands around an exception case: what had been told by then, and how often the person came."""

from sqlalchemy import and_, bindparam, distinct, func, or_, select

from app.domain.exception_case import ExceptionCase
from db.tables import cases, errands, notices, tickets
from db.transaction import Transaction
from db.types import Code, Instant

_CASE = select(cases.c.id).where(cases.c.number == bindparam("case", type_=Code)).scalar_subquery()
_NOTICES = (
    select(notices.c.number)
    .where(
        or_(
            and_(notices.c.ticket_id == bindparam("ticket"), notices.c.item_code == bindparam("item")),
            notices.c.case_id == _CASE,
        ),
        notices.c.issued_at <= bindparam("until", type_=Instant),
    )
    .order_by(notices.c.issued_at, notices.c.number)
)
_TICKETS = select(func.count(distinct(tickets.c.id))).select_from(tickets)
_OF_PERSON = _TICKETS.join(errands, errands.c.ticket_id == tickets.c.id).where(
    tickets.c.identity_lookup == bindparam("lookup", type_=tickets.c.identity_lookup.type),
    errands.c.item_code == bindparam("item"),
    tickets.c.is_test.is_(False),
)
_OF_CASE = _TICKETS.join(errands, errands.c.ticket_id == tickets.c.id).where(
    or_(errands.c.case_id == _CASE, tickets.c.id == bindparam("ticket", type_=tickets.c.id.type)),
    tickets.c.is_test.is_(False),
)


async def notices_around(t: Transaction, case: ExceptionCase) -> tuple[str, ...]:
    """The numbers of what had been told on the trip or in the case when it was registered, oldest first."""
    context = case.context
    known = {
        "ticket": context.ticket,
        "item": context.item_code,
        "case": context.case_number,
        "until": case.registered_at,
    }
    return tuple((await t.execute(_NOTICES, known)).scalars())


async def trips_of(t: Transaction, case: ExceptionCase) -> int:
    """How often the person came: for the case where there is one, else for the item.

    One trip is known when only the ticket is.
    """
    context = case.context
    if context.case_number is not None:
        known = {"case": context.case_number, "ticket": context.ticket}
        return int((await t.execute(_OF_CASE, known)).scalar_one())
    if case.person.identity is None:
        return int(context.ticket is not None)
    of_person = {"lookup": case.person.identity.lookup, "item": context.item_code}
    return int((await t.execute(_OF_PERSON, of_person)).scalar_one())
