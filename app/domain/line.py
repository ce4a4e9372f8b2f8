"""Lines of waiting people and who is next: everything is arithmetic on ``line_at``."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.domain.counter import Counter
from app.domain.errors import RuleBroken
from app.domain.ids import DepartmentId, LineId
from app.domain.policy import Policy
from app.domain.ticket import Ticket
from app.domain.ticket_table import TicketState


@dataclass(frozen=True, slots=True)
class Line:
    """People waiting for the same set of services (队列). ``daily_quota`` counts tickets a day; None is no limit."""

    id: LineId
    prefix: str
    name: str
    department: DepartmentId | None
    items: frozenset[str] = frozenset()
    daily_quota: int | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """A number allocated under the line's lock: ``sequence`` and time agree in order."""

    line: LineId
    day: date
    sequence: int
    at: datetime


def number_text(prefix: str, sequence: int) -> str:
    """The printed number: prefix and at least three digits."""
    return f"{prefix}{sequence:03d}"


def check_quota(line: Line, given: int) -> None:
    """Refuse a ticket beyond the line's daily quota; ``given`` counts the day's tickets with this one.

    Raises:
        RuleBroken: the quota of the day is used up.
    """
    if line.daily_quota is not None and given > line.daily_quota:
        raise RuleBroken("line.rule.quota", line=line.name, quota=line.daily_quota)


def check_live_tickets(live: int, line: Line, policy: Policy) -> None:
    """Refuse one more ticket for a person who holds enough live ones in the line today.

    Raises:
        RuleBroken: the person already holds as many as the hall allows.
    """
    if live >= policy.live_tickets_per_person:
        raise RuleBroken("line.rule.live_tickets", line=line.name, limit=policy.live_tickets_per_person)


def is_callable(ticket: Ticket, counter: Counter, now: datetime) -> bool:
    """Whether the counter may call this ticket now in the regular order."""
    if ticket.state is not TicketState.WAITING or ticket.is_test:
        return False
    if ticket.skip_counter == counter.id and ticket.skip_until is not None and now < ticket.skip_until:
        return False
    if ticket.pinned_counter is not None:
        return ticket.pinned_counter == counter.id
    if ticket.pinned_clerk is not None:
        return ticket.pinned_clerk == counter.clerk
    return counter.serves(ticket.line)


def call_key(ticket: Ticket, counter: Counter) -> tuple[datetime, str]:
    """The order of calling at a counter: place less the counter's preference, then number."""
    return ticket.line_at - counter.preference(ticket.line), ticket.number


def in_order(counter: Counter, tickets: Iterable[Ticket], now: datetime) -> list[Ticket]:
    """The callable tickets of a counter, next one first."""
    callables = (t for t in tickets if is_callable(t, counter, now))
    return sorted(callables, key=lambda t: call_key(t, counter))


def next_for(counter: Counter, tickets: Iterable[Ticket], now: datetime) -> Ticket | None:
    """The ticket that ``call next`` takes, or None.

    It keeps the bound: every callable, never-missed, unpinned ticket T of the counter's lines has
    ``came(next) <= came(T) + A + P``, A the largest head start and P the largest preference.
    """
    return min(
        (t for t in tickets if is_callable(t, counter, now)), key=lambda t: call_key(t, counter), default=None
    )


def expected_wait(ahead: int, open_counters: int, service: timedelta) -> tuple[int, int] | None:
    """The expected wait in minutes as a range on a grid of five, or None when no counter serves the line.

    A quarter less and a third more than people ahead times service time, shared by the open counters.
    """
    if open_counters <= 0:
        return None
    minutes = ahead * service.total_seconds() / 60 / open_counters
    low = int(minutes * 0.75 // 5) * 5
    high = -int(-minutes * 1.33 // 5) * 5
    return low, max(high, low + 5)
