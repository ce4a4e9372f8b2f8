"""What is counted of exception cases (台账统计), said here once; ``db.reads.exception_figures`` counts it.

A case belongs to the day of its registration and to the department that has it, before it is assigned to the
supervision office. Past cases that a file brought in count nowhere: nobody knows when they happened here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.five_ones import Ratio


class ExceptionGrouping(StrEnum):
    """By what the figures are parted."""

    HALL = "hall"
    CATEGORY = "category"
    DEPARTMENT = "department"
    ITEM = "item"
    MONTH = "month"


class ExceptionFigure(StrEnum):
    """The figures. Their words and definitions are texts of these codes."""

    REGISTERED = "registered"
    ANSWERED = "answered"  # and in how many working days: the middle one, and that of nine in ten
    OPEN = "open"  # not on file yet
    OVERDUE = "overdue"  # answered after the day it was due, or not answered and that day has passed
    REOPENED = "reopened"  # opened again after it was on file
    SATISFIED = "satisfied"  # of those that were asked, by what was said last


NAMED = 3
"""How many units are named, at the most."""


@dataclass(frozen=True, slots=True)
class ExceptionFigures:
    """The figures of a part. ``median_days`` and ``p90_days`` are working days to the first answer; None of none."""

    registered: int = 0
    answered: int = 0
    median_days: float | None = None
    p90_days: int | None = None
    open: int = 0
    overdue: int = 0
    reopened: int = 0
    asked: int = 0
    satisfied: int = 0

    def ratio(self, figure: ExceptionFigure) -> Ratio:
        """How many of how many."""
        if figure is ExceptionFigure.SATISFIED:
            return Ratio(self.satisfied, self.asked)
        counted = {
            ExceptionFigure.ANSWERED: self.answered,
            ExceptionFigure.OPEN: self.open,
            ExceptionFigure.OVERDUE: self.overdue,
            ExceptionFigure.REOPENED: self.reopened,
        }
        return Ratio(counted.get(figure, self.registered), self.registered)


def worst_first(parts: Mapping[str, ExceptionFigures]) -> tuple[str, ...]:
    """The keys of those that have anything overdue: the most of it first, of equally many the larger share."""
    late = [key for key, figures in parts.items() if figures.overdue]
    return tuple(sorted(late, key=lambda key: (-parts[key].overdue, parts[key].registered, key))[:NAMED])


def best_first(parts: Mapping[str, ExceptionFigures]) -> tuple[str, ...]:
    """The keys of those that answered and have nothing overdue: the quickest first, of equally quick who had more."""
    good = [key for key, figures in parts.items() if figures.answered and not figures.overdue]
    return tuple(
        sorted(good, key=lambda key: (parts[key].median_days or 0.0, -parts[key].answered, key))[:NAMED]
    )
