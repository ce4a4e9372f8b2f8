"""Tickets as everybody sees them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, bindparam, case, func, or_, select, tuple_

from app.domain.errand import Outcome
from app.domain.errors import NotFound
from app.domain.policy import Priority
from app.domain.ticket_table import TicketState
from app.ports.queries import TicketQuery
from app.ports.rows import ErrandRow, TicketRow
from db.call_order import DAY, IS_WAITING
from db.reads.lines import Waits, waits
from db.reads.today import Today, today
from db.repositories.errands import COLUMNS as ERRAND_COLUMNS
from db.tables import counters, errands, item_versions, lines, staff, tickets
from db.transaction import Transaction

_NEWEST_FIRST = (tickets.c.came.desc(), tickets.c.number.desc())


def _ahead(root: Any) -> ColumnElement[Any]:
    """How many people stand before a waiting ticket in its line; NULL for all others."""
    place = tuple_(tickets.c.line_at, tickets.c.number) < tuple_(root.c.line_at, root.c.number)
    before = select(func.count()).where(
        IS_WAITING,
        tickets.c.day == root.c.day,
        tickets.c.line_id == root.c.line_id,
        tickets.c.is_test.is_(False),
        place,
    )
    return case((root.c.state == TicketState.WAITING.value, before.correlate(root).scalar_subquery()))


def _ordered(columns: Any, name: str) -> ColumnElement[Any]:
    column: ColumnElement[Any] = columns[name.removeprefix("-")]
    return column.desc() if name.startswith("-") else column


def ticket_rows_of(chosen: Select[Any], *order: str) -> Select[Any]:
    """The chosen tickets with all that a row shows, one for each errand; ordered by columns of ``chosen``."""
    root = chosen.subquery("root")
    pinned_counter, errand_line = counters.alias("pinned_counter"), lines.alias("errand_line")
    return (
        select(
            root,
            lines.c.prefix.label("line_prefix"),
            lines.c.name.label("line_name"),
            counters.c.number.label("counter_number"),
            pinned_counter.c.number.label("pinned_counter_number"),
            staff.c.number.label("pinned_clerk_number"),
            *ERRAND_COLUMNS,
            errand_line.c.prefix.label("errand_line_prefix"),
            item_versions.c.name.label("errand_item_name"),
            _ahead(root).label("ahead"),
        )
        .select_from(root)
        .join(lines, lines.c.id == root.c.line_id)
        .outerjoin(counters, counters.c.id == root.c.counter_id)
        .outerjoin(pinned_counter, pinned_counter.c.id == root.c.pinned_counter_id)
        .outerjoin(staff, staff.c.id == root.c.pinned_clerk_id)
        .join(errands, errands.c.ticket_id == root.c.id)
        .join(errand_line, errand_line.c.id == errands.c.line_id)
        .join(item_versions, item_versions.c.id == errands.c.item_id)
        .order_by(*(_ordered(root.c, name) for name in order), errands.c.position)
    )


def newest_first(chosen: Select[Any]) -> Select[Any]:
    """Rows of the chosen tickets, the newest first."""
    return ticket_rows_of(chosen.order_by(*_NEWEST_FIRST), "-came", "-number")


_ONE = ticket_rows_of(select(tickets).where(DAY, tickets.c.number == bindparam("number")))


async def one_ticket(t: Transaction, number: str, day: date | None) -> TicketRow:
    """A ticket by number and day (None: today). Raises ``NotFound`` (ticket.rule.none)."""
    at = None if day else await today(t)
    found = await ticket_rows(t, at, _ONE, {"number": number, "day": at.day if at else day})
    if not found:
        raise NotFound("ticket.rule.none", number=number)
    return found[0]


async def find_tickets(t: Transaction, query: TicketQuery) -> tuple[TicketRow, ...]:
    """The tickets that a query asks for, newest first."""
    at = await today(t)
    chosen = select(tickets).where(DAY, *_conditions(query)).limit(query.limit)
    return await ticket_rows(t, at, newest_first(chosen), {"day": query.day or at.day})


async def ticket_rows(
    t: Transaction,
    at: Today | None,
    statement: Select[Any],
    params: Mapping[str, Any],
    known: Waits | None = None,
) -> tuple[TicketRow, ...]:
    """Run a statement of ``ticket_rows_of``; waits are looked up when somebody waits and ``known`` is not given.

    The hall is read for that as well where ``at`` is None: a call spares the round trip.
    """
    rows = (await t.execute(statement, params)).all()
    if known is None and any(row.state == TicketState.WAITING for row in rows):
        known = await waits(t, at or await today(t))
    grouped: dict[UUID, list[Row[Any]]] = {}
    for row in rows:
        grouped.setdefault(row.id, []).append(row)
    return tuple(_ticket_row(group, known) for group in grouped.values())


def _conditions(query: TicketQuery) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if query.state is not None:
        conditions.append(tickets.c.state == query.state.value)
    if query.number:
        conditions.append(tickets.c.number.startswith(query.number, autoescape=True))
    if query.lookups:
        parts = (tickets.c.name_lookup, tickets.c.identity_lookup, tickets.c.phone_lookup)
        conditions.append(or_(*(part.in_(query.lookups) for part in parts)))
    return conditions


def _ticket_row(rows: Sequence[Row[Any]], known: Waits | None) -> TicketRow:
    row = rows[0]
    wait = known.expected(row.line_id, row.ahead) if known and row.ahead is not None else None
    return TicketRow(
        id=row.id,
        number=row.number,
        day=row.day,
        line=row.line_prefix,
        line_name=row.line_name,
        state=TicketState(row.state),
        counter=row.counter_number,
        errands=tuple(_errand_row(r) for r in rows),
        issued_at=row.came,
        line_at=row.line_at,
        since=row.since,
        calls=row.calls,
        called_at=row.called_at,
        misses=row.misses,
        priority=Priority(row.priority),
        name=row.name_mask,
        identity=row.identity_mask,
        phone=row.phone_mask,
        note=row.note,
        reprints=row.reprints,
        pinned_counter=row.pinned_counter_number,
        pinned_clerk=row.pinned_clerk_number,
        ahead=row.ahead,
        wait_minutes=wait,
        is_test=row.is_test,
    )


def _errand_row(row: Row[Any]) -> ErrandRow:
    return ErrandRow(
        item=row.errand_item_code,
        item_name=row.errand_item_name,
        situation=row.errand_situation,
        line=row.errand_line_prefix,
        outcome=Outcome(row.errand_outcome) if row.errand_outcome else None,
        brought=None if row.errand_brought is None else frozenset(row.errand_brought),
        not_applicable=frozenset(row.errand_not_applicable or ()),
        started_at=row.errand_started_at,
        finished_at=row.errand_finished_at,
    )
