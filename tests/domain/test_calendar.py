"""Limits in working days, by an arrangement made up for the purpose."""

from datetime import date, timedelta

import pytest

from app.domain.calendar import Due, add_working_days
from app.domain.case import case_number, last_day_to_tell


class Weekdays:
    """Monday to Friday, but for one holiday and one make-up Saturday; known up to 2026."""

    def is_working_day(self, day: date) -> bool:
        if day in (date(2026, 3, 18), date(2026, 3, 21)):
            return day == date(2026, 3, 21)
        return day.weekday() < 5

    def is_published(self, year: int) -> bool:
        return year <= 2026


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (date(2026, 3, 16), 0, date(2026, 3, 16)),
        (date(2026, 3, 14), 0, date(2026, 3, 14)),
        (date(2026, 3, 16), 1, date(2026, 3, 17)),
        (date(2026, 3, 16), 2, date(2026, 3, 19)),
        (date(2026, 3, 16), 4, date(2026, 3, 21)),
        (date(2026, 3, 14), 1, date(2026, 3, 16)),
        (date(2026, 3, 20), 2, date(2026, 3, 23)),
    ],
)
def test_counting_starts_on_the_next_working_day(start: date, days: int, end: date) -> None:
    assert add_working_days(start, days, Weekdays()) == Due(end)


def test_a_limit_into_an_unpublished_year_is_provisional() -> None:
    assert add_working_days(date(2026, 12, 30), 1, Weekdays()) == Due(date(2026, 12, 31))
    assert add_working_days(date(2026, 12, 31), 1, Weekdays()) == Due(date(2027, 1, 1), provisional=True)


def test_everything_is_told_within_five_working_days() -> None:
    assert last_day_to_tell(date(2026, 3, 9), Weekdays()) == Due(date(2026, 3, 16))


def test_case_numbers() -> None:
    assert case_number("IT008", 2026, 41) == "IT008-2026-00041"


def test_adding_is_monotone() -> None:
    ends = [add_working_days(date(2026, 3, 1), n, Weekdays()).day for n in range(30)]
    assert ends == sorted(set(ends))
    assert ends[-1] - ends[0] > timedelta(days=29)
