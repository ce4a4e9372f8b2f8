"""The five ones (五个一), each measured from what happened, never from what was promised.

What counts is said here, once; ``db.reads.five_ones`` counts it in the database. Errands belong to the business day
of their ticket, cases to the day of their decision, told cases to the day of their first notice. Consultations, test
tickets and errands that never finished count nowhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.domain.calendar import WorkingDays
from app.domain.errand import Outcome


class Figure(StrEnum):
    """The five figures; 一网通办 has two. Their words and definitions are texts of these codes."""

    ONE_PLACE = "one_place"  # 只跑一处: of the finished errands, those done at one counter
    ONE_TRIP = "one_trip"  # 只跑一次: of the decided cases, those with at most one ticket
    ONE_DAY = "one_day"  # 一天办结: of the decided cases, those decided by the working day after acceptance
    TOLD_ONCE = (
        "told_once"  # 一次性告知: of the told cases, those of which no later notice names anything new
    )
    ONLINE = "online"  # 一网通办: of all errands, those whose item can be done online
    SENT_ONLINE = "sent_online"  # … and of those, what the guide desk sent online instead of giving a number


class Grouping(StrEnum):
    """By what the figures are parted."""

    HALL = "hall"
    DEPARTMENT = "department"
    ITEM = "item"
    COUNTER = "counter"
    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"


OVER_TIME = (Grouping.DAY, Grouping.MONTH, Grouping.QUARTER)
"""Parts that follow each other; the others stand beside each other."""

FINISHED = frozenset(
    {
        Outcome.COMPLETED,
        Outcome.ACCEPTED,
        Outcome.NOTIFIED,
        Outcome.REFUSED,
        Outcome.COLLECTED,
        Outcome.EXCEPTION,
    }
)
"""The errand was done with. A consultation, a wrong item and a person who left are no errand that finished."""

WANTED = FINISHED | {Outcome.SENT_ONLINE}
"""The errand was one that could have been done online: also what a counter sent there."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many of how many. Of none there is no share: not known is not zero."""

    numerator: int = 0
    denominator: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.numerator <= self.denominator:
            raise ValueError(f"{self.numerator} of {self.denominator}")

    @property
    def share(self) -> float | None:
        """Between 0 and 1; None of nothing."""
        return self.numerator / self.denominator if self.denominator else None


Figures = Mapping[Figure, Ratio]
"""All six; a figure of which nothing happened is 0 of 0."""


@dataclass(frozen=True, slots=True)
class Span:
    """Business days from ``first`` to ``last``, both counted."""

    first: date
    last: date

    def days(self) -> list[date]:
        """Every day of it; none when it ends before it begins."""
        return [self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)]


def period_of(day: date, by: Grouping) -> str:
    """The key of the day, month or quarter that a day belongs to."""
    match by:
        case Grouping.MONTH:
            return f"{day.year}-{day.month:02d}"
        case Grouping.QUARTER:
            return f"{day.year}-Q{(day.month + 2) // 3}"
        case _:
            return day.isoformat()


def periods(span: Span, by: Grouping) -> tuple[str, ...]:
    """The keys of all days, months or quarters of a span, those in which nothing happened too."""
    return tuple(dict.fromkeys(period_of(day, by) for day in span.days()))


def earliest_acceptance(decided: date, calendar: WorkingDays) -> date:
    """The earliest day of acceptance with which a decision of that day is in time: the last working day before it."""
    day = decided - timedelta(days=1)
    while not calendar.is_working_day(day):
        day -= timedelta(days=1)
    return day
