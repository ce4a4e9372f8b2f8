"""The days on which rules act on a limit that nobody else watches: one warns of it, one tells that it is over."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.exception_terms import Terms


@dataclass(frozen=True, slots=True)
class Alarm:
    """The days that are to come; None where a rule did it already, or has nothing to do."""

    warn_on: date | None = None
    late_on: date | None = None

    def come(self, today: date) -> Iterator[tuple[date, bool]]:
        """The days that have come, in order, and whether it is the one on which the limit is over."""
        for day, is_late in ((self.warn_on, False), (self.late_on, True)):
            if day is not None and day <= today:
                yield day, is_late

    def after(self, today: date) -> "Alarm":
        """What is still to come."""
        warn_on, late_on = (day if day and day > today else None for day in (self.warn_on, self.late_on))
        return Alarm(warn_on, late_on)


SILENT = Alarm()
"""Nothing is owed."""


def alarm_of(due: date, terms: Terms) -> Alarm:
    """The days of a limit that begins today, or runs on from before."""
    return Alarm(terms.warn_on(due, terms.today), due + timedelta(days=1))
