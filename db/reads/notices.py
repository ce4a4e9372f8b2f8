"""Issued slips."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, bindparam, or_, select

from app.domain.errors import NotFound
from app.domain.judgement import Findings
from app.domain.notice import NoticeKind
from app.ports.rows import NoticeRow, ShortcomingRow
from db.json_values import from_json
from db.tables import item_versions, notices, tickets
from db.transaction import Transaction

_LATER = notices.alias("later")
_ROWS = (
    select(
        notices,
        select(_LATER.c.number)
        .where(_LATER.c.replaces_id == notices.c.id)
        .limit(1)
        .scalar_subquery()
        .label("replaced_by"),
        tickets.c.number.label("ticket_number"),
        item_versions.c.name.label("item_name"),
    )
    .select_from(notices)
    .join(item_versions, item_versions.c.id == notices.c.item_id)
    .outerjoin(tickets, tickets.c.id == notices.c.ticket_id)
    .order_by(notices.c.issued_at.desc())
)
_BY_NUMBER = _ROWS.where(notices.c.number == bindparam("number"))
_BY_ID = _ROWS.where(notices.c.id == bindparam("id", type_=notices.c.id.type))
OF_TRIP = _ROWS.where(
    notices.c.item_code == bindparam("item"),
    or_(
        notices.c.ticket_id == bindparam("ticket"),
        notices.c.identity_lookup == bindparam("lookup", type_=notices.c.identity_lookup.type),
    ),
)
"""Slips for an ``item`` that were issued on this ``ticket``, or earlier to the person of the ``lookup``."""


async def one_notice(t: Transaction, number: str) -> NoticeRow:
    """A slip by number. Raises ``NotFound`` (notice.rule.none)."""
    found = await notice_rows(t, _BY_NUMBER, {"number": number})
    if not found:
        raise NotFound("notice.rule.none", number=number)
    return found[0]


async def notice_of_id(t: Transaction, id_: UUID) -> NoticeRow:
    """A slip by the id that its QR code carries. Raises ``NotFound`` (notice.rule.none)."""
    found = await notice_rows(t, _BY_ID, {"id": id_})
    if not found:
        raise NotFound("notice.rule.none", number=str(id_))
    return found[0]


async def notice_rows(
    t: Transaction, statement: Select[Any], params: Mapping[str, Any]
) -> tuple[NoticeRow, ...]:
    """Slips of a statement of this module, newest first."""
    return tuple(_notice_row(row) for row in await t.execute(statement, params))


def _notice_row(row: Row[Any]) -> NoticeRow:
    findings = from_json(Findings, row.findings)
    return NoticeRow(
        id=row.id,
        number=row.number,
        kind=NoticeKind(row.kind),
        ticket=row.ticket_number,
        item=row.item_code,
        item_name=row.item_name,
        situation=row.situation,
        issued_at=row.issued_at,
        due=row.tell_by,
        reprints=row.reprints,
        problems=tuple(
            ShortcomingRow(s.material.number, s.material.name, s.kind, s.text, s.basis)
            for s in findings.shortcomings
        ),
        replaced_by=row.replaced_by,
    )
