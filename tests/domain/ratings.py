"""Ratings and follow-ups to try rules on."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from app.domain.follow_up import FollowUp
from app.domain.follow_up_opening import open_follow_up
from app.domain.follow_up_terms import FollowUpTerms
from app.domain.ids import ErrandId, FollowUpId, RatingId, StaffId, TicketId
from app.domain.policy import Policy
from app.domain.rating import Rating, RatingLevel, RatingSource
from tests.domain.make import CLERK, COUNTER, DAY, DEPARTMENT, NINE

SUPERVISOR, HANDLER, RATED = StaffId(UUID(int=51)), StaffId(UUID(int=52)), CLERK
POLICY = Policy()


class EveryDay:
    """All days are worked; known up to 2026."""

    def is_working_day(self, day: date) -> bool:
        return True

    def is_published(self, year: int) -> bool:
        return year <= 2026


def terms(today: date = DAY) -> FollowUpTerms:
    """The usual settings of a hall that works every day."""
    return FollowUpTerms(POLICY, EveryDay(), today)


def rating(level: RatingLevel = RatingLevel.DISSATISFIED, **changes: Any) -> Rating:
    """A rating of the clerk at the counter."""
    given = Rating(
        id=RatingId(uuid4()),
        errand=ErrandId(uuid4()),
        ticket=TicketId(uuid4()),
        ticket_number="A001",
        served_on=DAY,
        item_code="IT001",
        department=DEPARTMENT,
        counter=COUNTER,
        clerk=RATED,
        level=level,
        source=RatingSource.TABLET,
        day=DAY,
        given_at=NINE,
        comment="等了很久",
    )
    return replace(given, **changes)


def follow_up(*, reachable: bool = True, **changes: Any) -> FollowUp:
    """The follow-up that such a rating opens."""
    id_ = FollowUpId(uuid4())
    opened, _ = open_follow_up(id_, "差评〔2026〕0001", rating(), terms(), reachable=reachable)
    return replace(opened, **changes)
