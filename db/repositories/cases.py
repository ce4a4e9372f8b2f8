"""Cases."""

from typing import Any

from sqlalchemy import Row, bindparam, select

from app.domain.calendar import Due
from app.domain.case import Case, CaseState
from app.domain.ids import CaseId, DepartmentId, ItemVersionId, TicketId
from db.repositories.person import person_from, person_row
from db.repositories.saving import Known, guarded_update, in_hall, must_exist, save_guarded
from db.tables import cases
from db.transaction import Transaction

_BY_ID = select(cases).where(cases.c.id == bindparam("id"))
_ADD = in_hall(cases)
_SAVE = guarded_update(cases)


class CaseRepository:
    """Cases, by key."""

    def __init__(self, t: Transaction) -> None:
        self._t = t
        self._known: Known[Case] = Known()

    async def get(self, id_: CaseId) -> Case:
        """The case with a key. Raises ``NotFound`` (case.rule.none)."""
        row = (await self._t.execute(_BY_ID, {"id": id_})).one_or_none()
        return self._known.loaded(_case_from(must_exist(row, "case.rule.none", number=str(id_))))

    async def add(self, case: Case) -> None:
        """Add a case."""
        await self._t.execute(_ADD, _row(case))
        self._known.saved(case, case.version)

    async def save(self, case: Case) -> None:
        """Save a case. Raises ``ConcurrentChange``."""
        await save_guarded(self._t, _SAVE, _row, case, self._known)


def _case_from(row: Row[Any]) -> Case:
    return Case(
        id=CaseId(row.id),
        number=row.number,
        item=ItemVersionId(row.item_id),
        item_code=row.item_code,
        situation=row.situation,
        department=DepartmentId(row.department_id),
        ticket=TicketId(row.ticket_id),
        received_on=row.received_on,
        tell_by=Due(row.tell_by, row.tell_by_provisional),
        person=person_from(row),
        state=CaseState(row.state),
        since=row.since,
        version=row.version,
    )


def _row(case: Case) -> dict[str, Any]:
    return {
        "id": case.id,
        "number": case.number,
        "item_id": case.item,
        "item_code": case.item_code,
        "situation": case.situation,
        "department_id": case.department,
        "ticket_id": case.ticket,
        "received_on": case.received_on,
        "tell_by": case.tell_by.day,
        "tell_by_provisional": case.tell_by.provisional,
        **person_row(case.person),
        "state": case.state.value,
        "since": case.since,
        "version": case.version,
    }
