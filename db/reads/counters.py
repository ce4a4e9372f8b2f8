"""Counters now, with whom they serve."""

from typing import Any
from uuid import UUID

from sqlalchemy import Row, and_, select

from app.domain.counter import CounterState
from app.domain.errors import NotFound
from app.domain.ticket_table import TicketState
from app.ports.rows import CounterRow
from db.call_order import IS_LIVE
from db.reads.lines import Serving, serving
from db.tables import counters, staff, tickets
from db.transaction import Transaction

_ALL = (
    select(
        counters,
        staff.c.number.label("clerk_number"),
        staff.c.name.label("clerk_name"),
        tickets.c.number.label("ticket_number"),
        tickets.c.state.label("ticket_state"),
        tickets.c.since.label("ticket_since"),
    )
    .select_from(counters)
    .outerjoin(staff, staff.c.id == counters.c.clerk_id)
    .outerjoin(tickets, and_(tickets.c.counter_id == counters.c.id, IS_LIVE))
    .order_by(counters.c.number)
)


async def counters_by_id(t: Transaction, served: Serving) -> dict[UUID, CounterRow]:
    """All counters, by number."""
    return {row.id: _counter_row(row, served) for row in await t.execute(_ALL)}


async def counter_rows(t: Transaction) -> tuple[CounterRow, ...]:
    """All counters, by number."""
    return tuple((await counters_by_id(t, await serving(t))).values())


async def counter_row(t: Transaction, number: int) -> CounterRow:
    """One counter. Raises ``NotFound`` (counter.rule.none)."""
    found = next((row for row in await counter_rows(t) if row.number == number), None)
    if found is None:
        raise NotFound("counter.rule.none", counter=number)
    return found


def _counter_row(row: Row[Any], served: Serving) -> CounterRow:
    return CounterRow(
        number=row.number,
        name=row.name,
        direction=row.direction,
        state=CounterState(row.state),
        clerk=row.clerk_number,
        clerk_name=row.clerk_name,
        pause_reason=row.pause_reason,
        since=row.since,
        lines=tuple(served.prefixes.get(row.id, ())),
        ticket=row.ticket_number,
        ticket_state=TicketState(row.ticket_state) if row.ticket_state else None,
        ticket_since=row.ticket_since,
    )
