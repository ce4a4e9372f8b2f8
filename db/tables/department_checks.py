"""Whether other departments have the same: who was asked about a case, and what each answered."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
)

from db.tables.base import hall_reference, metadata, reference
from db.types import Code, Instant

department_checks = Table(
    "department_checks",
    metadata,
    Column("id", Uuid, primary_key=True),
    hall_reference(),
    Column("number", Code, nullable=False),
    reference("case_id", "exception_cases"),
    Column("question", Text, nullable=False),
    Column("due", Date, nullable=False),
    Column("due_provisional", Boolean, nullable=False),
    reference("started_by_id", "staff"),
    Column("started_at", Instant, nullable=False),
    # The days on which rules act on the limit, and when they did.
    Column("warn_on", Date),
    Column("late_on", Date),
    Column("warned_at", Instant),
    Column("overdue_at", Instant),
    Column("version", Integer, nullable=False),
    UniqueConstraint("number"),
)

# One row for each department that is asked; what it found is empty until it answers.
department_check_entries = Table(
    "department_check_entries",
    metadata,
    reference("check_id", "department_checks"),
    reference("department_id", "departments"),
    Column("position", Integer, nullable=False),
    Column("found", Boolean),
    Column("text", Text),
    reference("by_id", "staff", nullable=True),
    Column("at", Instant),
    PrimaryKeyConstraint("check_id", "department_id"),
    CheckConstraint("(found IS NULL) = (by_id IS NULL) AND (found IS NULL) = (at IS NULL)", name="answered"),
)
