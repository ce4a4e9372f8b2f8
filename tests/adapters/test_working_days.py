"""The State Council's arrangements, and years that have none yet."""

from datetime import date, timedelta

import pytest

from app.adapters.working_days import PublishedWorkingDays
from app.domain.calendar import Due, add_working_days

DAYS = PublishedWorkingDays()


def span(first: str, last: str) -> set[date]:
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    return {begin + timedelta(days=n) for n in range((end - begin).days + 1)}


# The arrangements as published: 国办发明电〔2023〕7号, 〔2024〕12号, 〔2025〕7号.
FREE = {
    2024: span("2024-01-01", "2024-01-01") | span("2024-02-10", "2024-02-17") | span("2024-04-04", "2024-04-06")
    | span("2024-05-01", "2024-05-05") | span("2024-06-10", "2024-06-10") | span("2024-09-15", "2024-09-17")
    | span("2024-10-01", "2024-10-07"),
    2025: span("2025-01-01", "2025-01-01") | span("2025-01-28", "2025-02-04") | span("2025-04-04", "2025-04-06")
    | span("2025-05-01", "2025-05-05") | span("2025-05-31", "2025-06-02") | span("2025-10-01", "2025-10-08"),
    2026: span("2026-01-01", "2026-01-03") | span("2026-02-15", "2026-02-23") | span("2026-04-04", "2026-04-06")
    | span("2026-05-01", "2026-05-05") | span("2026-06-19", "2026-06-21") | span("2026-09-25", "2026-09-27")
    | span("2026-10-01", "2026-10-07"),
}  # fmt: skip
MADE_UP = {
    2024: {"02-04", "02-18", "04-07", "04-28", "05-11", "09-14", "09-29", "10-12"},
    2025: {"01-26", "02-08", "04-27", "09-28", "10-11"},
    2026: {"01-04", "02-14", "02-28", "05-09", "09-20", "10-10"},
}


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_every_day_of_the_year_is_as_arranged(year: int) -> None:
    worked_weekends = {date.fromisoformat(f"{year}-{day}") for day in MADE_UP[year]}
    for day in sorted(span(f"{year}-01-01", f"{year}-12-31")):
        expected = day in worked_weekends or (day.weekday() < 5 and day not in FREE[year])
        assert DAYS.is_working_day(day) is expected, day
    assert DAYS.is_published(year)


def test_a_year_not_yet_published_has_free_weekends_only() -> None:
    assert not DAYS.is_published(2099)
    week = sorted(span("2099-10-05", "2099-10-11"))
    assert [DAYS.is_working_day(day) for day in week] == [True] * 5 + [False] * 2


def test_limits_over_holidays_and_make_up_days() -> None:
    assert add_working_days(date(2026, 2, 13), 2, DAYS) == Due(date(2026, 2, 24))
    assert add_working_days(date(2026, 9, 30), 3, DAYS) == Due(date(2026, 10, 10))
    assert add_working_days(date(2098, 12, 30), 3, DAYS).provisional
