"""Limits with fractions of a day: fractions are of opening hours, 0.125 of a day is one hour."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from app.domain.calendar import Due, WorkingDays, add_working_days, reaches_unpublished
from app.domain.hall import Hall, OpenPeriod

HOURS_A_DAY = 8
"""A working day of a promise has eight hours: the published pages write one hour as 0.125 (days)."""

_LONGEST_GAP = 60
"""Days without any opening after which the hall's hours are taken as unknown; no holiday is that long."""


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """The hall's time: its working days and its opening hours."""

    calendar: WorkingDays
    zone: ZoneInfo
    opening_hours: tuple[OpenPeriod, ...]
    first_day_counts: bool = False

    @classmethod
    def of(cls, hall: Hall, calendar: WorkingDays) -> "WorkingTime":
        """The time of a hall, by its settings."""
        return cls(calendar, hall.zone, hall.opening_hours, hall.policy.limits_start_after_days == 0)

    def today(self, now: datetime) -> date:
        """The business day (办公日)."""
        return now.astimezone(self.zone).date()

    def start_of(self, day: date) -> datetime:
        """The first instant of a day."""
        return self._at(day, time())

    def days_from(self, start: date, days: int) -> Due:
        """The last day of a limit in whole working days."""
        return add_working_days(start, days, self.calendar, first_day_counts=self.first_day_counts)

    def due(self, start: datetime, days: Decimal) -> Due:
        """The end of a limit of ``days`` working days, which may have a fraction.

        Less than a day runs on from ``start`` through opening hours; the fraction of a longer one begins with the
        opening of the day after its whole days.
        """
        whole = int(days)
        hours = timedelta(hours=float((days - whole) * HOURS_A_DAY))
        last = self.days_from(self.today(start), whole)
        if not hours:
            return last
        end = self._after(start if whole == 0 else self._end_of(last.day), hours)
        if end is None:
            return self.days_from(self.today(start), whole + 1)
        day = self.today(end)
        return Due(day, reaches_unpublished(self.today(start), day, self.calendar), end)

    def _after(self, start: datetime, left: timedelta) -> datetime | None:
        """The instant at which so much opening time has passed since ``start``; None when the hall never opens."""
        for opens, closes in self._openings(self.today(start)):
            begin = max(opens, start)
            if closes <= begin:
                continue
            if begin + left <= closes:
                return begin + left
            left -= closes - begin
        return None

    def _openings(self, first: date) -> Iterator[tuple[datetime, datetime]]:
        """The stretches in which the hall is open on working days, until none comes for long."""
        day, last = first, first
        while (day - last).days <= _LONGEST_GAP:
            for period in self._hours_of(day) if self.calendar.is_working_day(day) else ():
                last = day
                yield self._at(day, period.opens), self._closing(day, period)
            day += timedelta(days=1)

    def _hours_of(self, day: date) -> list[OpenPeriod]:
        """The day's opening hours; a make-up weekend that the hall's week does not know is worked like a Monday."""
        found = [p for p in self.opening_hours if day.weekday() in p.weekdays]
        usual = min((weekday for p in self.opening_hours for weekday in p.weekdays), default=None)
        found = found or [p for p in self.opening_hours if usual in p.weekdays]
        return sorted(found, key=lambda period: period.opens)

    def _closing(self, day: date, period: OpenPeriod) -> datetime:
        return self._end_of(day) if period.closes == time() else self._at(day, period.closes)

    def _end_of(self, day: date) -> datetime:
        return self._at(day + timedelta(days=1), time())

    def _at(self, day: date, clock: time) -> datetime:
        return datetime.combine(day, clock, self.zone)
