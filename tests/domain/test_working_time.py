"""Limits with fractions of a day, through a hall's opening hours."""

from datetime import date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from app.adapters.working_days import PublishedWorkingDays
from app.domain.calendar import Due
from app.domain.hall import ALWAYS_OPEN, OpenPeriod
from app.domain.working_time import WorkingTime

ZONE = ZoneInfo("Asia/Shanghai")
WEEKDAYS = (0, 1, 2, 3, 4)
OFFICE_HOURS = (
    OpenPeriod(WEEKDAYS, time(13, 30), time(17)),
    OpenPeriod(WEEKDAYS, time(8, 30), time(12)),
)
OFFICE = WorkingTime(PublishedWorkingDays(), ZONE, OFFICE_HOURS)
ALWAYS = WorkingTime(PublishedWorkingDays(), ZONE, ALWAYS_OPEN)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        # One hour, within a stretch, over lunch, over the night, over a weekend and over the Spring Festival.
        ("2026-03-18T09:00", "0.125", "2026-03-18T10:00"),
        ("2026-03-18T11:40", "0.125", "2026-03-18T14:10"),
        ("2026-03-18T16:20", "0.125", "2026-03-19T08:50"),
        ("2026-03-20T16:20", "0.125", "2026-03-23T08:50"),
        ("2026-02-14T16:40", "0.125", "2026-02-24T09:10"),
        # Over New Year: a single day off, and three with a Sunday that is worked.
        ("2024-12-31T16:20", "0.125", "2025-01-02T08:50"),
        ("2025-12-31T16:20", "0.125", "2026-01-04T08:50"),
        # Before the doors open, and half a day.
        ("2026-03-18T07:00", "0.125", "2026-03-18T09:30"),
        ("2026-03-18T08:30", "0.5", "2026-03-18T14:00"),
        # A make-up Saturday has hours, though the hall's week does not know it.
        ("2026-05-08T16:30", "0.125", "2026-05-09T09:00"),
        # A day and a half: the half begins with the doors of the day after the whole one.
        ("2026-03-18T15:00", "1.5", "2026-03-20T14:00"),
    ],
)
def test_a_fraction_runs_through_opening_hours(start: str, days: str, end: str) -> None:
    due = OFFICE.due(at(start), Decimal(days))
    assert due == Due(at(end).date(), False, at(end))


def test_whole_days_end_with_their_day() -> None:
    assert OFFICE.due(at("2026-03-18T09:00"), Decimal(2)) == Due(date(2026, 3, 20))
    assert OFFICE.due(at("2026-03-18T09:00"), Decimal(0)) == Due(date(2026, 3, 18))


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        # 2024: 1 January off, the weekend before it too.
        ("2023-12-29", 3, "2024-01-04"),
        # 2025: 1 January off, a Wednesday.
        ("2024-12-27", 5, "2025-01-06"),
        ("2024-12-31", 1, "2025-01-02"),
        ("2024-12-20", 20, "2025-01-20"),
        # 2026: 1 to 3 January off, Sunday the 4th worked.
        ("2025-12-26", 5, "2026-01-05"),
        ("2025-12-31", 1, "2026-01-04"),
        ("2025-12-19", 20, "2026-01-19"),
    ],
)
def test_a_limit_over_a_published_new_year_is_certain(start: str, days: int, end: str) -> None:
    assert OFFICE.due(at(f"{start}T09:00"), Decimal(days)) == Due(date.fromisoformat(end))


def test_the_first_day_may_count() -> None:
    generous = WorkingTime(PublishedWorkingDays(), ZONE, OFFICE_HOURS, first_day_counts=True)
    assert generous.due(at("2026-03-18T09:00"), Decimal(2)) == Due(date(2026, 3, 19))


def test_a_hall_that_never_closes_counts_the_clock_around() -> None:
    assert ALWAYS.due(at("2026-03-18T23:30"), Decimal("0.125")).at == at("2026-03-19T00:30")


def test_a_hall_without_hours_is_given_the_whole_next_day() -> None:
    unknown = WorkingTime(PublishedWorkingDays(), ZONE, ())
    assert unknown.due(at("2026-03-18T09:00"), Decimal("0.125")) == Due(date(2026, 3, 19))


def test_a_limit_over_new_year_is_provisional() -> None:
    assert OFFICE.due(at("2098-12-31T16:30"), Decimal("0.125")).provisional
    assert not OFFICE.due(at("2025-12-31T16:30"), Decimal("0.125")).provisional
