"""Who is next, quotas, numbers and expected waits."""

from datetime import timedelta

import pytest

from app.domain.line import (
    Line,
    check_live_tickets,
    check_quota,
    expected_wait,
    in_order,
    is_callable,
    next_for,
    number_text,
)
from app.domain.policy import Policy
from app.domain.ticket_table import TicketState
from tests.domain.make import (
    CLERK,
    COUNTER,
    LINE,
    NINE,
    OTHER_CLERK,
    OTHER_COUNTER,
    OTHER_LINE,
    at,
    counter,
    minutes,
    ticket,
    ticket_in,
)
from tests.refusals import refused


def test_the_earliest_place_is_next_and_ties_go_by_number() -> None:
    late, second, first = ticket("A003", line_at=at(1)), ticket("A002"), ticket("A001")
    assert in_order(counter(), [late, second, first], NINE) == [first, second, late]
    assert next_for(counter(), [late, second, first], NINE) == first


def test_nobody_waiting_is_nobody_next() -> None:
    assert next_for(counter(), [ticket_in(TicketState.SERVING)], NINE) is None


def test_a_preference_moves_a_line_ahead_by_its_minutes_only() -> None:
    both = counter(lines={LINE: timedelta(), OTHER_LINE: minutes(5)})
    favoured = ticket("B001", line=OTHER_LINE, line_at=at(5))
    assert next_for(both, [ticket("B002", line_at=NINE), favoured], at(9)) == favoured
    assert next_for(both, [ticket("A001", line_at=at(-0.1)), favoured], at(9)).number == "A001"


def test_only_waiting_tickets_of_its_lines_are_callable() -> None:
    assert is_callable(ticket(), counter(), NINE)
    assert not is_callable(ticket(line=OTHER_LINE), counter(), NINE)
    assert not any(
        is_callable(ticket_in(s), counter(), NINE) for s in TicketState if s is not TicketState.WAITING
    )


def test_a_released_ticket_is_skipped_here_until_its_time() -> None:
    freed = ticket(skip_counter=COUNTER, skip_until=at(2))
    assert not is_callable(freed, counter(), at(1.99))
    assert is_callable(freed, counter(), at(2))
    assert is_callable(freed, counter(id=OTHER_COUNTER), at(1))


def test_a_pinned_ticket_is_for_its_counter_or_person_alone() -> None:
    elsewhere = counter(id=OTHER_COUNTER, clerk=OTHER_CLERK, lines={})
    pinned = ticket(pinned_counter=OTHER_COUNTER)
    assert is_callable(pinned, elsewhere, NINE)
    assert not is_callable(pinned, counter(), NINE)
    personal = ticket(pinned_clerk=CLERK, line=OTHER_LINE)
    assert is_callable(personal, counter(), NINE)
    assert not is_callable(personal, elsewhere, NINE)


def test_numbers_have_at_least_three_digits() -> None:
    assert [number_text("A", n) for n in (1, 23, 1000)] == ["A001", "A023", "A1000"]


def test_quota_and_live_tickets() -> None:
    line = Line(LINE, "A", "不动产", None, daily_quota=50)
    check_quota(line, 50)
    with refused("line.rule.quota", quota=50):
        check_quota(line, 51)
    check_live_tickets(1, line, Policy())
    with refused("line.rule.live_tickets", limit=2):
        check_live_tickets(2, line, Policy())


@pytest.mark.parametrize(
    ("ahead", "open_counters", "wait"),
    [(8, 3, (20, 40)), (0, 1, (0, 5)), (1, 1, (5, 15)), (4, 0, None)],
)
def test_expected_wait_is_a_range_of_fives(
    ahead: int, open_counters: int, wait: tuple[int, int] | None
) -> None:
    assert expected_wait(ahead, open_counters, minutes(10)) == wait
