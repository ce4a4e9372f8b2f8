"""Ratings, their figures, and the follow-ups of bad ones."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.calendar import Due
from app.domain.five_ones import Ratio, Span
from app.domain.follow_up_table import AppealState, FollowUpAction, FollowUpState
from app.domain.rating import RatingLevel, RatingSource
from app.domain.rating_figures import RatingFigure


@dataclass(frozen=True, slots=True)
class RatingRow:
    """A rating with what it was about. ``follow_up`` is the number of what it opened, when it was bad."""

    id: UUID
    day: date
    given_at: datetime
    ticket: str
    served_on: date
    item: str
    item_name: str
    department: str
    counter: int
    clerk: str
    clerk_name: str
    level: RatingLevel
    source: RatingSource
    comment: str
    follow_up: str | None
    set_aside: bool


@dataclass(frozen=True, slots=True)
class GivenRating:
    """What became of giving a rating. ``follow_up`` is the number of what it opened, when it was bad."""

    id: UUID
    ticket: str
    served_on: date
    item: str
    level: RatingLevel
    source: RatingSource
    follow_up: str | None


@dataclass(frozen=True, slots=True)
class ImportedRatings:
    """How many ratings came in, and how many of them were bad."""

    ratings: int
    follow_ups: int


@dataclass(frozen=True, slots=True)
class ToRate:
    """What a tablet asks about: the errand that was finished at its counter just now."""

    errand: UUID
    ticket: UUID
    number: str
    item_name: str
    finished_at: datetime


@dataclass(frozen=True, slots=True)
class RatingCounts:
    """The ratings of one item, counter, department or time, or of the hall.

    ``levels`` names all five. ``set_aside`` were taken out by an appeal that was upheld, and are in no other count.
    ``too_few``: there are some, but they are not shown; every count is 0 then.
    """

    key: str
    name: str
    levels: Mapping[RatingLevel, int]
    set_aside: int = 0
    too_few: bool = False

    def hidden(self) -> "RatingCounts":
        """The same without its counts."""
        return RatingCounts(self.key, self.name, dict.fromkeys(RatingLevel, 0), too_few=True)

    @property
    def total(self) -> int:
        """How many count."""
        return sum(self.levels.values())

    def ratio(self, level: RatingLevel) -> Ratio:
        """How many of them were of a level."""
        return Ratio(self.levels[level], self.total)

    def figure(self, figure: RatingFigure) -> Ratio:
        """How many of them a figure tells."""
        match figure:
            case RatingFigure.GOOD:
                return self.good
            case RatingFigure.BAD:
                return self.bad
            case _:
                return self.ratio(RatingLevel(figure.value))

    @property
    def good(self) -> Ratio:
        """How many of them were not bad."""
        return Ratio(self.total - self.bad.numerator, self.total)

    @property
    def bad(self) -> Ratio:
        """How many of them were bad (差评)."""
        return Ratio(sum(count for level, count in self.levels.items() if level.is_bad), self.total)


@dataclass(frozen=True, slots=True)
class OwnRatings:
    """What one person was given within some days, as figures alone."""

    span: Span
    counts: RatingCounts


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """A follow-up in a list. ``owner`` is None while the supervision office has it itself.

    ``days_left`` counts calendar days to the next limit, negative when overdue; None when nothing is owed.
    """

    id: UUID
    number: str
    state: FollowUpState
    level: RatingLevel
    comment: str
    opened_on: date
    ticket: str
    served_on: date
    item: str
    item_name: str
    department: str
    counter: int
    clerk: str
    clerk_name: str
    owner: str | None
    owner_name: str | None
    due: Due | None
    days_left: int | None
    next_step: FollowUpAction | None
    is_complex: bool
    appeal: AppealState | None


@dataclass(frozen=True, slots=True)
class FollowUpStepRow:
    """One entry of a follow-up's story. ``by`` is None for the rating itself, and where a rule did it."""

    action: FollowUpAction
    state: FollowUpState
    at: datetime
    by: str | None
    by_name: str | None
    text: str
    handler_name: str | None
    due: date | None


@dataclass(frozen=True, slots=True)
class FollowUpPage:
    """A follow-up with its story and what may be done next; ``name`` and ``phone`` of who rated, masked.

    ``is_reachable``: the person left a phone, and is asked before it is closed.
    """

    row: FollowUpRow
    is_reachable: bool
    source: RatingSource
    name: str | None
    phone: str | None
    satisfied: bool | None
    steps: tuple[FollowUpStepRow, ...]
    actions: frozenset[FollowUpAction]


@dataclass(frozen=True, slots=True)
class AppealRow:
    """What the rated clerk sees of the appeal: that it is lodged, and by when it is decided."""

    number: str
    appeal: AppealState
    review_by: date
