"""The errands of a ticket; they are loaded and saved with it."""

from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, update

from app.domain.errand import Errand, Outcome
from app.domain.ids import CaseId, CounterId, ErrandId, ItemVersionId, LineId, StaffId
from app.domain.ticket import Ticket
from db.repositories.saving import changes
from db.tables import errands
from db.transaction import Transaction

_PREFIX = "errand_"
COLUMNS = [column.label(f"{_PREFIX}{column.name}") for column in errands.c]
"""An errand's columns beside its ticket's."""

_ADD = insert(errands)
_DROP = delete(errands).where(errands.c.ticket_id == bindparam("ticket"))
_SAVE = update(errands).where(errands.c.id == bindparam("key"))


async def add(t: Transaction, ticket: Ticket) -> None:
    """Add all errands of a ticket."""
    await t.execute(_ADD, [_row(ticket, position) for position in range(len(ticket.errands))])


async def save(t: Transaction, ticket: Ticket, before: Ticket | None) -> None:
    """Write the errands that differ from ``before``; all of them when their number or order does."""
    if before is None or [e.id for e in before.errands] != [e.id for e in ticket.errands]:
        await t.execute(_DROP, {"ticket": ticket.id})
        await add(t, ticket)
        return
    pairs = enumerate(zip(before.errands, ticket.errands, strict=True))
    for position, (old, new) in pairs:
        if old != new:
            changed = changes(_row(ticket, position), _row(before, position))
            await t.execute(_SAVE, {**changed, "key": new.id})


def errand_from(row: Row[Any]) -> Errand:
    """The errand of a row of ``COLUMNS``."""
    return Errand(
        id=ErrandId(row.errand_id),
        item=ItemVersionId(row.errand_item_id),
        item_code=row.errand_item_code,
        line=LineId(row.errand_line_id),
        situation=row.errand_situation,
        brought=None if row.errand_brought is None else frozenset(row.errand_brought),
        not_applicable=frozenset(row.errand_not_applicable or ()),
        case=CaseId(row.errand_case_id) if row.errand_case_id else None,
        outcome=Outcome(row.errand_outcome) if row.errand_outcome else None,
        counter=CounterId(row.errand_counter_id) if row.errand_counter_id else None,
        clerk=StaffId(row.errand_clerk_id) if row.errand_clerk_id else None,
        started_at=row.errand_started_at,
        finished_at=row.errand_finished_at,
        moved=row.errand_moved,
    )


def _row(ticket: Ticket, position: int) -> dict[str, Any]:
    errand: Errand = ticket.errands[position]
    return {
        "id": errand.id,
        "ticket_id": ticket.id,
        "position": position,
        "item_id": errand.item,
        "item_code": errand.item_code,
        "line_id": errand.line,
        "situation": errand.situation,
        "brought": None if errand.brought is None else sorted(errand.brought),
        "not_applicable": sorted(errand.not_applicable) or None,
        "case_id": errand.case,
        "outcome": errand.outcome.value if errand.outcome else None,
        "counter_id": errand.counter,
        "clerk_id": errand.clerk,
        "started_at": errand.started_at,
        "finished_at": errand.finished_at,
        "moved": errand.moved,
    }
