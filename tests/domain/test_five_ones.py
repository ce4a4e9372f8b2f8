"""What counts in the five ones."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.adapters.working_days import PublishedWorkingDays
from app.domain.errand import Outcome
from app.domain.five_ones import (
    FINISHED,
    WANTED,
    Grouping,
    Ratio,
    Span,
    earliest_acceptance,
    periods,
)
from tests.domain.one_day import is_one_day

CALENDAR = PublishedWorkingDays()


@pytest.mark.parametrize(
    ("accepted", "decided", "counts"),
    [
        (date(2026, 3, 18), date(2026, 3, 18), True),
        (date(2026, 3, 18), date(2026, 3, 19), True),
        (date(2026, 3, 18), date(2026, 3, 20), False),
        # Friday, and the Monday after it.
        (date(2026, 3, 20), date(2026, 3, 23), True),
        (date(2026, 3, 20), date(2026, 3, 24), False),
        # On a Saturday nobody has to work: the Friday was the next working day, and it is over.
        (date(2026, 3, 19), date(2026, 3, 21), False),
        # The Saturday before the Spring Festival is worked, the nine days after it are not.
        (date(2026, 2, 13), date(2026, 2, 14), True),
        (date(2026, 2, 13), date(2026, 2, 24), False),
        (date(2026, 2, 14), date(2026, 2, 24), True),
    ],
)
def test_decided_by_the_next_working_day(accepted: date, decided: date, counts: bool) -> None:
    assert is_one_day(accepted, decided, CALENDAR) is counts


@given(st.dates(date(2024, 1, 1), date(2026, 12, 31)), st.integers(0, 20))
def test_the_earliest_acceptance_says_the_same(accepted: date, later: int) -> None:
    decided = accepted + timedelta(days=later)
    assert is_one_day(accepted, decided, CALENDAR) is (accepted >= earliest_acceptance(decided, CALENDAR))


def test_of_nothing_there_is_no_share() -> None:
    assert (Ratio().share, Ratio(0, 4).share, Ratio(3, 4).share) == (None, 0.0, 0.75)
    for wrong in ((5, 4), (-1, 4)):
        with pytest.raises(ValueError, match="of 4"):
            Ratio(*wrong)


def test_what_never_finished_and_consultations_count_nowhere() -> None:
    assert set(Outcome) - WANTED == {Outcome.CONSULTED, Outcome.WRONG_ITEM, Outcome.LEFT}
    assert {Outcome.SENT_ONLINE} == WANTED - FINISHED


def test_days_of_a_span() -> None:
    assert Span(date(2026, 2, 27), date(2026, 3, 1)).days() == [
        date(2026, 2, 27),
        date(2026, 2, 28),
        date(2026, 3, 1),
    ]
    assert Span(date(2026, 3, 2), date(2026, 3, 1)).days() == []


@pytest.mark.parametrize(
    ("by", "keys"),
    [
        (Grouping.DAY, ("2025-12-30", "2025-12-31", "2026-01-01")),
        (Grouping.MONTH, ("2025-12", "2026-01")),
        (Grouping.QUARTER, ("2025-Q4", "2026-Q1")),
    ],
)
def test_periods_of_a_span_follow_each_other(by: Grouping, keys: tuple[str, ...]) -> None:
    assert periods(Span(date(2025, 12, 30), date(2026, 1, 1)), by) == keys
