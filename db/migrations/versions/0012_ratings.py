"""Ratings of served errands, and what is done about bad ones."""

from alembic import op
from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Integer,
    PrimaryKeyConstraint,
    Text,
    UniqueConstraint,
    Uuid,
)

from db.migrations.columns import hall_reference, one_of, reference
from db.types import Code, Instant

revision = "0012"
down_revision = "0011"

_STATES = ("opened", "contacted", "put_right", "asked", "closed")
_ACTIONS = (
    "open", "assign", "contact", "extend", "put_right", "ask", "rework", "close", "note", "appeal", "uphold",
    "dismiss",
)  # fmt: skip


def upgrade() -> None:
    """New tables: older stations work as before and ask for no rating."""
    _ratings()
    _follow_ups()
    _steps()


def _ratings() -> None:
    op.create_table(
        "ratings",
        Column("id", Uuid, primary_key=True),
        hall_reference(),
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
        UniqueConstraint("errand_id"),
        one_of(
            "level", "very_satisfied", "satisfied", "fairly_satisfied", "dissatisfied", "very_dissatisfied"
        ),
        one_of("source", "screen", "tablet", "qr"),
    )
    op.create_index("ix_ratings_day", "ratings", ["day"])
    op.create_index("ix_ratings_ticket_id", "ratings", ["ticket_id"])


def _follow_ups() -> None:
    op.create_table(
        "follow_ups",
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
        Column("version", Integer, nullable=False),
        UniqueConstraint("number"),
        UniqueConstraint("rating_id"),
        one_of("state", *_STATES),
        one_of("appeal", "lodged", "upheld", "dismissed"),
        CheckConstraint("handler_id <> clerk_id", name="not_the_rated"),
        CheckConstraint("state = 'opened' OR handler_id IS NOT NULL", name="has_handler"),
        CheckConstraint("(review_by IS NULL) = (appeal IS NULL OR appeal <> 'lodged')", name="reviewed"),
        CheckConstraint("(review_by IS NULL) = (review_provisional IS NULL)", name="review_whole"),
        CheckConstraint("state <> 'closed' OR review_by IS NULL", name="closed_without_appeal"),
    )
    op.create_index("ix_follow_ups_state", "follow_ups", ["state"])


def _steps() -> None:
    op.create_table(
        "follow_up_steps",
        reference("follow_up_id", "follow_ups"),
        Column("position", Integer, nullable=False),
        Column("action", Text, nullable=False),
        Column("state", Text, nullable=False),
        Column("at", Instant, nullable=False),
        reference("by_id", "staff", nullable=True),
        Column("text", Text, nullable=False),
        reference("handler_id", "staff", nullable=True),
        Column("due", Date),
        PrimaryKeyConstraint("follow_up_id", "position"),
        one_of("action", *_ACTIONS),
        one_of("state", *_STATES),
        CheckConstraint("(by_id IS NULL) = (action = 'open')", name="by"),
    )
