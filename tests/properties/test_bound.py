"""How long anybody can be passed over: the bound that ``next_for`` keeps, and the order it gives."""

from datetime import datetime, timedelta
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from app.domain.counter import Counter
from app.domain.ids import LineId
from app.domain.line import call_key, in_order, is_callable, next_for, number_text
from app.domain.policy import Policy, Priority
from app.domain.ticket import Ticket, place_at_issue
from app.domain.ticket_table import TicketState
from tests.domain.make import (
    CLERK,
    COUNTER,
    LINE,
    OTHER_CLERK,
    OTHER_COUNTER,
    OTHER_LINE,
    at,
    counter,
    minutes,
    ticket,
)

FOREIGN_LINE = LineId(COUNTER)
NOW = at(240)

head_starts = st.fixed_dictionaries({p: st.integers(0, 40).map(minutes) for p in Priority})
preferences = st.fixed_dictionaries({line: st.integers(0, 30).map(minutes) for line in (LINE, OTHER_LINE)})


@st.composite
def halls(draw: st.DrawFn) -> tuple[Policy, Counter, list[Ticket]]:
    """A policy, a counter with preferences, and tickets that came in the order of their numbers."""
    policy = Policy(head_starts=draw(head_starts))
    served = counter(lines=draw(preferences))
    arrivals = sorted(draw(st.lists(st.integers(0, 240), max_size=12)))
    return policy, served, [draw(tickets(n, at(m), policy)) for n, m in enumerate(arrivals, 1)]


@st.composite
def tickets(draw: st.DrawFn, number: int, came: datetime, policy: Policy) -> Ticket:
    """A ticket as issued; or missed, released, pinned, or no longer waiting."""
    place = place_at_issue(came, draw(st.sampled_from(Priority)), policy)
    misses = draw(st.sampled_from([0, 0, 0, 1]))
    line = draw(st.sampled_from([LINE, OTHER_LINE, FOREIGN_LINE]))
    return ticket(
        number_text("A", number),
        line=line,
        came=came,
        line_at=place if not misses else min(place + policy.setback, NOW),
        misses=misses,
        state=draw(st.sampled_from([TicketState.WAITING] * 4 + [TicketState.SERVING, TicketState.FINISHED])),
        pinned_counter=draw(st.sampled_from([None, None, None, COUNTER, OTHER_COUNTER])),
        pinned_clerk=draw(st.sampled_from([None, None, None, CLERK, OTHER_CLERK])),
        skip_counter=draw(st.sampled_from([None, COUNTER, OTHER_COUNTER])),
        skip_until=draw(st.sampled_from([None, NOW, NOW + timedelta(seconds=1)])),
    )


def is_bounded(waiting: Ticket, served: Counter) -> bool:
    """Whether the bound speaks of the ticket: callable in the regular order, never missed, not pinned."""
    pinned = waiting.pinned_counter or waiting.pinned_clerk
    return is_callable(waiting, served, NOW) and not waiting.misses and not pinned


@given(halls())
def test_nobody_is_passed_over_by_more_than_the_largest_advantages(
    hall: tuple[Policy, Counter, list[Ticket]],
) -> None:
    policy, served, waiting = hall
    called = next_for(served, waiting, NOW)
    if called is None:
        return
    advantage = policy.largest_head_start + max(served.lines.values())
    for other in waiting:
        if is_bounded(other, served):
            assert called.came <= other.came + advantage


@given(halls())
def test_next_is_the_first_of_the_order(hall: tuple[Policy, Counter, list[Ticket]]) -> None:
    _, served, waiting = hall
    order = in_order(served, waiting, NOW)
    assert next_for(served, waiting, NOW) == (order[0] if order else None)
    assert [t for t in order if not is_callable(t, served, NOW)] == []
    assert len(order) == sum(is_callable(t, served, NOW) for t in waiting)


@given(halls(), st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_how_the_tickets_are_given(
    hall: tuple[Policy, Counter, list[Ticket]], random: Random
) -> None:
    _, served, waiting = hall
    shuffled = random.sample(waiting, len(waiting))
    assert in_order(served, shuffled, NOW) == in_order(served, waiting, NOW)


@given(halls())
def test_taking_one_away_leaves_the_order_of_the_others(
    hall: tuple[Policy, Counter, list[Ticket]],
) -> None:
    _, served, waiting = hall
    order = in_order(served, waiting, NOW)
    for gone in order:
        rest = [t for t in waiting if t is not gone]
        assert in_order(served, rest, NOW) == [t for t in order if t is not gone]


@given(halls())
def test_ties_go_by_number(hall: tuple[Policy, Counter, list[Ticket]]) -> None:
    _, served, waiting = hall
    order = in_order(served, waiting, NOW)
    for first, second in pairwise(order):
        place, following = call_key(first, served)[0], call_key(second, served)[0]
        assert place < following or (place == following and first.number < second.number)


@given(st.integers(1, 40), st.integers(0, 30))
def test_the_bound_is_reached_so_it_cannot_be_smaller(head_start: int, preference: int) -> None:
    policy = Policy(head_starts={p: minutes(head_start if p is Priority.ELDERLY else 0) for p in Priority})
    served = counter(lines={LINE: minutes(0), OTHER_LINE: minutes(preference)})
    early = ticket("A002", came=at(0), line_at=at(0))
    late_came = at(head_start + preference)
    late = ticket(
        "A001", line=OTHER_LINE, came=late_came, line_at=place_at_issue(late_came, Priority.ELDERLY, policy)
    )
    assert next_for(served, [early, late], NOW) == late
