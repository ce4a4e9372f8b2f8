"""The steps of a follow-up; they are loaded with it and only ever added."""

from typing import Any

from sqlalchemy import Row, bindparam, func, insert, select

from app.domain.follow_up import FollowUp, FollowUpStep
from app.domain.follow_up_table import FollowUpAction, FollowUpState
from app.domain.ids import FollowUpId, StaffId
from db.tables import follow_up_steps
from db.transaction import Transaction

COLUMNS = [column.label(f"step_{column.name}") for column in follow_up_steps.c]
"""A step's columns beside its follow-up's."""

_ADD = insert(follow_up_steps)
_COUNT = select(func.count()).where(follow_up_steps.c.follow_up_id == bindparam("follow_up"))


async def add(t: Transaction, case: FollowUp, since: int) -> None:
    """Add the steps from position ``since`` on."""
    rows = [_row(case, position) for position in range(since, len(case.steps))]
    if rows:
        await t.execute(_ADD, rows)


async def count(t: Transaction, case: FollowUpId) -> int:
    """How many steps are stored."""
    return int((await t.execute(_COUNT, {"follow_up": case})).scalar_one())


def step_from(row: Row[Any]) -> FollowUpStep:
    """The step of a row of ``COLUMNS``."""
    return FollowUpStep(
        action=FollowUpAction(row.step_action),
        state=FollowUpState(row.step_state),
        at=row.step_at,
        by=StaffId(row.step_by_id) if row.step_by_id else None,
        text=row.step_text,
        handler=StaffId(row.step_handler_id) if row.step_handler_id else None,
        due=row.step_due,
    )


def _row(case: FollowUp, position: int) -> dict[str, Any]:
    step = case.steps[position]
    return {
        "follow_up_id": case.id,
        "position": position,
        "action": step.action.value,
        "state": step.state.value,
        "at": step.at,
        "by_id": step.by,
        "text": step.text,
        "handler_id": step.handler,
        "due": step.due,
    }
