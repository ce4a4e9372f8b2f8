"""Which ratings and follow-ups to read."""

from dataclasses import dataclass

from app.domain.five_ones import Grouping, Span
from app.domain.rating import RatingLevel


@dataclass(frozen=True, slots=True)
class RatingQuery:
    """Which ratings to list: given within a span, of a level, of bad ones only, of an item, of a counter.

    ``not_of`` (a staff number) leaves out what somebody was given themselves.
    """

    span: Span
    level: RatingLevel | None = None
    bad_only: bool = False
    item: str | None = None
    counter: int | None = None
    not_of: str | None = None
    limit: int = 200


@dataclass(frozen=True, slots=True)
class CountsQuery:
    """Which ratings to count: given within a span, parted by something; of one ``clerk`` (a staff number) alone."""

    span: Span
    by: Grouping = Grouping.HALL
    clerk: str | None = None


@dataclass(frozen=True, slots=True)
class FollowUpQuery:
    """Which follow-ups to list. ``handler`` is a staff number; ``not_of`` leaves out those of a rated clerk.

    ``department`` is a code or a name; ``text`` is looked for in number, ticket, item and comment.
    """

    open_only: bool = True
    handler: str | None = None
    not_of: str | None = None
    department: str | None = None
    text: str | None = None
    limit: int = 200
