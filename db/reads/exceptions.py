"""Exception cases: a list that reads as a to-do list, a page that reads as a story."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, bindparam, or_, select

from app.domain.attachment_readers import concerned_with
from app.domain.calendar import Due
from app.domain.exception_case import Channel, Part, Step, owed_next
from app.domain.exception_category import names_of
from app.domain.exception_table import ExceptionState
from app.domain.exception_terms import ExceptionLevel, Rung
from app.ports.queries import ExceptionQuery
from app.ports.rows import ExceptionPage, ExceptionRow, PartRow, StepRow
from db.reads.attachments import attachment_rows
from db.reads.exception_context import notices_around, trips_of
from db.reads.today import Today, today
from db.repositories.exception_groups import ExceptionGroupRepository
from db.repositories.exceptions import ExceptionRepository
from db.tables import (
    counters,
    departments,
    exception_cases,
    exception_group_cases,
    exception_groups,
    exception_parts,
    staff,
)
from db.transaction import Transaction

ROWS = (
    select(
        exception_cases,
        departments.c.name.label("department"),
        staff.c.number.label("owner"),
        staff.c.name.label("owner_name"),
        counters.c.number.label("counter"),
    )
    .select_from(exception_cases)
    .outerjoin(departments, departments.c.id == exception_cases.c.department_id)
    .outerjoin(staff, staff.c.id == exception_cases.c.handler_id)
    .outerjoin(counters, counters.c.id == exception_cases.c.counter_id)
    .order_by(exception_cases.c.due, exception_cases.c.number)
)
"""A row for each case, by due day."""

_ONE = ROWS.where(exception_cases.c.number == bindparam("number"))
_STAFF = select(staff.c.id, staff.c.number, staff.c.name)
_DEPARTMENTS = select(departments.c.id, departments.c.name)
_SUPPORTERS = (
    select(exception_parts.c.case_id, staff.c.number)
    .join(staff, staff.c.id == exception_parts.c.handler_id)
    .where(exception_parts.c.answered_at.is_(None), exception_parts.c.released.is_(False))
    .order_by(exception_parts.c.case_id, exception_parts.c.position)
)


async def find_exceptions(t: Transaction, query: ExceptionQuery) -> tuple[ExceptionRow, ...]:
    """The cases that a query asks for, the most urgent first."""
    at = await today(t)
    rows = await t.execute(ROWS.where(*_conditions(query)).limit(query.limit))
    beside = await read_beside(t, at)
    return tuple(exception_row(row, beside) for row in rows)


async def exception_page(t: Transaction, number: str) -> ExceptionPage:
    """A case with its story. Raises ``NotFound`` (exception.rule.none)."""
    at = await today(t)
    case = await ExceptionRepository(t).by_number(number)
    row = (await t.execute(_ONE, {"number": number})).one()
    called = await names(t)
    return ExceptionPage(
        row=exception_row(row, await read_beside(t, at)),
        wish=case.wish,
        name=row.name_mask,
        phone=row.phone_mask,
        ticket=case.context.ticket_number,
        item=case.context.item_code,
        item_name=case.context.item_name,
        notice=case.context.notice_number,
        counter=row.counter,
        satisfied=case.satisfied,
        steps=tuple(called.step_row(step) for step in case.steps),
        actions=case.actions(),
        trips=await trips_of(t, case),
        notices=await notices_around(t, case),
        group=await ExceptionGroupRepository(t).number_of(case.id),
        case=case.context.case_number,
        parts=tuple(called.part_row(part) for part in case.parts),
        attachments=await attachment_rows(t, case.id),
        concerned=tuple(sorted(called.staff[who][0] for who in concerned_with(case))),
    )


@dataclass(frozen=True)
class Names:
    """How staff and departments are called."""

    staff: dict[UUID, tuple[str, str]]
    departments: dict[UUID, str]

    def step_row(self, step: Step) -> StepRow:
        """A step as it is read."""
        number, name = self.staff[step.by] if step.by else (None, None)
        return StepRow(
            action=step.action,
            state=step.state,
            at=step.at,
            by=number,
            by_name=name,
            text=step.text,
            department=self.departments[step.department] if step.department else None,
            handler_name=self.staff[step.handler][1] if step.handler else None,
            due=step.due,
            basis=step.basis,
            rung=step.rung,
            handler=self.staff[step.handler][0] if step.handler else None,
        )

    def part_row(self, part: Part) -> PartRow:
        """A part as it is read."""
        number, name = self.staff[part.handler]
        return PartRow(
            department=self.departments[part.department],
            handler=number,
            handler_name=name,
            task=part.task,
            answer=part.answer,
            answered_at=part.answered_at,
            released=part.released,
        )


@dataclass(frozen=True)
class Beside:
    """What is known beside the row of a case."""

    day: date
    categories: Mapping[str, str]
    supporters: Mapping[UUID, tuple[str, ...]]


async def read_beside(t: Transaction, at: Today) -> Beside:
    """What ``exception_row`` needs beside each row."""
    supporters: dict[UUID, tuple[str, ...]] = {}
    for row in await t.execute(_SUPPORTERS):
        supporters[row.case_id] = (*supporters.get(row.case_id, ()), row.number)
    return Beside(at.day, names_of(at.hall.policy.exception_categories), supporters)


async def names(t: Transaction) -> Names:
    """The names of all staff and departments."""
    people = {row.id: (row.number, row.name) for row in await t.execute(_STAFF)}
    return Names(people, {row.id: row.name for row in await t.execute(_DEPARTMENTS)})


def _conditions(query: ExceptionQuery) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if query.state is not None:
        conditions.append(exception_cases.c.state == query.state.value)
    elif query.open_only:
        conditions.append(exception_cases.c.state != ExceptionState.CLOSED.value)
    if query.handler is not None:
        conditions.append(staff.c.number == query.handler)
    if query.group is not None:
        of_group = select(exception_group_cases.c.case_id).join(
            exception_groups, exception_groups.c.id == exception_group_cases.c.group_id
        )
        conditions.append(exception_cases.c.id.in_(of_group.where(exception_groups.c.number == query.group)))
    if query.text:
        columns = (
            exception_cases.c.number,
            exception_cases.c.summary,
            exception_cases.c.item_name,
            exception_cases.c.ticket_number,
        )
        conditions.append(or_(*(column.icontains(query.text, autoescape=True) for column in columns)))
    return conditions


def exception_row(row: Row[Any], beside: Beside) -> ExceptionRow:
    """A row of ``ROWS`` as it is read."""
    return ExceptionRow(
        id=row.id,
        number=row.number,
        state=ExceptionState(row.state),
        category=row.category,
        level=ExceptionLevel(row.level),
        channel=Channel(row.channel),
        summary=row.summary,
        department=row.department,
        owner=row.owner,
        owner_name=row.owner_name,
        registered_at=row.registered_at,
        due=Due(row.due, row.due_provisional),
        days_left=(row.due - beside.day).days,
        category_name=beside.categories.get(row.category, ""),
        rung=Rung(row.rung),
        contact_by=row.contact_by,
        supporters=beside.supporters.get(row.id, ()),
        wish=row.wish,
        ticket=row.ticket_number,
        item=row.item_code,
        satisfied=row.satisfied,
        next_step=owed_next(
            ExceptionState(row.state),
            satisfied=row.satisfied,
            is_anonymous=row.phone_mask is None and row.name_mask is None,
        ),
    )
