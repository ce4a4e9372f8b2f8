"""Departments and staff, as lists."""

from sqlalchemy import select

from app.domain.staff import Role, StaffState
from app.ports.rows import DepartmentRow, StaffRow
from db.tables import departments, staff
from db.transaction import Transaction

_DEPARTMENTS = select(departments.c.code, departments.c.name, departments.c.phone).order_by(
    departments.c.code
)
_STAFF = (
    select(staff, departments.c.name.label("department"))
    .select_from(staff)
    .outerjoin(departments, departments.c.id == staff.c.department_id)
    .order_by(staff.c.number)
)


async def department_rows(t: Transaction) -> tuple[DepartmentRow, ...]:
    """All departments, by code."""
    return tuple(DepartmentRow(row.code, row.name, row.phone) for row in await t.execute(_DEPARTMENTS))


async def staff_rows(t: Transaction) -> tuple[StaffRow, ...]:
    """Everybody, by number."""
    return tuple(
        StaffRow(row.number, row.name, Role(row.role), StaffState(row.state), row.department)
        for row in await t.execute(_STAFF)
    )
