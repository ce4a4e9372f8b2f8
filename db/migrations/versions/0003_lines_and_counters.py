"""Lines with their numbers, and counters."""

from alembic import op
from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    Integer,
    PrimaryKeyConstraint,
    Text,
    UniqueConstraint,
    Uuid,
    text,
)

from db.migrations.columns import hall_reference, one_of, reference
from db.types import Code, Duration, Instant

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """A first version: no older station is there to go on working."""
    _lines()
    _line_items()
    _line_days()
    _counters()
    _counter_lines()


def _lines() -> None:
    op.create_table(
        "lines",
        Column("id", Uuid, primary_key=True),
        hall_reference(),
        Column("prefix", Code, nullable=False),
        Column("name", Text, nullable=False),
        reference("department_id", "departments", nullable=True),
        Column("daily_quota", Integer),
        UniqueConstraint("prefix"),
    )


def _line_items() -> None:
    op.create_table(
        "line_items",
        reference("line_id", "lines"),
        Column("item_code", Code, nullable=False),
        PrimaryKeyConstraint("line_id", "item_code"),
        # An item is served in one line.
        UniqueConstraint("item_code"),
    )


def _line_days() -> None:
    op.create_table(
        "line_days",
        reference("line_id", "lines"),
        Column("day", Date, nullable=False),
        Column("last_sequence", Integer, nullable=False),
        Column("last_at", Instant, nullable=False),
        PrimaryKeyConstraint("line_id", "day"),
    )


def _counters() -> None:
    op.create_table(
        "counters",
        Column("id", Uuid, primary_key=True),
        hall_reference(),
        Column("number", Integer, nullable=False),
        Column("name", Text, nullable=False),
        reference("department_id", "departments", nullable=True),
        Column("direction", Text),
        Column("state", Text, nullable=False),
        reference("clerk_id", "staff", nullable=True),
        Column("pause_reason", Text),
        Column("since", Instant),
        Column("version", Integer, nullable=False),
        UniqueConstraint("number"),
        one_of("state", "closed", "open", "paused"),
        CheckConstraint("(state = 'closed') = (clerk_id IS NULL)", name="staffed"),
    )
    op.create_index(
        "uq_counters_clerk_id",
        "counters",
        ["clerk_id"],
        unique=True,
        postgresql_where=text("clerk_id IS NOT NULL"),
        sqlite_where=text("clerk_id IS NOT NULL"),
    )


def _counter_lines() -> None:
    op.create_table(
        "counter_lines",
        reference("counter_id", "counters"),
        reference("line_id", "lines"),
        Column("preference", Duration, nullable=False),
        PrimaryKeyConstraint("counter_id", "line_id"),
    )
