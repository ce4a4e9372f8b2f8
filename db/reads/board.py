"""What the hall's board shows: no names, no identity data."""

from sqlalchemy import literal_column, select

from app.domain.ticket_table import TicketState
from app.ports.rows import Board, CallRow
from db.call_order import DAY, in_states
from db.reads.lines import line_rows, waits
from db.reads.today import today
from db.tables import counters, tickets
from db.transaction import Transaction

_CALLS_SHOWN = 12
_SHOWN = in_states(TicketState.CALLED, TicketState.SERVING, TicketState.HELD, TicketState.FINISHED)

# Released and missed calls have no calls left to show.
_CALLS = (
    select(
        tickets.c.id,
        tickets.c.number,
        tickets.c.called_at,
        tickets.c.calls,
        counters.c.number.label("counter"),
        counters.c.direction,
    )
    .join(counters, counters.c.id == tickets.c.counter_id)
    .where(DAY, tickets.c.called_at.is_not(None), tickets.c.calls > 0, _SHOWN)
    .order_by(tickets.c.called_at.desc())
    .limit(literal_column(str(_CALLS_SHOWN)))
)


async def board(t: Transaction) -> Board:
    """The latest calls, newest first, and the lines."""
    at = await today(t)
    calls = await t.execute(_CALLS, {"day": at.day})
    return Board(
        hall=at.hall.name,
        now=at.now,
        calls=tuple(
            CallRow(row.id, row.number, row.counter, row.direction, row.called_at, row.calls) for row in calls
        ),
        lines=await line_rows(t, await waits(t, at)),
    )
