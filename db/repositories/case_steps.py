"""The story of a case."""

from typing import Any

from sqlalchemy import Row

from app.domain.case_parts import CaseStep
from app.domain.case_table import CaseAction, CaseState
from app.domain.ids import StaffId
from db.repositories.steps import Steps
from db.tables import case_steps


def _step_from(row: Row[Any]) -> CaseStep:
    return CaseStep(
        action=CaseAction(row.step_action),
        state=CaseState(row.step_state),
        by=StaffId(row.step_by_id) if row.step_by_id else None,
        at=row.step_at,
        day=row.step_day,
        text=row.step_text,
    )


def _more(step: CaseStep) -> dict[str, Any]:
    return {"day": step.day}


CASE_STEPS = Steps(case_steps, "case_id", _step_from, _more)
