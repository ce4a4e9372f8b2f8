"""The ledger of exception cases: each with every step, by day of registration and number."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, Subquery, select

from app.domain.exception_case import Step
from app.domain.exception_figures import said_last
from app.ports.ledger_queries import LedgerQuery
from app.ports.rows import LedgerRow, StepRow
from db.dialect import Dialect
from db.reads.exception_groups import GROUP_NUMBER
from db.reads.exceptions import ROWS, Beside, Names, exception_row, names, read_beside
from db.reads.ledger_rows import ledger_params, ledger_rows, stands_behind
from db.reads.today import today
from db.repositories.exception_steps import EXCEPTION_STEPS
from db.tables import departments, exception_cases, exception_steps
from db.transaction import Transaction

_STEPS = select(exception_steps.c.case_id, *EXCEPTION_STEPS.columns).order_by(
    exception_steps.c.case_id, exception_steps.c.position
)


async def exception_ledger(t: Transaction, query: LedgerQuery) -> tuple[LedgerRow, ...]:
    """The cases that a query asks for, with their steps."""
    at = await today(t)
    params = ledger_params(query.span, query.calendar, at)
    listed = _listed(t.dialect, query)
    steps = await _steps_of(t, listed, params, await names(t, at))
    beside = await read_beside(t, at)
    return tuple(_ledger_row(row, beside, steps[row.id]) for row in await t.execute(listed, params))


def _listed(dialect: Dialect, query: LedgerQuery) -> Select[Any]:
    ledger = ledger_rows(dialect)
    computed = ("day", "answered_on", "days", "overdue", "reopened", "closed_on")
    listed = (
        ROWS.add_columns(*(ledger.c[name] for name in computed), GROUP_NUMBER.label("group_number"))
        .join(ledger, ledger.c.id == exception_cases.c.id)
        .where(*_conditions(query), *_behind(ledger, dialect, query))
        .order_by(None)
        .order_by(ledger.c.day, exception_cases.c.number)
    )
    return listed if query.limit is None else listed.limit(query.limit)


def _conditions(query: LedgerQuery) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if query.category is not None:
        conditions.append(exception_cases.c.category == query.category)
    if query.state is not None:
        conditions.append(exception_cases.c.state == query.state.value)
    if query.department is not None and query.figure is None:
        conditions.append(departments.c.code.is_not_distinct_from(query.department or None))
    if query.item is not None:
        conditions.append(exception_cases.c.item_code.is_not_distinct_from(query.item or None))
    return conditions


def _behind(ledger: Subquery, dialect: Dialect, query: LedgerQuery) -> list[ColumnElement[bool]]:
    """Behind a figure of a department stands what counts for it, whoever has the case now."""
    if query.figure is None:
        return []
    if query.department is None:
        return [ledger.c.is_own, stands_behind(ledger, query.figure)]
    units, unit = ledger_rows(dialect, by_unit=True), departments.alias("unit")
    counted = (
        select(units.c.id)
        .outerjoin(unit, unit.c.id == units.c.department_id)
        .where(unit.c.code.is_not_distinct_from(query.department or None))
        .where(units.c.is_own, stands_behind(units, query.figure))
    )
    return [exception_cases.c.id.in_(counted)]


async def _steps_of(
    t: Transaction, listed: Select[Any], params: dict[str, Any], called: Names
) -> dict[UUID, tuple[StepRow, ...]]:
    chosen = listed.with_only_columns(exception_cases.c.id).subquery("chosen")
    statement = _STEPS.join(chosen, chosen.c.id == exception_steps.c.case_id)
    found: dict[UUID, list[Step]] = {}
    for row in await t.execute(statement, params):
        found.setdefault(row.case_id, []).append(EXCEPTION_STEPS.step_from(row))
    return {case: called.step_rows(steps) for case, steps in found.items()}


def _ledger_row(row: Row[Any], beside: Beside, steps: tuple[StepRow, ...]) -> LedgerRow:
    return LedgerRow(
        case=exception_row(row, beside),
        day=row.day,
        item=row.item_code,
        item_name=row.item_name,
        answered_on=row.answered_on,
        days=row.days,
        overdue=bool(row.overdue),
        reopened=row.reopened,
        satisfied=said_last(steps, row.satisfied),
        closed_on=row.closed_on,
        group=row.group_number,
        source=row.source,
        steps=steps,
    )
