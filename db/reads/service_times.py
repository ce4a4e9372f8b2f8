"""How long service takes today: medians, worked out by the database."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, bindparam, func, or_, select, type_coerce

from app.domain.errand import Outcome
from db.reads.today import Today
from db.tables import errands, tickets
from db.transaction import Transaction
from db.types import Duration

_ENOUGH = 5
"""With fewer served errands than this, the hall's usual service time is the better guess."""

_SINCE = errands.c.finished_at >= bindparam("since", type_=errands.c.finished_at.type)
_SERVED = (errands.c.started_at.is_not(None), errands.c.outcome != Outcome.LEFT.value)


def _middle(of: ColumnElement[Any], *conditions: ColumnElement[bool]) -> Select[Any]:
    """For each value of a column the one or two middle service times, and how many there are."""
    took = type_coerce(errands.c.finished_at - errands.c.started_at, Duration).label("took")
    ranked = (
        select(
            of.label("key"),
            took,
            func.row_number().over(partition_by=of, order_by=took).label("rank"),
            func.count().over(partition_by=of).label("served"),
        )
        .select_from(errands)
        .join(tickets, tickets.c.id == errands.c.ticket_id)
        .where(_SINCE, *_SERVED, tickets.c.is_test.is_(False), *conditions)
        .subquery()
    )
    in_the_middle = or_(
        ranked.c.rank == (ranked.c.served + 1) // 2, ranked.c.rank == (ranked.c.served + 2) // 2
    )
    return select(ranked.c.key, ranked.c.took, ranked.c.served).where(in_the_middle)


_OF_LINES = _middle(errands.c.line_id)
_OF_COUNTER = _middle(errands.c.counter_id, errands.c.counter_id == bindparam("counter"))


async def service_times(t: Transaction, at: Today) -> dict[UUID, timedelta]:
    """Today's median of every line with enough served errands; the others have the hall's usual time."""
    rows = (await t.execute(_OF_LINES, {"since": at.begins_at})).all()
    return _medians([row for row in rows if row.served >= _ENOUGH])


async def median_at_counter(t: Transaction, at: Today, counter: UUID) -> timedelta | None:
    """The median of what was served at a counter today; None when nothing was."""
    rows = (await t.execute(_OF_COUNTER, {"since": at.begins_at, "counter": counter})).all()
    return next(iter(_medians(rows).values()), None)


def _medians(rows: Any) -> dict[UUID, timedelta]:
    middles: dict[UUID, list[timedelta]] = {}
    for row in rows:
        middles.setdefault(row.key, []).append(row.took)
    return {key: sum(took, timedelta()) / len(took) for key, took in middles.items()}
