"""Who is next at a counter: ``app.domain.line`` in SQL, for the claim and for the screen that shows the queue."""

from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, func, literal_column, or_, select

from app.domain.ticket_table import TicketState
from db.dialect import duration
from db.tables import counter_lines, tickets
from db.types import Instant

COUNTER = bindparam("counter", type_=tickets.c.counter_id.type)
CLERK = bindparam("clerk", type_=tickets.c.clerk_id.type)
DAY = tickets.c.day == bindparam("day", type_=tickets.c.day.type)
# Written out, not a parameter: the planner must see that the partial indexes fit.
IS_WAITING = tickets.c.state == literal_column(f"'{TicketState.WAITING}'")


def in_states(*states: TicketState) -> ColumnElement[bool]:
    """Tickets in one of the states, written out as well."""
    return tickets.c.state.in_([literal_column(f"'{state}'") for state in states])


IS_LIVE = in_states(TicketState.CALLED, TicketState.SERVING)


def callable_tickets(*columns: ColumnElement[Any]) -> Select[Any]:
    """The tickets of the ``day`` that the ``counter`` with its ``clerk`` may call ``now``, next one first.

    These are ``is_callable`` and ``call_key`` of ``app.domain.line``; ``call_key`` is among the columns.
    """
    preference = func.coalesce(counter_lines.c.preference, duration(timedelta()))
    key = (tickets.c.line_at - preference).label("call_key")
    served = and_(counter_lines.c.line_id == tickets.c.line_id, counter_lines.c.counter_id == COUNTER)
    return (
        select(tickets, key, *columns)
        .outerjoin(counter_lines, served)
        .where(IS_WAITING, DAY, tickets.c.is_test.is_(False), _is_mine(), _is_not_skipped())
        .order_by(key, tickets.c.number)
    )


def _is_mine() -> ColumnElement[bool]:
    """A pin to a counter goes before one to a person, and either before the lines served."""
    no_counter, no_clerk = tickets.c.pinned_counter_id.is_(None), tickets.c.pinned_clerk_id.is_(None)
    return or_(
        tickets.c.pinned_counter_id == COUNTER,
        and_(no_counter, tickets.c.pinned_clerk_id == CLERK),
        and_(no_counter, no_clerk, counter_lines.c.line_id.is_not(None)),
    )


def _is_not_skipped() -> ColumnElement[bool]:
    return or_(
        tickets.c.skip_counter_id.is_(None),
        tickets.c.skip_counter_id != COUNTER,
        tickets.c.skip_until.is_(None),
        tickets.c.skip_until <= bindparam("now", type_=Instant),
    )
