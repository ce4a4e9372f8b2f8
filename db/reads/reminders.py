"""Reminders to departments: what they owe, and what they put right."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Row, bindparam, case, or_, select

from app.domain.errors import NotFound
from app.domain.reminder import ReminderState
from app.ports.queries import ReminderQuery
from app.ports.rows import ReminderRow
from db.reads.today import today
from db.tables import cases, departments, exception_cases, reminders, staff
from db.transaction import Transaction

_ANSWERER = staff.alias("answerer")
_ROWS = (
    select(
        reminders,
        departments.c.code.label("department"),
        departments.c.name.label("department_name"),
        cases.c.number.label("case_number"),
        exception_cases.c.number.label("exception_number"),
        staff.c.number.label("issued_by"),
        staff.c.name.label("issued_by_name"),
        _ANSWERER.c.number.label("answered_by"),
        _ANSWERER.c.name.label("answered_by_name"),
    )
    .select_from(reminders)
    .join(departments, departments.c.id == reminders.c.department_id)
    .join(staff, staff.c.id == reminders.c.issued_by_id)
    .outerjoin(cases, cases.c.id == reminders.c.case_id)
    .outerjoin(exception_cases, exception_cases.c.id == reminders.c.exception_id)
    .outerjoin(_ANSWERER, _ANSWERER.c.id == reminders.c.answered_by_id)
)
_BY_NUMBER = _ROWS.where(reminders.c.number == bindparam("number"))
_BY_ID = _ROWS.where(reminders.c.id == bindparam("id", type_=reminders.c.id.type))
_IS_OPEN = reminders.c.state == ReminderState.OPEN.value
# What is owed first, by its day; then what is done with, the latest first.
_ORDERED = _ROWS.order_by(
    case((_IS_OPEN, 0), else_=1),
    case((_IS_OPEN, reminders.c.put_right_by)),
    reminders.c.issued_at.desc(),
    reminders.c.id.desc(),
)


_SEARCHED = (
    reminders.c.number,
    reminders.c.finding,
    departments.c.name,
    cases.c.number,
    exception_cases.c.number,
)


async def find_reminders(t: Transaction, query: ReminderQuery) -> tuple[ReminderRow, ...]:
    """The reminders that a query asks for, what is owed first."""
    at = await today(t)
    statement = _ORDERED.limit(query.limit)
    if query.open_only:
        statement = statement.where(_IS_OPEN)
    if query.department is not None:
        statement = statement.where(departments.c.code == query.department)
    if query.text:
        found = (column.icontains(query.text, autoescape=True) for column in _SEARCHED)
        statement = statement.where(or_(*found))
    return tuple(_reminder(row, at.day) for row in await t.execute(statement))


async def one_reminder(t: Transaction, number: str) -> ReminderRow:
    """A reminder by number. Raises ``NotFound`` (reminder.rule.none)."""
    at = await today(t)
    return _reminder(_found((await t.execute(_BY_NUMBER, {"number": number})).one_or_none(), number), at.day)


async def reminder_of_id(t: Transaction, id_: UUID) -> ReminderRow:
    """A reminder by the id that its QR code carries. Raises ``NotFound`` (reminder.rule.none)."""
    at = await today(t)
    return _reminder(_found((await t.execute(_BY_ID, {"id": id_})).one_or_none(), str(id_)), at.day)


def _found(row: Row[Any] | None, number: str) -> Row[Any]:
    if row is None:
        raise NotFound("reminder.rule.none", number=number)
    return row


def _reminder(row: Row[Any], day: date) -> ReminderRow:
    return ReminderRow(
        id=row.id,
        number=row.number,
        department=row.department,
        department_name=row.department_name,
        finding=row.finding,
        rule=row.rule,
        put_right_by=row.put_right_by,
        case=row.case_number,
        exception=row.exception_number,
        issued_at=row.issued_at,
        issued_by=row.issued_by,
        issued_by_name=row.issued_by_name,
        state=ReminderState(row.state),
        answered_on=row.answered_on,
        answered_by=row.answered_by,
        answered_by_name=row.answered_by_name,
        answer=row.answer or "",
        void_reason=row.void_reason,
        reprints=row.reprints,
        today=day,
    )
