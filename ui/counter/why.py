"""Why a ticket is next: what moved its place in line from when the person came, piece by piece, and the rule."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.ports.rows import TicketRow
from ui.counter.state import CounterState
from ui.counter.wording import has_priority, priority_text
from ui.words import Words

SHOWN = 4
"""Tickets whose places are compared."""
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Piece:
    """One reason that moved a place; ``is_here`` when this counter alone gives it."""

    start: datetime
    end: datetime
    why: str
    is_here: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """One ticket: when the person came, what moved it, and the instant that it counts as at this counter."""

    number: str
    came: datetime
    place: datetime
    came_text: str
    pieces: tuple[Piece, ...] = ()


def places_of(state: CounterState, words: Words) -> tuple[Place, ...]:
    """The first tickets in the order of calling, in the hall's time."""
    return tuple(_place(state, words, ticket) for ticket in _queue(state)[:SHOWN])


def order_text(state: CounterState, words: Words) -> str:
    """By what the line is ordered here."""
    return words("counter.why.order_favoured" if _largest_preference(state) else "counter.why.order")


def why_rule(state: CounterState, words: Words) -> str:
    """The true reason in one sentence, and how far anybody can be passed over at this counter (A + P)."""
    first = _queue(state)[0]
    favour = _preference(state, first)
    place = first.line_at.astimezone(state.zone)
    bound = state.policy.largest_head_start + _largest_preference(state)
    return words(
        "counter.why.rule_favoured" if favour else "counter.why.rule",
        number=first.number, place=f"{place:%H:%M}", here=f"{place - favour:%H:%M}",
        favour=_minutes(favour), count=len(state.lines), minutes=_minutes(bound),
    )  # fmt: skip


def _place(state: CounterState, words: Words, ticket: TicketRow) -> Place:
    came = ticket.issued_at.astimezone(state.zone)
    place = ticket.line_at.astimezone(state.zone)
    favour = _preference(state, ticket)
    pieces = (
        Piece(came, place, _why_moved(words, ticket)),
        Piece(place, place - favour, words("counter.why.favoured", count=_minutes(favour)), is_here=True),
    )
    return Place(
        ticket.number, came, place - favour, words("counter.why.came", time=f"{came:%H:%M}"),
        tuple(piece for piece in pieces if abs(piece.end - piece.start) >= _MINUTE),
    )  # fmt: skip


def _why_moved(words: Words, ticket: TicketRow) -> str:
    minutes = _minutes(abs(ticket.line_at - ticket.issued_at))
    if ticket.line_at > ticket.issued_at:
        return words("counter.why.back", count=minutes)
    if has_priority(ticket):
        return words("counter.why.head_start", priority=priority_text(words, ticket), count=minutes)
    return words("counter.why.earlier", count=minutes)


def _preference(state: CounterState, ticket: TicketRow) -> timedelta:
    """As ``Counter.preference``: nothing for a line that is not served here."""
    return state.desk.preferences.get(ticket.line, timedelta()) if state.desk else timedelta()


def _largest_preference(state: CounterState) -> timedelta:
    return max(state.desk.preferences.values(), default=timedelta()) if state.desk else timedelta()


def _queue(state: CounterState) -> tuple[TicketRow, ...]:
    return state.desk.queue if state.desk else ()


def _minutes(span: timedelta) -> int:
    return round(span.total_seconds() / 60)
