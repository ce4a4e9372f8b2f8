"""Working days: the unit of every statutory limit (行政许可法 art. 82)."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol


class WorkingDays(Protocol):
    """Which days are worked, by the State Council's yearly arrangement."""

    def is_working_day(self, day: date) -> bool:
        """Whether the day is worked, make-up weekends included."""

    def is_published(self, year: int) -> bool:
        """Whether the arrangement of that year is known; if not, weekends alone are taken as free."""


@dataclass(frozen=True, slots=True)
class Due:
    """The last day of a limit; ``provisional`` (预计) when it reaches into a year not yet published."""

    day: date
    provisional: bool = False


def add_working_days(start: date, days: int, calendar: WorkingDays) -> Due:
    """The last day of a limit of ``days`` working days that starts to count on the next working day.

    Zero days end on the day itself.
    """
    day, left = start, days
    while left > 0:
        day += timedelta(days=1)
        left -= calendar.is_working_day(day)
    provisional = any(not calendar.is_published(year) for year in range(start.year, day.year + 1))
    return Due(day, provisional)
