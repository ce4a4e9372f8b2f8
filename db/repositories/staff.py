"""Members of staff."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, bindparam, select

from app.domain.ids import DepartmentId, StaffId
from app.domain.staff import Role, StaffMember, StaffState
from db.repositories.saving import Known, guarded_update, in_hall, must_exist, save_guarded
from db.tables import staff
from db.transaction import Transaction

_ALL = select(staff).order_by(staff.c.number)
_BY_ID = select(staff).where(staff.c.id == bindparam("id"))
_BY_NUMBER = select(staff).where(staff.c.number == bindparam("number"))
_BY_NUMBER_LOCKED = _BY_NUMBER.with_for_update(key_share=True)
_ADD = in_hall(staff)
_SAVE = guarded_update(staff)


class StaffRepository:
    """Members of staff, by number."""

    def __init__(self, t: Transaction) -> None:
        self._t = t
        self._known: Known[StaffMember] = Known()

    async def by_number(self, number: str, *, lock: bool = False) -> StaffMember:
        """The member with a staff number. Raises ``NotFound`` (staff.rule.none)."""
        statement = _BY_NUMBER_LOCKED if lock else _BY_NUMBER
        row = (await self._t.execute(statement, {"number": number})).one_or_none()
        return self._known.loaded(_member_from(must_exist(row, "staff.rule.none", number=number)))

    async def find(self, number: str) -> StaffMember | None:
        """The member with a staff number, or None."""
        row = (await self._t.execute(_BY_NUMBER, {"number": number})).one_or_none()
        return self._known.loaded(_member_from(row)) if row else None

    async def get(self, id_: StaffId) -> StaffMember:
        """The member with a key. Raises ``NotFound`` (staff.rule.none)."""
        row = (await self._t.execute(_BY_ID, {"id": id_})).one_or_none()
        return self._known.loaded(_member_from(must_exist(row, "staff.rule.none", number=str(id_))))

    async def all(self) -> Sequence[StaffMember]:
        """Everybody, by number."""
        return [self._known.loaded(_member_from(row)) for row in await self._t.execute(_ALL)]

    async def add(self, member: StaffMember) -> None:
        """Add a member."""
        await self._t.execute(_ADD, _row(member))
        self._known.saved(member, member.version)

    async def save(self, member: StaffMember) -> None:
        """Save a member. Raises ``ConcurrentChange``."""
        await save_guarded(self._t, _SAVE, _row, member, self._known)


def _member_from(row: Row[Any]) -> StaffMember:
    return StaffMember(
        id=StaffId(row.id),
        number=row.number,
        name=row.name,
        role=Role(row.role),
        password_hash=row.password_hash,
        department=DepartmentId(row.department_id) if row.department_id else None,
        state=StaffState(row.state),
        version=row.version,
    )


def _row(member: StaffMember) -> dict[str, Any]:
    return {
        "id": member.id,
        "number": member.number,
        "name": member.name,
        "role": member.role.value,
        "password_hash": member.password_hash,
        "department_id": member.department,
        "state": member.state.value,
        "version": member.version,
    }
