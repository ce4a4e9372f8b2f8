"""Groups of exception cases: a list by due day, a page that reads as a story."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Row, bindparam, func, select

from app.domain.calendar import Due
from app.domain.exception_group import GroupState, GroupStep
from app.domain.exception_table import ExceptionState
from app.ports.queries import ExceptionQuery
from app.ports.rows import GroupPage, GroupRow, GroupStepRow
from db.reads.exceptions import Names, find_exceptions, names
from db.reads.today import today
from db.repositories.exception_groups import ExceptionGroupRepository
from db.tables import (
    departments,
    exception_cases,
    exception_group_cases,
    exception_group_steps,
    exception_groups,
)
from db.transaction import Transaction

GROUP_NUMBER = (
    select(exception_groups.c.number)
    .join(exception_group_cases, exception_group_cases.c.group_id == exception_groups.c.id)
    .where(exception_group_cases.c.case_id == exception_cases.c.id)
    .scalar_subquery()
)
"""Of a case: that of the group it is in."""

_IN_GROUP = (
    select(func.count())
    .select_from(exception_group_cases)
    .join(exception_cases, exception_cases.c.id == exception_group_cases.c.case_id)
    .where(exception_group_cases.c.group_id == exception_groups.c.id)
)
_ROWS = (
    select(
        exception_groups,
        departments.c.name.label("unit"),
        _IN_GROUP.correlate(exception_groups).scalar_subquery().label("cases"),
        _IN_GROUP.where(exception_cases.c.state != ExceptionState.CLOSED.value)
        .correlate(exception_groups)
        .scalar_subquery()
        .label("open_cases"),
    )
    .select_from(exception_groups)
    .outerjoin(departments, departments.c.id == exception_groups.c.unit_id)
    .order_by(exception_groups.c.owed_by.is_(None), exception_groups.c.owed_by, exception_groups.c.number)
)
_OPEN = _ROWS.where(exception_groups.c.state != GroupState.CLOSED.value)
_ONE = _ROWS.where(exception_groups.c.number == bindparam("number"))
_NUMBERS = (
    select(exception_cases.c.id, exception_cases.c.number)
    .join(exception_group_steps, exception_group_steps.c.case_id == exception_cases.c.id)
    .where(exception_group_steps.c.group_id == bindparam("group"))
)
"""Those that the story speaks of, also where they are in the group no more."""


async def find_groups(t: Transaction, *, open_only: bool) -> tuple[GroupRow, ...]:
    """All groups, or those that are not closed; by due day."""
    at = await today(t)
    return tuple(_group_row(row, at.day) for row in await t.execute(_OPEN if open_only else _ROWS))


async def group_page(t: Transaction, number: str) -> GroupPage:
    """A group with its story. Raises ``NotFound`` (exception_group.rule.none)."""
    at = await today(t)
    group = await ExceptionGroupRepository(t).by_number(number)
    row = (await t.execute(_ONE, {"number": number})).one()
    called = await names(t, at)
    numbers = {of.id: of.number for of in await t.execute(_NUMBERS, {"group": group.id})}
    planned = group.rectification
    query = ExceptionQuery(open_only=False, group=number, limit=len(group.cases))
    return GroupPage(
        row=_group_row(row, at.day),
        measure=planned.measure if planned else "",
        rectify_by=planned.due if planned else None,
        proof=planned.proof if planned else "",
        cases=await find_exceptions(t, query),
        steps=tuple(_step_row(step, called, numbers) for step in group.steps),
        actions=group.actions(),
    )


def _group_row(row: Row[Any], day: date) -> GroupRow:
    return GroupRow(
        number=row.number,
        cause=row.cause,
        state=GroupState(row.state),
        unit=row.unit,
        due=Due(row.owed_by, row.owed_provisional) if row.owed_by else None,
        days_left=(row.owed_by - day).days if row.owed_by else None,
        cases=row.cases,
        open_cases=row.open_cases,
    )


def _step_row(step: GroupStep, called: Names, numbers: dict[UUID, str]) -> GroupStepRow:
    number, name = called.staff[step.by] if step.by else (None, None)
    return GroupStepRow(
        action=step.action,
        state=step.state,
        at=step.at,
        by=number,
        by_name=name,
        text=step.text,
        case=numbers[step.case] if step.case else None,
        due=step.due,
    )
