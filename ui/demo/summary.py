"""What happened on the morning, from what the hall has kept, and whether what must hold has held."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from statistics import fmean, median
from typing import Any

from app.domain.ticket_table import TicketState
from app.ports.queries import EVERYTHING, ExceptionQuery, TicketQuery
from app.ports.readers import Readers
from app.ports.rows import TicketRow
from app.services.policy import hall_policy
from ui.demo.folder import MADE_BY
from ui.demo.hall import DemoHall
from ui.demo.ledger import Ledger, Trip

_AT_A_COUNTER = (TicketState.CALLED, TicketState.SERVING)


async def summary_of(hall: DemoHall, ledger: Ledger, opened: datetime) -> dict[str, Any]:
    """The morning since ``opened`` as a document; files are added by who writes them."""
    readers = hall.ports.readers
    tickets = await readers.tickets(TicketQuery(day=hall.day, limit=EVERYTHING))
    head_start = (await hall_policy(hall.ports)).largest_head_start
    return {
        "made_by": MADE_BY,
        "hall": (await readers.hall()).name,
        "from": opened.isoformat(timespec="minutes"),
        "to": hall.now().isoformat(timespec="minutes"),
        "tickets": _tickets(tickets),
        "calls": ledger.calls,
        "missed": sum(ticket.misses for ticket in tickets),
        "wait_minutes": _waits(ledger),
        "notices": await _notices(readers, ledger),
        "exceptions": await _exceptions(readers),
        "invariants": _invariants(tickets, ledger, head_start),
    }


def _tickets(tickets: Sequence[TicketRow]) -> dict[str, Any]:
    outcomes = Counter(e.outcome for ticket in tickets for e in ticket.errands if e.outcome)
    return {
        "issued": len(tickets),
        "by_state": dict(sorted(Counter(ticket.state.value for ticket in tickets).items())),
        "by_line": dict(sorted(Counter(ticket.number[0] for ticket in tickets).items())),
        "by_priority": dict(sorted(Counter(ticket.priority.value for ticket in tickets).items())),
        "outcomes": dict(sorted((outcome.value, count) for outcome, count in outcomes.items())),
    }


def _waits(ledger: Ledger) -> dict[str, float]:
    """From issue to first call; the definition stands in the names."""
    waits = [
        (trip.called_at - trip.ticket.issued_at) / timedelta(minutes=1)
        for trip in ledger.trips.values()
        if trip.called_at is not None
    ]
    return {"called": len(waits), "mean": round(fmean(waits), 1), "median": round(median(waits), 1)}


async def _notices(readers: Readers, ledger: Ledger) -> dict[str, int]:
    told = [await readers.notice(notice.number) for notice in ledger.notices]
    return dict(sorted(Counter(notice.kind.value for notice in told).items()))


async def _exceptions(readers: Readers) -> dict[str, int]:
    cases = await readers.exceptions(ExceptionQuery(open_only=False, limit=EVERYTHING))
    return dict(sorted(Counter(case.state.value for case in cases).items()))


def _invariants(tickets: Sequence[TicketRow], ledger: Ledger, head_start: timedelta) -> dict[str, bool]:
    numbers = [ticket.number for ticket in tickets]
    at_counters = [ticket.counter for ticket in tickets if ticket.state in _AT_A_COUNTER]
    return {
        "no_number_twice": len(set(numbers)) == len(numbers),
        "no_ticket_lost": set(ledger.trips) == set(numbers),
        "no_ticket_called_by_two_counters": not ledger.called_twice,
        "one_ticket_at_a_counter": len(set(at_counters)) == len(at_counters),
        "finished_means_every_outcome_known": all(
            errand.outcome
            for ticket in tickets
            if ticket.state is TicketState.FINISHED
            for errand in ticket.errands
        ),
        "nobody_overtaken_beyond_the_head_start": _largest_lead(ledger) <= head_start,
    }


def _largest_lead(ledger: Ledger) -> timedelta:
    """By how much anybody who was called in turn came later than somebody of the line who still waited."""
    called = [trip for trip in ledger.trips.values() if trip.called_at is not None and trip.in_turn]
    leads = [_lead(first, other) for first in called for other in called]
    return max(leads, default=timedelta())


def _lead(first: Trip, other: Trip) -> timedelta:
    assert first.called_at is not None
    assert other.called_at is not None
    same_line = first.ticket.line == other.ticket.line
    overtook = same_line and first.called_at < other.called_at
    return first.ticket.issued_at - other.ticket.issued_at if overtook else timedelta()
