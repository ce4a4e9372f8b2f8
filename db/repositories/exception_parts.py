"""What other departments do for an exception case; loaded with it."""

from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select

from app.domain.exception_case import ExceptionCase, Part
from app.domain.ids import DepartmentId, ExceptionCaseId, StaffId
from db.tables import exception_parts
from db.transaction import Transaction

_OF = (
    select(exception_parts)
    .where(exception_parts.c.case_id == bindparam("case"))
    .order_by(exception_parts.c.position)
)
_ADD = insert(exception_parts)
_REMOVE = delete(exception_parts).where(exception_parts.c.case_id == bindparam("case"))


async def parts_of(t: Transaction, case: ExceptionCaseId) -> tuple[Part, ...]:
    """The parts of a case, in the order in which they were asked for."""
    return tuple(_part_from(row) for row in await t.execute(_OF, {"case": case}))


async def replace_parts(t: Transaction, case: ExceptionCase) -> None:
    """Let these be the parts of a case: there are few of them."""
    await t.execute(_REMOVE, {"case": case.id})
    rows = [_row(case.id, position, part) for position, part in enumerate(case.parts)]
    if rows:
        await t.execute(_ADD, rows)


def _part_from(row: Row[Any]) -> Part:
    return Part(
        department=DepartmentId(row.department_id),
        handler=StaffId(row.handler_id),
        task=row.task,
        answer=row.answer,
        answered_at=row.answered_at,
        released=row.released,
    )


def _row(case: ExceptionCaseId, position: int, part: Part) -> dict[str, Any]:
    return {
        "case_id": case,
        "position": position,
        "department_id": part.department,
        "handler_id": part.handler,
        "task": part.task,
        "answer": part.answer,
        "answered_at": part.answered_at,
        "released": part.released,
    }
