"""How far a station's clock is off, and how sure one can be of it."""

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.clock import ClockGap

ASKED = datetime(2026, 3, 18, 1, 24, tzinfo=UTC)


def gap(off: float, round_trip: float = 0.0) -> ClockGap:
    return ClockGap(timedelta(seconds=off), timedelta(seconds=round_trip))


def test_the_way_there_and_back_is_taken_out() -> None:
    took = timedelta(seconds=3)
    assert ClockGap.measured(ASKED, ASKED + timedelta(seconds=6.5), took) == gap(5, 3)


@pytest.mark.parametrize(
    ("seconds", "too_large"), [(0.2, False), (2, False), (2.1, True), (-2, False), (-2.1, True)]
)
def test_two_seconds_are_tolerated_either_way(seconds: float, too_large: bool) -> None:
    assert gap(seconds).is_too_large is too_large


@pytest.mark.parametrize(
    ("told", "measured", "news"),
    [
        (gap(0), gap(0.05), False),
        (gap(0), gap(0.3), True),
        (gap(0), gap(0.5, 1.0), False),  # a slow answer says no more than the quick one before
        (gap(0.5, 1.0), gap(0), True),  # a quick one puts a slow one right
        (gap(0), gap(-5, 1.0), True),
    ],
)
def test_only_another_gap_is_news(told: ClockGap, measured: ClockGap, news: bool) -> None:
    assert measured.is_news_after(told) is news
