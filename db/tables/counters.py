"""Counters and the lines they serve."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    text,
)

from app.domain.counter import CounterState
from db.tables.base import hall_reference, metadata, one_of, reference
from db.types import Duration, Instant

counters = Table(
    "counters",
    metadata,
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
    one_of("state", CounterState),
    CheckConstraint("(state = 'closed') = (clerk_id IS NULL)", name="staffed"),
)

# A clerk is at one counter; the check above leaves the clerk of a closed one empty.
Index(
    "uq_counters_clerk_id",
    counters.c.clerk_id,
    unique=True,
    postgresql_where=text("clerk_id IS NOT NULL"),
    sqlite_where=text("clerk_id IS NOT NULL"),
)

counter_lines = Table(
    "counter_lines",
    metadata,
    reference("counter_id", "counters"),
    reference("line_id", "lines"),
    Column("preference", Duration, nullable=False),
    PrimaryKeyConstraint("counter_id", "line_id"),
)
