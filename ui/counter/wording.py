"""How this room writes times, waits and states."""

from datetime import datetime

from app.domain.policy import Priority
from app.ports.rows import ErrandRow, TicketRow
from ui.counter.state import CounterState, Phase
from ui.theme import Status
from ui.words import Words

STATUS_OF = {
    Phase.CLOSED: Status.CLOSED,
    Phase.PAUSED: Status.PAUSED,
    Phase.IDLE: Status.IDLE,
    Phase.CALLED: Status.CALLED,
    Phase.SERVING: Status.SERVING,
}


def clock(state: CounterState, moment: datetime) -> str:
    """Hours and minutes in the hall's zone."""
    return f"{moment.astimezone(state.zone):%H:%M}"


def minutes_since(state: CounterState, moment: datetime) -> int:
    """Whole minutes from then until the desk was read; never negative."""
    now = state.desk.now if state.desk else moment
    return max(0, int((now - moment).total_seconds() // 60))


def errand_text(words: Words, errand: ErrandRow) -> str:
    """Item and situation in one line."""
    if not errand.situation:
        return errand.item_name
    return words("counter.errand.with_situation", item=errand.item_name, situation=errand.situation)


def telling_errand(words: Words, errand: ErrandRow) -> str:
    """As ``errand_text``, but what tells it from others comes first: long names are cut at their end."""
    if not errand.situation:
        return errand.item_name
    return words("counter.errand.telling", item=errand.item_name, situation=errand.situation)


def short_errand(errand: ErrandRow) -> str:
    """What tells this errand from others of the line: the situation, else the item."""
    return errand.situation or errand.item_name


def priority_text(words: Words, ticket: TicketRow) -> str:
    """The priority class."""
    return words(f"priority.{ticket.priority}")


def has_priority(ticket: TicketRow) -> bool:
    """Whether the class has a head start by default."""
    return ticket.priority is not Priority.ORDINARY
