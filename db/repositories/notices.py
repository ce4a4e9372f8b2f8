"""One-time notices."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, or_, select

from app.domain.ids import CaseId, DepartmentId, ItemVersionId, NoticeId, StaffId, TicketId
from app.domain.judgement import Findings
from app.domain.notice import Notice, NoticeKind
from db.json_values import from_json, to_json
from db.repositories.person import person_from, person_row
from db.repositories.saving import Known, guarded_update, in_hall, must_exist, save_guarded
from db.tables import notices
from db.transaction import Transaction

_BY_NUMBER = select(notices).where(notices.c.number == bindparam("number"))
_BY_NUMBER_LOCKED = _BY_NUMBER.with_for_update(key_share=True)
_OF_TICKET = (
    select(notices)
    .where(notices.c.ticket_id == bindparam("ticket"), notices.c.item_code == bindparam("item"))
    .order_by(notices.c.issued_at)
)
_OF_CASE = select(notices).where(notices.c.case_id == bindparam("case")).order_by(notices.c.issued_at)
_CONSULTATIONS = (
    select(notices)
    .where(
        notices.c.kind == NoticeKind.CONSULTATION.value,
        notices.c.item_code == bindparam("item"),
        notices.c.issued_at < bindparam("before"),
        or_(notices.c.identity_lookup == bindparam("identity"), notices.c.ticket_id == bindparam("ticket")),
    )
    .order_by(notices.c.issued_at)
)
_ADD = in_hall(notices)
_SAVE = guarded_update(notices)


class NoticeRepository:
    """Notices, by the number printed on them."""

    def __init__(self, t: Transaction) -> None:
        self._t = t
        self._known: Known[Notice] = Known()

    async def by_number(self, number: str, *, lock: bool = False) -> Notice:
        """The notice with a number. Raises ``NotFound`` (notice.rule.none)."""
        statement = _BY_NUMBER_LOCKED if lock else _BY_NUMBER
        row = (await self._t.execute(statement, {"number": number})).one_or_none()
        return self._known.loaded(_notice_from(must_exist(row, "notice.rule.none", number=number)))

    async def of_ticket(self, ticket: TicketId, item_code: str) -> Sequence[Notice]:
        """The notices issued on a trip for the item, oldest first."""
        rows = await self._t.execute(_OF_TICKET, {"ticket": ticket, "item": item_code})
        return [self._known.loaded(_notice_from(row)) for row in rows]

    async def of_case(self, case: CaseId) -> Sequence[Notice]:
        """The notices of a case, oldest first."""
        rows = await self._t.execute(_OF_CASE, {"case": case})
        return [self._known.loaded(_notice_from(row)) for row in rows]

    async def consultations(
        self, item_code: str, before: datetime, identity: bytes | None, ticket: TicketId | None
    ) -> Sequence[Notice]:
        """The consultation slips for an item before an instant, to a person or on a trip, oldest first."""
        asked = {"item": item_code, "before": before, "identity": identity, "ticket": ticket}
        rows = await self._t.execute(_CONSULTATIONS, asked)
        return [self._known.loaded(_notice_from(row)) for row in rows]

    async def add(self, notice: Notice) -> None:
        """Add an issued notice."""
        await self._t.execute(_ADD, _row(notice))
        self._known.saved(notice, notice.version)

    async def save(self, notice: Notice) -> None:
        """Save a notice. Raises ``ConcurrentChange``."""
        await save_guarded(self._t, _SAVE, _row, notice, self._known)


def _notice_from(row: Row[Any]) -> Notice:
    return Notice(
        id=NoticeId(row.id),
        number=row.number,
        kind=NoticeKind(row.kind),
        department=DepartmentId(row.department_id),
        item=ItemVersionId(row.item_id),
        item_code=row.item_code,
        situation=row.situation,
        findings=from_json(Findings, row.findings),
        day=row.day,
        issued_at=row.issued_at,
        issued_by=StaffId(row.issued_by_id),
        ticket=TicketId(row.ticket_id) if row.ticket_id else None,
        case=CaseId(row.case_id) if row.case_id else None,
        tell_by=row.tell_by,
        person=person_from(row),
        replaces=NoticeId(row.replaces_id) if row.replaces_id else None,
        names_new=row.names_new,
        reason=row.reason,
        agreed_by=StaffId(row.agreed_by_id) if row.agreed_by_id else None,
        reprints=row.reprints,
        version=row.version,
    )


def _row(notice: Notice) -> dict[str, Any]:
    return {
        "id": notice.id,
        "number": notice.number,
        "kind": notice.kind.value,
        "department_id": notice.department,
        "item_id": notice.item,
        "item_code": notice.item_code,
        "situation": notice.situation,
        "findings": to_json(Findings, notice.findings),
        "day": notice.day,
        "issued_at": notice.issued_at,
        "issued_by_id": notice.issued_by,
        "ticket_id": notice.ticket,
        "case_id": notice.case,
        "tell_by": notice.tell_by,
        **person_row(notice.person),
        "replaces_id": notice.replaces,
        "names_new": notice.names_new,
        "reason": notice.reason,
        "agreed_by_id": notice.agreed_by,
        "reprints": notice.reprints,
        "version": notice.version,
    }
