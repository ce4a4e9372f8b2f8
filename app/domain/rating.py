"""Ratings (好差评, 国办发〔2019〕51号): how a person found being served, once for each errand and of their own will."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.domain.errand import Errand, Outcome
from app.domain.errors import RuleBroken
from app.domain.events import Event, Topic
from app.domain.free_text import said
from app.domain.ids import CounterId, DepartmentId, ErrandId, RatingId, StaffId, TicketId
from app.domain.ticket import Ticket


class RatingLevel(StrEnum):
    """非常满意, 满意, 基本满意, 不满意, 非常不满意, best first."""

    VERY_SATISFIED = "very_satisfied"
    SATISFIED = "satisfied"
    FAIRLY_SATISFIED = "fairly_satisfied"
    DISSATISFIED = "dissatisfied"
    VERY_DISSATISFIED = "very_dissatisfied"

    @property
    def is_bad(self) -> bool:
        """Whether somebody must come back to the person (差评)."""
        return self in BAD


BAD = frozenset({RatingLevel.DISSATISFIED, RatingLevel.VERY_DISSATISFIED})


class RatingSource(StrEnum):
    """Where a rating came from."""

    SCREEN = "screen"
    TABLET = "tablet"
    QR = "qr"


class RatingAction(StrEnum):
    """What can happen to a rating: it is given, and stays."""

    GIVE = "give"


LONGEST_COMMENT = 500
"""Characters."""

ASKED_FOR = timedelta(minutes=2)
"""How long a tablet asks after a finish. What is not answered by then stays open, for the code on the ticket."""

NOT_SERVED = frozenset({Outcome.LEFT, Outcome.WRONG_ITEM})
"""The person was gone, or stood in the wrong line: nothing was done that could be rated."""


@dataclass(frozen=True, slots=True)
class Rating:
    """What one person said of one served errand; it never changes.

    ``day`` is the business day when it was given, ``served_on`` the ticket's.
    """

    id: RatingId
    errand: ErrandId
    ticket: TicketId
    ticket_number: str
    served_on: date
    item_code: str
    department: DepartmentId
    counter: CounterId
    clerk: StaffId
    level: RatingLevel
    source: RatingSource
    day: date
    given_at: datetime
    comment: str = ""

    def given(self) -> Event:
        """The event of it. The level stays out: the trail is no second way to see who said what."""
        return Event(Topic.RATINGS, RatingAction.GIVE, self.id, {"ticket": self.ticket_number})


def is_served(errand: Errand) -> bool:
    """Whether the errand was done with at a counter, so that it can be rated."""
    at_a_counter = errand.counter is not None and errand.clerk is not None
    return at_a_counter and errand.outcome is not None and errand.outcome not in NOT_SERVED


def errand_to_rate(ticket: Ticket, rated: Iterable[ErrandId], item: str | None = None) -> Errand:
    """The errand that a rating is about: of the served ones that have none yet the latest, or that of an item.

    Raises:
        RuleBroken: a test ticket, nothing served (yet), or all that was served has its rating.
    """
    if ticket.is_test:
        raise RuleBroken("rating.rule.test_ticket", number=ticket.number)
    served = [e for e in ticket.errands if is_served(e) and item in (None, e.item_code)]
    if not served:
        raise RuleBroken("rating.rule.not_served", number=ticket.number)
    known = frozenset(rated)
    left = [e for e in served if e.id not in known]
    if not left:
        raise RuleBroken("rating.rule.twice", number=ticket.number)
    return max(left, key=_finish)


def _finish(errand: Errand) -> datetime:
    assert errand.finished_at is not None
    return errand.finished_at


def comment_of(text: str) -> str:
    """A comment as it is kept: personal numbers masked.

    Raises:
        RuleBroken: longer than anybody reads.
    """
    kept = said(text)
    if len(kept) > LONGEST_COMMENT:
        raise RuleBroken("rating.rule.comment", most=LONGEST_COMMENT)
    return kept
