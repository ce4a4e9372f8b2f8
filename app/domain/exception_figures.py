"""What is counted of exception cases (台账统计), said here once; ``db.reads.exception_figures`` counts it.

A case belongs to the day of its registration. What happened counts by its story, whatever came afterwards, for the unit
that had the case then: the supervision office while nobody was given it. So a case may count for several units, and
counts among those registered of each. Past cases that a file brought in count nowhere: nobody knows when they happened
here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.exception_story import Taken
from app.domain.exception_table import ExceptionAction
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
    ANSWERED = "answered"  # first by this unit; in how many working days: the middle one, that of nine in ten
    OPEN = "open"  # not on file yet, and with this unit now
    OVERDUE = "overdue"  # the day by which an answer was due passed while this unit had it
    REOPENED = "reopened"  # opened again after it was on file
    SATISFIED = "satisfied"  # of all follow-ups of answers, one for each round


BESIDE_THE_UNIT = frozenset({ExceptionAction.JOIN, ExceptionAction.PART, ExceptionAction.RELEASE})
"""Steps that name another department than the one that has the case."""

NAMED = 3
"""How many units are named, at the most."""


def said_last(steps: Sequence[Taken], now: bool | None) -> bool | None:
    """What the person said at the last follow-up; None where there was none. ``now`` is what holds of the case."""
    for step in reversed(steps):
        match step.action:
            case ExceptionAction.REWORK:
                return False
            case ExceptionAction.FOLLOW_UP:
                return now if now is not None else True
    return now


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
