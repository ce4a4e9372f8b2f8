"""Limits in working days, by an arrangement made up for the purpose."""

from datetime import date, timedelta

import pytest

from app.domain.calendar import (
    Due,
    OfficeCalendar,
    YearArrangement,
    add_working_days,
    working_days_between,
)
from app.domain.case import case_number
from tests.refusals import refused


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


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (date(2026, 3, 16), 1, date(2026, 3, 16)),
        (date(2026, 3, 16), 3, date(2026, 3, 19)),
        (date(2026, 3, 14), 1, date(2026, 3, 16)),
        (date(2026, 3, 16), 0, date(2026, 3, 16)),
    ],
)
def test_a_hall_may_let_the_first_day_count(start: date, days: int, end: date) -> None:
    assert add_working_days(start, days, Weekdays(), first_day_counts=True) == Due(end)


def test_counting_and_adding_agree() -> None:
    start = date(2026, 3, 1)
    for days in range(30):
        end = add_working_days(start, days, Weekdays()).day
        assert working_days_between(start, end, Weekdays()) == days
    assert working_days_between(end, start, Weekdays()) == 0


def test_the_office_can_enter_a_year_that_is_not_published() -> None:
    entered = YearArrangement(
        2027, frozenset({date(2027, 1, 1)}), frozenset({date(2027, 1, 3)}), "国办发〔2026〕9号"
    )
    entered.must_be_sound()
    calendar = OfficeCalendar.of(Weekdays(), [entered])
    assert calendar.is_published(2027)
    assert not calendar.is_published(2028)
    assert add_working_days(date(2026, 12, 31), 2, calendar) == Due(date(2027, 1, 4))
    assert add_working_days(date(2026, 3, 16), 2, calendar) == Due(date(2026, 3, 19))


@pytest.mark.parametrize(
    ("off", "worked", "code"),
    [
        ({date(2026, 12, 31)}, set(), "calendar.rule.other_year"),
        ({date(2027, 1, 2)}, set(), "calendar.rule.as_it_is"),
        (set(), {date(2027, 1, 4)}, "calendar.rule.as_it_is"),
    ],
)
def test_an_arrangement_says_only_what_differs(off: set[date], worked: set[date], code: str) -> None:
    with refused(code):
        YearArrangement(2027, frozenset(off), frozenset(worked)).must_be_sound()


def test_case_numbers() -> None:
    assert case_number("IT008", 2026, 41) == "IT008-2026-00041"


def test_adding_is_monotone() -> None:
    ends = [add_working_days(date(2026, 3, 1), n, Weekdays()).day for n in range(30)]
    assert ends == sorted(set(ends))
    assert ends[-1] - ends[0] > timedelta(days=29)
