"""Working days: the unit of every statutory limit (行政许可法 art. 82)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Protocol

from app.domain.errors import RuleBroken

SATURDAY = 5


class WorkingDays(Protocol):
    """Which days are worked, by the State Council's yearly arrangement."""

    def is_working_day(self, day: date) -> bool:
        """Whether the day is worked, make-up weekends included."""

    def is_published(self, year: int) -> bool:
        """Whether the arrangement of that year is known; if not, weekends alone are taken as free."""


@dataclass(frozen=True, slots=True)
class Due:
    """The last day of a limit; ``provisional`` (预计) when it reaches into a year not yet published.

    ``at`` is the instant at which a limit of hours ends; None for one that ends with its day.
    """

    day: date
    provisional: bool = False
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class YearArrangement:
    """A year's arrangement as the office entered it: weekdays that are off and weekend days that are worked.

    ``source`` names the document (文号).
    """

    year: int
    off: frozenset[date]
    worked: frozenset[date]
    source: str = ""

    def must_be_sound(self) -> None:
        """Refuse days of another year, days that are what they are anyway, and days that are both.

        Raises:
            RuleBroken: naming the first such day.
        """
        for day in sorted(self.off | self.worked):
            if day.year != self.year:
                raise RuleBroken("calendar.rule.other_year", day=day, year=self.year)
            if is_weekend(day) is (day in self.off) or day in self.off & self.worked:
                raise RuleBroken("calendar.rule.as_it_is", day=day)

    def is_working_day(self, day: date) -> bool:
        """Whether the day of this year is worked."""
        return day in self.worked or (not is_weekend(day) and day not in self.off)


@dataclass(frozen=True, slots=True)
class OfficeCalendar:
    """The published arrangements, and the office's own table: what the office entered goes before."""

    published: WorkingDays
    entered: Mapping[int, YearArrangement] = field(default_factory=dict)

    @classmethod
    def of(cls, published: WorkingDays, entered: Iterable[YearArrangement]) -> "OfficeCalendar":
        """A calendar with these years entered by the office."""
        return cls(published, {arrangement.year: arrangement for arrangement in entered})

    def is_working_day(self, day: date) -> bool:
        """Whether the day is worked."""
        arrangement = self.entered.get(day.year)
        return arrangement.is_working_day(day) if arrangement else self.published.is_working_day(day)

    def is_published(self, year: int) -> bool:
        """Whether the year is known, from either source."""
        return year in self.entered or self.published.is_published(year)


def is_weekend(day: date) -> bool:
    """Saturday or Sunday, whether worked or not."""
    return day.weekday() >= SATURDAY


def add_working_days(start: date, days: int, calendar: WorkingDays, *, first_day_counts: bool = False) -> Due:
    """The last day of a limit of ``days`` working days that starts to count on the next working day.

    Zero days end on the day itself. Where the hall lets the first day count, a limit that starts on a working
    day ends one day earlier.
    """
    day, left = start, days
    if first_day_counts and left > 0 and calendar.is_working_day(start):
        left -= 1
    while left > 0:
        day += timedelta(days=1)
        left -= calendar.is_working_day(day)
    return Due(day, reaches_unpublished(start, day, calendar))


def must_be_working_day(day: date, calendar: WorkingDays) -> None:
    """Refuse a last day on which nobody works.

    Raises:
        RuleBroken: naming the working day before it.
    """
    before = day
    while not calendar.is_working_day(before):
        before -= timedelta(days=1)
    if before != day:
        raise RuleBroken("calendar.rule.day_off", day=day, before=before)


def day_of_warning(due: date, days: int, since: date, calendar: WorkingDays) -> date | None:
    """The day ``days`` working days before ``due``; None where it is no later than ``since``: then everybody knows."""
    day, left = due, days
    while left > 0 and day > since:
        day -= timedelta(days=1)
        left -= calendar.is_working_day(day)
    return day if day > since else None


def working_days_between(start: date, end: date, calendar: WorkingDays) -> int:
    """How many working days follow ``start`` up to and with ``end``; 0 when ``end`` is not later."""
    return sum(calendar.is_working_day(start + timedelta(days=n)) for n in range(1, (end - start).days + 1))


def reaches_unpublished(start: date, end: date, calendar: WorkingDays) -> bool:
    """Whether a stretch touches a year whose arrangement is not known yet."""
    return any(not calendar.is_published(year) for year in range(start.year, end.year + 1))
