"""Leaving the program at a counter: what would remain behind for the people in line."""

from enum import StrEnum

from app.domain.counter import CounterState as CounterStands
from ui.counter.state import CounterState


class Remains(StrEnum):
    """Why the window does not just go."""

    OPEN = "open"  # open or paused, nobody at it: it can be closed on the way out
    BUSY = "busy"  # somebody is called or served: only the clerk can say what becomes of the ticket
    AWAY = "away"  # out of touch: nothing can be closed now


class Leave(StrEnum):
    """What a person can answer."""

    CLOSE = "close"  # the counter first, then the program
    QUIT = "quit"  # the program only
    STAY = "stay"


WAYS = {
    Remains.OPEN: (Leave.CLOSE, Leave.QUIT),
    Remains.BUSY: (Leave.STAY, Leave.QUIT),
    Remains.AWAY: (Leave.STAY, Leave.QUIT),
}
"""The answers offered. Enter is the first: never one that leaves people waiting for nobody. Esc always stays."""


def remains(state: CounterState) -> Remains | None:
    """What the clerk who sits here would leave behind; None when the window may just go.

    Who is not signed in here can close no counter, so there is nothing to ask.
    """
    desk = state.desk
    if desk is None or state.actor is None or state.is_occupied:
        return None
    if desk.counter.state is CounterStands.CLOSED:
        return None
    if not state.in_touch or state.unconfirmed is not None:
        return Remains.AWAY
    return Remains.OPEN if desk.ticket is None else Remains.BUSY
