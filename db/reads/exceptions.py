"""Exception cases: a list that reads as a to-do list, a page that reads as a story."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
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
from app.domain.staff import StaffState
from app.ports.judged import Judged
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
        staff.c.state.label("owner_state"),
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
    called = await names(t, at)
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
        steps=called.step_rows(case.steps),
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
    """How staff, departments and categories are called."""

    staff: dict[UUID, tuple[str, str]]
    departments: dict[UUID, str]
    categories: Mapping[str, str]

    def step_rows(self, steps: Sequence[Step]) -> tuple[StepRow, ...]:
        """The steps of a case, from its first one on, as they are read."""
        rows: list[StepRow] = []
        was: Judged | None = None
        for step in steps:
            judged = self._judged(step, was)
            rows.append(self._step_row(step, judged))
            was = replace(judged, was=None) if judged else was
        return tuple(rows)

    def _judged(self, step: Step, was: Judged | None) -> Judged | None:
        if step.category is None or step.level is None:
            return None
        return Judged(step.category, step.level, self.categories.get(step.category, ""), was)

    def _step_row(self, step: Step, judged: Judged | None) -> StepRow:
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
            judged=judged,
            satisfied=step.satisfied,
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


async def names(t: Transaction, at: Today) -> Names:
    """The names of all staff and departments, and of categories that the hall calls its own way."""
    people = {row.id: (row.number, row.name) for row in await t.execute(_STAFF)}
    units = {row.id: row.name for row in await t.execute(_DEPARTMENTS)}
    return Names(people, units, names_of(at.hall.policy.exception_categories))


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
        owner_left=row.owner_state == StaffState.DISABLED.value,
    )
