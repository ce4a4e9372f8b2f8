"""The story of a case; it is loaded with it and only ever added to."""

from typing import Any

from sqlalchemy import Row, bindparam, func, insert, select

from app.domain.case import Case
from app.domain.case_parts import CaseStep
from app.domain.case_table import CaseAction, CaseState
from app.domain.ids import CaseId, StaffId
from db.tables import case_steps
from db.transaction import Transaction

COLUMNS = [column.label(f"step_{column.name}") for column in case_steps.c]
"""A step's columns beside its case's."""

_ADD = insert(case_steps)
_COUNT = select(func.count()).where(case_steps.c.case_id == bindparam("case"))


async def add(t: Transaction, case: Case, since: int) -> None:
    """Add the steps from position ``since`` on."""
    rows = [_row(case, position) for position in range(since, len(case.steps))]
    if rows:
        await t.execute(_ADD, rows)


async def count(t: Transaction, case: CaseId) -> int:
    """How many steps are stored."""
    return int((await t.execute(_COUNT, {"case": case})).scalar_one())


def step_from(row: Row[Any]) -> CaseStep:
    """The step of a row of ``COLUMNS``."""
    return CaseStep(
        action=CaseAction(row.step_action),
        state=CaseState(row.step_state),
        by=StaffId(row.step_by_id) if row.step_by_id else None,
        at=row.step_at,
        day=row.step_day,
        text=row.step_text,
    )


def _row(case: Case, position: int) -> dict[str, Any]:
    step = case.steps[position]
    return {
        "case_id": case.id,
        "position": position,
        "action": step.action.value,
        "state": step.state.value,
        "by_id": step.by,
        "at": step.at,
        "day": step.day,
        "text": step.text,
    }
