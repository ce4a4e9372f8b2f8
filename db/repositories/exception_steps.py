"""The story of an exception case."""

from typing import Any

from sqlalchemy import Row

from app.domain.exception_case import Step
from app.domain.exception_table import ExceptionAction, ExceptionState
from app.domain.exception_terms import ExceptionLevel, Rung
from app.domain.ids import DepartmentId, StaffId
from db.repositories.steps import Steps
from db.tables import exception_steps


def _step_from(row: Row[Any]) -> Step:
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
        category=row.step_category,
        level=ExceptionLevel(row.step_level) if row.step_level else None,
        satisfied=row.step_satisfied,
    )


def _more(step: Step) -> dict[str, Any]:
    return {
        "department_id": step.department,
        "handler_id": step.handler,
        "due": step.due,
        "basis": step.basis,
        "rung": step.rung.value if step.rung else None,
        "category": str(step.category) if step.category else None,
        "level": step.level.value if step.level else None,
        "satisfied": step.satisfied,
    }


EXCEPTION_STEPS = Steps(exception_steps, "case_id", _step_from, _more)
