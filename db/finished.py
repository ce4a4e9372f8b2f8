"""What a clerk finished last at a counter, lately enough to be undone: for undoing it, and to offer that."""

from sqlalchemy import bindparam, literal_column, select

from app.domain.ticket_table import TicketState
from db.call_order import CLERK, COUNTER
from db.tables import errands, tickets
from db.types import Instant

_SINCE = bindparam("since", type_=Instant)
_finished = tickets.alias("finished")

# Of whatever day: midnight changes nothing. The errands' index on time keeps past days out of it, and the limit
# keeps the planner to that index.
_ENDED_HERE = (
    select(errands.c.ticket_id)
    .where(errands.c.finished_at >= _SINCE, errands.c.counter_id == COUNTER)
    .order_by(errands.c.finished_at.desc())
    .limit(literal_column("20"))
)
LAST_FINISHED = (
    select(_finished.c.id)
    .where(
        _finished.c.id.in_(_ENDED_HERE),
        _finished.c.counter_id == COUNTER,
        _finished.c.clerk_id == CLERK,
        _finished.c.state == TicketState.FINISHED.value,
        _finished.c.since >= _SINCE,
    )
    .order_by(_finished.c.since.desc())
    .limit(literal_column("1"))
    .scalar_subquery()
)
"""The ticket's key, or nothing."""
