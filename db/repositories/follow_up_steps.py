"""The story of a follow-up."""

from typing import Any

from sqlalchemy import Row

from app.domain.follow_up import FollowUpStep
from app.domain.follow_up_table import FollowUpAction, FollowUpState
from app.domain.ids import StaffId
from db.repositories.steps import Steps
from db.tables import follow_up_steps


def _step_from(row: Row[Any]) -> FollowUpStep:
    return FollowUpStep(
        action=FollowUpAction(row.step_action),
        state=FollowUpState(row.step_state),
        at=row.step_at,
        by=StaffId(row.step_by_id) if row.step_by_id else None,
        text=row.step_text,
        handler=StaffId(row.step_handler_id) if row.step_handler_id else None,
        due=row.step_due,
    )


def _more(step: FollowUpStep) -> dict[str, Any]:
    return {"handler_id": step.handler, "due": step.due}


FOLLOW_UP_STEPS = Steps(follow_up_steps, "follow_up_id", _step_from, _more)
