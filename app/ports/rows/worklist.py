"""What a desk owes, counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.case_parts import WatchKind
from app.domain.follow_up_table import FollowUpAction
from app.domain.worklist import Urgency


@dataclass(frozen=True, slots=True)
class OwedRow:
    """How many open cases wait for the same thing with the same urgency."""

    watch: WatchKind
    urgency: Urgency
    count: int


@dataclass(frozen=True, slots=True)
class OwedFollowUps:
    """How many follow-ups of bad ratings wait for the same step with the same urgency."""

    step: FollowUpAction
    urgency: Urgency
    count: int


@dataclass(frozen=True, slots=True)
class Owed:
    """What waits on a day; ``last_soon`` is the last day that counts as near. ``rows`` are of open cases."""

    day: date
    last_soon: date
    rows: Sequence[OwedRow]
    follow_ups: Sequence[OwedFollowUps] = ()

    def count(self, *urgencies: Urgency) -> int:
        """How many cases are that urgent."""
        return sum(row.count for row in self.rows if row.urgency in urgencies)

    def bad_ratings(self, *urgencies: Urgency) -> int:
        """How many follow-ups of bad ratings are that urgent."""
        return sum(row.count for row in self.follow_ups if row.urgency in urgencies)
