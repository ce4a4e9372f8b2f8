"""Exception cases with their story."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Row, bindparam, extract, or_, select

from app.domain.calendar import Due
from app.domain.exception_case import Channel, Context, ExceptionCase
from app.domain.exception_table import ExceptionState
from app.domain.exception_terms import ExceptionLevel, Rung
from app.domain.ids import CounterId, DepartmentId, ExceptionCaseId, NoticeId, StaffId, TicketId
from db.repositories.exception_parts import parts_of, replace_parts
from db.repositories.exception_steps import EXCEPTION_STEPS
from db.repositories.person import person_from, person_row
from db.repositories.saving import Known, guarded_update, in_hall, must_exist, save_guarded
from db.repositories.stories import Stories
from db.tables import exception_cases
from db.transaction import Transaction

_ADD = in_hall(exception_cases)
_NUMBERS = select(exception_cases.c.number)
_OPEN = (
    select(exception_cases.c.number)
    .where(exception_cases.c.state != ExceptionState.CLOSED.value)
    .order_by(exception_cases.c.number)
)
_CAME_IN = extract("year", exception_cases.c.counts_from)
_PROVISIONAL = _OPEN.where(
    or_(
        exception_cases.c.due_provisional.is_(True),
        extract("year", exception_cases.c.due) > _CAME_IN,
        extract("year", exception_cases.c.rises_on) > _CAME_IN,
    )
)
_OPEN_THAT_CAME_BY = _OPEN.where(exception_cases.c.counts_from <= bindparam("day"))
_FALLING_DUE = _OPEN.where(
    or_(exception_cases.c.warn_on <= bindparam("day"), exception_cases.c.rises_on <= bindparam("day"))
).limit(bindparam("at_most"))
_SAVE = guarded_update(exception_cases)
_STORIES = Stories(exception_cases, EXCEPTION_STEPS)


class ExceptionRepository:
    """Exception cases, by number. Steps are added, never changed."""

    def __init__(self, t: Transaction) -> None:
        self._t = t
        self._known: Known[ExceptionCase] = Known()

    async def by_number(self, number: str, *, lock: bool = False) -> ExceptionCase:
        """The case with a number. Raises ``NotFound`` (exception.rule.none)."""
        rows = await _STORIES.rows(self._t, number, lock=lock)
        must_exist(next(iter(rows), None), "exception.rule.none", number=number)
        case = _case_from(rows)
        return self._known.loaded(replace(case, parts=await parts_of(self._t, case.id)))

    async def numbers(self) -> frozenset[str]:
        """The numbers of all cases."""
        return frozenset((await self._t.execute(_NUMBERS)).scalars())

    async def provisional(self) -> Sequence[str]:
        """The numbers of open cases with a provisional limit, or with a date in a year after that they count from."""
        return (await self._t.execute(_PROVISIONAL)).scalars().all()

    async def open_that_came_by(self, day: date) -> Sequence[str]:
        """The numbers of open cases that count from a day or one before."""
        return (await self._t.execute(_OPEN_THAT_CAME_BY, {"day": day})).scalars().all()

    async def falling_due(self, day: date, at_most: int) -> Sequence[str]:
        """The numbers of open cases of which a rule has to warn, or which it lets rise, by that day."""
        params = {"day": day, "at_most": at_most}
        return (await self._t.execute(_FALLING_DUE, params)).scalars().all()

    async def add(self, case: ExceptionCase) -> None:
        """Add a case with its first steps."""
        await self._t.execute(_ADD, _row(case))
        await EXCEPTION_STEPS.add(self._t, case)
        if case.parts:
            await replace_parts(self._t, case)
        self._known.saved(case, case.version)

    async def save(self, case: ExceptionCase) -> None:
        """Save a case and add its new steps. Raises ``ConcurrentChange``."""
        before = self._known.get(case)
        await save_guarded(self._t, _SAVE, _row, case, self._known)
        await EXCEPTION_STEPS.add_new(self._t, case, before)
        if before is None or before.parts != case.parts:
            await replace_parts(self._t, case)


def _case_from(rows: Sequence[Row[Any]]) -> ExceptionCase:
    """A case of its rows: one for each step, in their order."""
    row = rows[0]
    return ExceptionCase(
        id=ExceptionCaseId(row.id),
        number=row.number,
        channel=Channel(row.channel),
        category=row.category,
        summary=row.summary,
        counts_from=row.counts_from,
        registered_at=row.registered_at,
        level=ExceptionLevel(row.level),
        due=Due(row.due, row.due_provisional),
        steps=EXCEPTION_STEPS.all_from(rows),
        wish=row.wish,
        person=person_from(row),
        context=_context_from(row),
        state=ExceptionState(row.state),
        department=DepartmentId(row.department_id) if row.department_id else None,
        handler=StaffId(row.handler_id) if row.handler_id else None,
        satisfied=row.satisfied,
        contact_by=row.contact_by,
        extended=row.extended,
        rung=Rung(row.rung),
        warn_on=row.warn_on,
        rises_on=row.rises_on,
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
        case_number=row.case_number,
    )


def _row(case: ExceptionCase) -> dict[str, Any]:
    return {
        "id": case.id,
        "number": case.number,
        "channel": case.channel.value,
        "category": str(case.category),
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
        "case_number": case.context.case_number,
        "state": case.state.value,
        "department_id": case.department,
        "handler_id": case.handler,
        "satisfied": case.satisfied,
        "contact_by": case.contact_by,
        "extended": case.extended,
        "rung": case.rung.value,
        "warn_on": case.warn_on,
        "rises_on": case.rises_on,
        "source": case.source,
        "version": case.version,
    }
