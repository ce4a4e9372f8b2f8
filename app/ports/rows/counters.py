"""Counters, and what a counter's screen shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.domain.counter import CounterState
from app.domain.errand import Outcome
from app.domain.ticket_table import TicketState
from app.ports.rows.hall import LineRow
from app.ports.rows.notices import NoticeRow
from app.ports.rows.tickets import TicketRow


@dataclass(frozen=True, slots=True)
class CounterRow:
    """A counter now, with its live ticket. ``lines`` are prefixes."""

    number: int
    name: str
    direction: str | None
    state: CounterState
    clerk: str | None
    clerk_name: str | None
    pause_reason: str | None
    since: datetime | None
    lines: tuple[str, ...]
    ticket: str | None
    ticket_state: TicketState | None
    ticket_since: datetime | None


@dataclass(frozen=True, slots=True)
class VisitRow:
    """An earlier trip of the same person for the same item."""

    ticket: str
    day: date
    at: datetime
    counter: int | None
    outcome: Outcome | None
    notice: str | None


@dataclass(frozen=True, slots=True)
class DayFigures:
    """A counter's day so far: errands ended, median minutes of service, notices issued."""

    finished: int
    median_minutes: int | None
    notices: int


@dataclass(frozen=True, slots=True)
class CounterDesk:
    """Everything a counter's screen shows, read in one go. ``preferences`` are the counter's own, by prefix."""

    now: datetime
    counter: CounterRow
    ticket: TicketRow | None
    visits: tuple[VisitRow, ...]
    notices: tuple[NoticeRow, ...]
    queue: tuple[TicketRow, ...]
    held: tuple[TicketRow, ...]
    undoable: TicketRow | None
    lines: tuple[LineRow, ...]
    mates: tuple[CounterRow, ...]
    figures: DayFigures
    preferences: Mapping[str, timedelta]
