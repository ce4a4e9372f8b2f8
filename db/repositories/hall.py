"""The hall and its departments."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, insert, select, update

from app.domain.errors import NotFound
from app.domain.hall import ApprovalSection, Department, Hall, OpenPeriod
from app.domain.ids import DepartmentId, HallId
from app.domain.policy import Policy
from db.json_values import from_json, to_json
from db.repositories.saving import save_or_add
from db.tables import departments, halls
from db.transaction import Transaction

_HALL = select(halls)
_DEPARTMENTS = select(departments).order_by(departments.c.code)


class HallRepository:
    """The hall of this database and its departments."""

    def __init__(self, t: Transaction) -> None:
        self._t = t

    async def get(self) -> Hall:
        """The hall. Raises ``NotFound`` when none is set up."""
        hall = await self.find()
        if hall is None:
            raise NotFound("hall.rule.none")
        return hall

    async def find(self) -> Hall | None:
        """The hall, or None."""
        row = (await self._t.execute(_HALL)).one_or_none()
        return hall_from(row) if row else None

    async def save(self, hall: Hall) -> None:
        """Add or replace the hall."""
        row = _hall_row(hall)
        changed = await self._t.execute(update(halls).where(halls.c.id == hall.id).values(row))
        if changed.rowcount == 0:
            await self._t.execute(insert(halls), row)

    async def departments(self) -> Sequence[Department]:
        """All departments, by code."""
        return [_department_from(row) for row in await self._t.execute(_DEPARTMENTS)]

    async def save_department(self, department: Department) -> None:
        """Add or replace a department by its id."""
        await save_or_add(self._t, departments, _department_row(department))


def hall_from(row: Row[Any]) -> Hall:
    """The hall of a row."""
    return Hall(
        id=HallId(row.id),
        code=row.code,
        name=row.name,
        timezone=row.timezone,
        opening_hours=from_json(tuple[OpenPeriod, ...], row.opening_hours),
        address=row.address,
        phone=row.phone,
        supervision_phone=row.supervision_phone,
        exceptions_place=row.exceptions_place,
        is_sample=row.is_sample,
        policy=from_json(Policy, row.policy),
    )


def _hall_row(hall: Hall) -> dict[str, Any]:
    return {
        "id": hall.id,
        "code": hall.code,
        "name": hall.name,
        "timezone": hall.timezone,
        "opening_hours": to_json(tuple[OpenPeriod, ...], hall.opening_hours),
        "address": hall.address,
        "phone": hall.phone,
        "supervision_phone": hall.supervision_phone,
        "exceptions_place": hall.exceptions_place,
        "is_sample": hall.is_sample,
        "policy": to_json(Policy, hall.policy),
    }


def _department_from(row: Row[Any]) -> Department:
    return Department(
        id=DepartmentId(row.id),
        code=row.code,
        name=row.name,
        full_name=row.full_name,
        document_name=row.document_name,
        approval_section=ApprovalSection(row.approval_section),
        phone=row.phone,
    )


def _department_row(department: Department) -> dict[str, Any]:
    return {
        "id": department.id,
        "code": department.code,
        "name": department.name,
        "full_name": department.full_name,
        "document_name": department.document_name,
        "approval_section": department.approval_section.value,
        "phone": department.phone,
    }
