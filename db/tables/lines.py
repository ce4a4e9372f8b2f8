"""Lines, the items they serve, and the numbers they have given out."""

from sqlalchemy import Column, Date, Integer, PrimaryKeyConstraint, Table, Text, UniqueConstraint, Uuid

from db.tables.base import hall_reference, metadata, reference
from db.types import Code, Instant

lines = Table(
    "lines",
    metadata,
    Column("id", Uuid, primary_key=True),
    hall_reference(),
    Column("prefix", Code, nullable=False),
    Column("name", Text, nullable=False),
    reference("department_id", "departments", nullable=True),
    Column("daily_quota", Integer),
    UniqueConstraint("prefix"),
)

line_items = Table(
    "line_items",
    metadata,
    reference("line_id", "lines"),
    Column("item_code", Code, nullable=False),
    PrimaryKeyConstraint("line_id", "item_code"),
    # An item is served in one line.
    UniqueConstraint("item_code"),
)

line_days = Table(
    "line_days",
    metadata,
    reference("line_id", "lines"),
    Column("day", Date, nullable=False),
    Column("last_sequence", Integer, nullable=False),
    Column("last_at", Instant, nullable=False),
    PrimaryKeyConstraint("line_id", "day"),
)
