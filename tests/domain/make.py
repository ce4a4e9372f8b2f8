"""Things of the hall to try rules on."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from app.domain.counter import Counter, CounterState
from app.domain.errand import Errand
from app.domain.ids import (
    CounterId,
    DepartmentId,
    ErrandId,
    HallId,
    ItemVersionId,
    LineId,
    StaffId,
    TicketId,
)
from app.domain.ticket import Ticket
from app.domain.ticket_table import TicketState

NINE = datetime(2026, 3, 18, 1, tzinfo=UTC)
"""Nine in the morning in Shanghai."""
DAY = date(2026, 3, 18)
LINE, OTHER_LINE = LineId(UUID(int=1)), LineId(UUID(int=2))
COUNTER, OTHER_COUNTER = CounterId(UUID(int=11)), CounterId(UUID(int=12))
CLERK, OTHER_CLERK = StaffId(UUID(int=21)), StaffId(UUID(int=22))
DEPARTMENT = DepartmentId(UUID(int=31))


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def at(count: float) -> datetime:
    """So many minutes after nine."""
    return NINE + minutes(count)


def errand(code: str = "IT001", line: LineId = LINE, **changes: Any) -> Errand:
    return Errand(ErrandId(uuid4()), ItemVersionId(uuid4()), code, line, **changes)


def ticket(number: str = "A001", **changes: Any) -> Ticket:
    """A ticket of nine o'clock; ``errands`` default to one."""
    defaults = {
        "id": TicketId(uuid4()),
        "hall": HallId(UUID(int=41)),
        "day": DAY,
        "line": LINE,
        "came": NINE,
        "line_at": NINE,
        "errands": (errand(),),
        "since": NINE,
    }
    return Ticket(number=number, **(defaults | changes))


def ticket_in(state: TicketState, **changes: Any) -> Ticket:
    """A ticket that has come to a state by the actions that lead there."""
    called = {"counter": COUNTER, "clerk": CLERK, "calls": 3, "first_called_at": NINE, "called_at": NINE}
    return ticket(state=state, **({} if state is TicketState.WAITING else called) | changes)


def counter(**changes: Any) -> Counter:
    """An open counter that serves the one line."""
    defaults = {
        "id": COUNTER,
        "number": 3,
        "name": "不动产窗口",
        "lines": {LINE: timedelta()},
        "state": CounterState.OPEN,
        "clerk": CLERK,
    }
    return Counter(**(defaults | changes))
