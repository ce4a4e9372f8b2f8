"""The steps of an exception case; they are loaded with it and only ever added."""

from typing import Any

from sqlalchemy import Row, bindparam, func, insert, select

from app.domain.exception_case import ExceptionCase, Step
from app.domain.exception_table import ExceptionAction, ExceptionState
from app.domain.exception_terms import Rung
from app.domain.ids import DepartmentId, ExceptionCaseId, StaffId
from db.tables import exception_steps
from db.transaction import Transaction

COLUMNS = [column.label(f"step_{column.name}") for column in exception_steps.c]
"""A step's columns beside its case's."""

_ADD = insert(exception_steps)
_COUNT = select(func.count()).where(exception_steps.c.case_id == bindparam("case"))


async def add(t: Transaction, case: ExceptionCase, since: int) -> None:
    """Add the steps from position ``since`` on."""
    rows = [_row(case, position) for position in range(since, len(case.steps))]
    if rows:
        await t.execute(_ADD, rows)


async def count(t: Transaction, case: ExceptionCaseId) -> int:
    """How many steps are stored."""
    return int((await t.execute(_COUNT, {"case": case})).scalar_one())


def step_from(row: Row[Any]) -> Step:
    """The step of a row of ``COLUMNS``."""
    return Step(
        action=ExceptionAction(row.step_action),
        state=ExceptionState(row.step_state),
        by=StaffId(row.step_by_id) if row.step_by_id else None,
        at=row.step_at,
        text=row.step_text,
        department=DepartmentId(row.step_department_id) if row.step_department_id else None,
        handler=StaffId(row.step_handler_id) if row.step_handler_id else None,
        due=row.step_due,
        basis=row.step_basis,
        rung=Rung(row.step_rung) if row.step_rung else None,
    )


def _row(case: ExceptionCase, position: int) -> dict[str, Any]:
    step = case.steps[position]
    return {
        "case_id": case.id,
        "position": position,
        "action": step.action.value,
        "state": step.state.value,
        "by_id": step.by,
        "at": step.at,
        "text": step.text,
        "department_id": step.department,
        "handler_id": step.handler,
        "due": step.due,
        "basis": step.basis,
        "rung": step.rung.value if step.rung else None,
    }
