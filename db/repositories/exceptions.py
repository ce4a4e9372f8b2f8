"""Exception cases with their story."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, bindparam, select

from app.domain.calendar import Due
from app.domain.exception_case import Channel, Context, ExceptionCase, ExceptionCategory, ExceptionLevel
from app.domain.exception_table import ExceptionState
from app.domain.ids import CounterId, DepartmentId, ExceptionCaseId, NoticeId, StaffId, TicketId
from db.repositories import exception_steps as children
from db.repositories.person import person_from, person_row
from db.repositories.saving import Known, guarded_update, in_hall, must_exist, save_guarded
from db.repositories.stories import Stories
from db.tables import exception_cases, exception_steps
from db.transaction import Transaction

_ADD = in_hall(exception_cases)
_NUMBERS = select(exception_cases.c.number)
_OPEN = (
    select(exception_cases.c.number)
    .where(exception_cases.c.state != ExceptionState.CLOSED.value)
    .order_by(exception_cases.c.number)
)
_PROVISIONAL = _OPEN.where(exception_cases.c.due_provisional.is_(True))
_OPEN_THAT_CAME_BY = _OPEN.where(exception_cases.c.counts_from <= bindparam("day"))
_SAVE = guarded_update(exception_cases)
_STORIES = Stories(exception_cases, exception_steps, "case_id", children.COLUMNS)


class ExceptionRepository:
    """Exception cases, by number. Steps are added, never changed."""

    def __init__(self, t: Transaction) -> None:
        self._t = t
        self._known: Known[ExceptionCase] = Known()

    async def by_number(self, number: str, *, lock: bool = False) -> ExceptionCase:
        """The case with a number. Raises ``NotFound`` (exception.rule.none)."""
        rows = await _STORIES.rows(self._t, number, lock=lock)
        must_exist(next(iter(rows), None), "exception.rule.none", number=number)
        return self._known.loaded(_case_from(rows))

    async def numbers(self) -> frozenset[str]:
        """The numbers of all cases."""
        return frozenset((await self._t.execute(_NUMBERS)).scalars())

    async def provisional(self) -> Sequence[str]:
        """The numbers of open cases with a provisional limit."""
        return (await self._t.execute(_PROVISIONAL)).scalars().all()

    async def open_that_came_by(self, day: date) -> Sequence[str]:
        """The numbers of open cases that count from a day or one before."""
        return (await self._t.execute(_OPEN_THAT_CAME_BY, {"day": day})).scalars().all()

    async def add(self, case: ExceptionCase) -> None:
        """Add a case with its first steps."""
        await self._t.execute(_ADD, _row(case))
        await children.add(self._t, case, since=0)
        self._known.saved(case, case.version)

    async def save(self, case: ExceptionCase) -> None:
        """Save a case and add its new steps. Raises ``ConcurrentChange``."""
        before = self._known.get(case)
        await save_guarded(self._t, _SAVE, _row, case, self._known)
        stored = len(before.steps) if before else await children.count(self._t, case.id)
        await children.add(self._t, case, since=stored)


def _case_from(rows: Sequence[Row[Any]]) -> ExceptionCase:
    """A case of its rows: one for each step, in their order."""
    row = rows[0]
    return ExceptionCase(
        id=ExceptionCaseId(row.id),
        number=row.number,
        channel=Channel(row.channel),
        category=ExceptionCategory(row.category),
        summary=row.summary,
        counts_from=row.counts_from,
        registered_at=row.registered_at,
        level=ExceptionLevel(row.level),
        due=Due(row.due, row.due_provisional),
        steps=tuple(children.step_from(r) for r in rows),
        wish=row.wish,
        person=person_from(row),
        context=_context_from(row),
        state=ExceptionState(row.state),
        department=DepartmentId(row.department_id) if row.department_id else None,
        handler=StaffId(row.handler_id) if row.handler_id else None,
        satisfied=row.satisfied,
        source=row.source,
        version=row.version,
    )


def _context_from(row: Row[Any]) -> Context:
    return Context(
        ticket=TicketId(row.ticket_id) if row.ticket_id else None,
        ticket_number=row.ticket_number,
        item_code=row.item_code,
        item_name=row.item_name,
        counter=CounterId(row.counter_id) if row.counter_id else None,
        notice=NoticeId(row.notice_id) if row.notice_id else None,
        notice_number=row.notice_number,
    )


def _row(case: ExceptionCase) -> dict[str, Any]:
    return {
        "id": case.id,
        "number": case.number,
        "channel": case.channel.value,
        "category": case.category.value,
        "summary": case.summary,
        "wish": case.wish,
        "counts_from": case.counts_from,
        "registered_at": case.registered_at,
        "level": case.level.value,
        "due": case.due.day,
        "due_provisional": case.due.provisional,
        **person_row(case.person),
        "ticket_id": case.context.ticket,
        "ticket_number": case.context.ticket_number,
        "item_code": case.context.item_code,
        "item_name": case.context.item_name,
        "counter_id": case.context.counter,
        "notice_id": case.context.notice,
        "notice_number": case.context.notice_number,
        "state": case.state.value,
        "department_id": case.department,
        "handler_id": case.handler,
        "satisfied": case.satisfied,
        "source": case.source,
        "version": case.version,
    }
