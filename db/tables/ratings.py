"""Ratings of served errands, and the follow-ups of bad ones with their story."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
)

from app.domain.follow_up_table import AppealState, FollowUpAction, FollowUpState
from app.domain.rating import RatingLevel, RatingSource
from db.tables.base import hall_reference, metadata, one_of, reference, story
from db.types import Code, Instant

ratings = Table(
    "ratings",
    metadata,
    Column("id", Uuid, primary_key=True),
    hall_reference(),
    # No reference: a ticket writes its errands anew when their order changes.
    Column("errand_id", Uuid, nullable=False),
    reference("ticket_id", "tickets"),
    Column("ticket_number", Code, nullable=False),
    Column("served_on", Date, nullable=False),
    Column("item_code", Code, nullable=False),
    reference("department_id", "departments"),
    reference("counter_id", "counters"),
    reference("clerk_id", "staff"),
    Column("level", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("day", Date, nullable=False),
    Column("given_at", Instant, nullable=False),
    Column("comment", Text, nullable=False),
    # One for each errand (一次一评).
    UniqueConstraint("errand_id"),
    one_of("level", RatingLevel),
    one_of("source", RatingSource),
    Index("ix_ratings_day", "day"),
    Index("ix_ratings_ticket_id", "ticket_id"),
)

follow_ups = Table(
    "follow_ups",
    metadata,
    Column("id", Uuid, primary_key=True),
    hall_reference(),
    Column("number", Code, nullable=False),
    reference("rating_id", "ratings"),
    reference("clerk_id", "staff"),
    Column("reachable", Boolean, nullable=False),
    Column("opened_on", Date, nullable=False),
    Column("contact_by", Date, nullable=False),
    Column("contact_provisional", Boolean, nullable=False),
    Column("right_by", Date, nullable=False),
    Column("right_provisional", Boolean, nullable=False),
    Column("review_by", Date),
    Column("review_provisional", Boolean),
    Column("state", Text, nullable=False),
    reference("handler_id", "staff", nullable=True),
    Column("is_complex", Boolean, nullable=False),
    Column("satisfied", Boolean),
    Column("appeal", Text),
    Column("contact_warn_on", Date),
    Column("right_warn_on", Date),
    Column("review_warn_on", Date),
    Column("version", Integer, nullable=False),
    UniqueConstraint("number"),
    UniqueConstraint("rating_id"),
    one_of("state", FollowUpState),
    one_of("appeal", AppealState),
    CheckConstraint("handler_id <> clerk_id", name="not_the_rated"),
    CheckConstraint("state = 'opened' OR handler_id IS NOT NULL", name="has_handler"),
    CheckConstraint("(review_by IS NULL) = (appeal IS NULL OR appeal <> 'lodged')", name="reviewed"),
    CheckConstraint("(review_by IS NULL) = (review_provisional IS NULL)", name="review_whole"),
    CheckConstraint("state <> 'closed' OR review_by IS NULL", name="closed_without_appeal"),
    Index("ix_follow_ups_state", "state"),
)

follow_up_steps = Table(
    "follow_up_steps",
    metadata,
    *story(reference("follow_up_id", "follow_ups"), FollowUpAction, FollowUpState),
    reference("handler_id", "staff", nullable=True),
    Column("due", Date),
    # Nobody of the hall gave the rating that begins the story; some steps a rule takes.
    CheckConstraint("action IN ('warn', 'recompute') OR (by_id IS NULL) = (action = 'open')", name="by"),
)
