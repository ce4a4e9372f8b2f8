"""Everything that a counter's screen shows, in one look."""

from typing import Any
from uuid import UUID

from sqlalchemy import Row, and_, bindparam, exists, func, literal_column, or_, select

from app.domain.errand import Outcome
from app.domain.errors import NotFound
from app.domain.ticket_table import LIVE, TicketState
from app.ports.rows import CounterDesk, CounterRow, DayFigures, NoticeRow, TicketRow, VisitRow
from db.call_order import COUNTER, callable_tickets, in_states
from db.finished import LAST_FINISHED
from db.reads.counters import counters_by_id
from db.reads.lines import line_rows, serving, waits
from db.reads.notices import OF_TRIP, notice_rows
from db.reads.service_times import median_at_counter
from db.reads.tickets import ticket_rows, ticket_rows_of
from db.reads.today import Today, today
from db.tables import counters, errands, notices, tickets
from db.transaction import Transaction
from db.types import Instant

_QUEUE_SHOWN = 50

_QUEUE = ticket_rows_of(callable_tickets().limit(literal_column(str(_QUEUE_SHOWN))), "call_key", "number")
_AT_COUNTER = in_states(TicketState.CALLED, TicketState.SERVING, TicketState.HELD)
# Live, held, and what the clerk finished so lately that it can be undone.
_HERE = ticket_rows_of(
    select(tickets).where(
        or_(
            and_(tickets.c.counter_id == COUNTER, _AT_COUNTER),
            tickets.c.id == LAST_FINISHED,
        )
    ),
    "-since",
)
_KEYS = select(counters.c.id, counters.c.clerk_id).where(counters.c.number == bindparam("number"))
_NOTICE_HERE = (
    select(notices.c.number)
    .where(notices.c.ticket_id == tickets.c.id, notices.c.item_code == errands.c.item_code)
    .order_by(notices.c.issued_at.desc())
    .limit(literal_column("1"))
    .scalar_subquery()
)
_VISITS = (
    select(
        tickets.c.number,
        tickets.c.day,
        func.coalesce(errands.c.finished_at, tickets.c.came, type_=Instant).label("at"),
        counters.c.number.label("counter"),
        errands.c.outcome,
        _NOTICE_HERE.label("notice"),
    )
    .select_from(tickets)
    .join(errands, errands.c.ticket_id == tickets.c.id)
    .outerjoin(counters, counters.c.id == errands.c.counter_id)
    .where(
        tickets.c.identity_lookup == bindparam("lookup", type_=tickets.c.identity_lookup.type),
        errands.c.item_code == bindparam("item"),
        tickets.c.id != bindparam("ticket"),
        tickets.c.is_test.is_(False),
    )
    .order_by(tickets.c.came.desc())
)
_LOOKUP = select(tickets.c.identity_lookup).where(tickets.c.id == bindparam("ticket"))
_SINCE = bindparam("since", type_=Instant)
_FIGURES = select(
    select(func.count())
    .select_from(errands)
    .where(errands.c.counter_id == COUNTER, errands.c.finished_at >= _SINCE)
    .scalar_subquery()
    .label("finished"),
    select(func.count())
    .select_from(notices)
    .where(
        notices.c.day == bindparam("day", type_=notices.c.day.type),
        exists().where(errands.c.ticket_id == notices.c.ticket_id, errands.c.counter_id == COUNTER),
    )
    .scalar_subquery()
    .label("notices"),
)


async def counter_desk(t: Transaction, number: int) -> CounterDesk:
    """The desk of a counter. Raises ``NotFound`` (counter.rule.none)."""
    at = await today(t)
    key, clerk = await _keys(t, number)
    served = await serving(t)
    known = await waits(t, at, served)
    everyone = await counters_by_id(t, served)
    params = {
        "counter": key, "clerk": clerk, "day": at.day, "now": at.now,
        "since": at.now - at.hall.policy.undo_within,
    }  # fmt: skip
    here = await ticket_rows(t, at, _HERE, params, known)
    live = next((row for row in here if row.state in LIVE), None)
    visits, slips = await _history(t, live) if live else ((), ())
    return CounterDesk(
        now=at.now,
        counter=everyone[key],
        ticket=live,
        visits=visits,
        notices=slips,
        queue=await ticket_rows(t, at, _QUEUE, params, known),
        held=tuple(row for row in here if row.state is TicketState.HELD),
        undoable=next((row for row in here if row.state is TicketState.FINISHED), None),
        lines=await line_rows(t, known),
        mates=tuple(row for row in everyone.values() if _are_mates(row, everyone[key])),
        figures=await _figures(t, at, key),
        preferences=served.preferences.get(key, {}),
    )


async def _keys(t: Transaction, number: int) -> tuple[UUID, UUID | None]:
    row = (await t.execute(_KEYS, {"number": number})).one_or_none()
    if row is None:
        raise NotFound("counter.rule.none", counter=number)
    return row.id, row.clerk_id


async def _history(t: Transaction, live: TicketRow) -> tuple[tuple[VisitRow, ...], tuple[NoticeRow, ...]]:
    """Earlier trips of the person for the item being done, and the slips told so far."""
    lookup = (await t.execute(_LOOKUP, {"ticket": live.id})).scalar_one()
    params = {"lookup": lookup, "item": live.errand.item, "ticket": live.id}
    visits = await t.execute(_VISITS, params) if lookup is not None else ()
    return tuple(_visit_row(row) for row in visits), await notice_rows(t, OF_TRIP, params)


async def _figures(t: Transaction, at: Today, counter: UUID) -> DayFigures:
    params = {"counter": counter, "since": at.begins_at, "day": at.day}
    row = (await t.execute(_FIGURES, params)).one()
    median = await median_at_counter(t, at, counter)
    minutes = None if median is None else round(median.total_seconds() / 60)
    return DayFigures(row.finished, minutes, row.notices)


def _are_mates(one: CounterRow, other: CounterRow) -> bool:
    """Another counter that serves a line of this one."""
    return one.number != other.number and bool(set(one.lines) & set(other.lines))


def _visit_row(row: Row[Any]) -> VisitRow:
    outcome = Outcome(row.outcome) if row.outcome else None
    return VisitRow(row.number, row.day, row.at, row.counter, outcome, row.notice)
