"""Past exception cases from a file; groups of cases with one cause; checks over departments."""

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

revision = "0011"
down_revision = "0010"

_STATES = ("gathered", "rectifying", "proven", "closed")


def upgrade() -> None:
    """New tables, and a further column that may be empty: what older stations wrote reads as the hall's own case."""
    op.add_column("exception_cases", Column("source", Text))
    _groups()
    _group_cases()
    _group_steps()
    _checks()


def _groups() -> None:
    op.create_table(
        "exception_groups",
        Column("id", Uuid, primary_key=True),
        hall_reference(),
        Column("number", Code, nullable=False),
        Column("cause", Text, nullable=False),
        Column("created_at", Instant, nullable=False),
        Column("state", Text, nullable=False),
        Column("measure", Text),
        reference("unit_id", "departments", nullable=True),
        Column("working_days", Integer),
        Column("due", Date),
        Column("due_provisional", Boolean),
        Column("proof", Text),
        reference("proven_by_id", "staff", nullable=True),
        Column("version", Integer, nullable=False),
        UniqueConstraint("number"),
        one_of("state", *_STATES),
        CheckConstraint("(state = 'gathered') = (measure IS NULL)", name="planned"),
        CheckConstraint("(due IS NULL) = (measure IS NULL)", name="due"),
    )


def _group_cases() -> None:
    op.create_table(
        "exception_group_cases",
        reference("group_id", "exception_groups"),
        Column("position", Integer, nullable=False),
        reference("case_id", "exception_cases"),
        PrimaryKeyConstraint("group_id", "position"),
        UniqueConstraint("case_id"),
    )


def _group_steps() -> None:
    op.create_table(
        "exception_group_steps",
        reference("group_id", "exception_groups"),
        Column("position", Integer, nullable=False),
        Column("action", Text, nullable=False),
        Column("state", Text, nullable=False),
        reference("by_id", "staff"),
        Column("at", Instant, nullable=False),
        Column("text", Text, nullable=False),
        reference("case_id", "exception_cases", nullable=True),
        Column("due", Date),
        PrimaryKeyConstraint("group_id", "position"),
        one_of("action", "create", "add", "plan", "prove", "reject", "close", "reopen"),
        one_of("state", *_STATES),
    )


def _checks() -> None:
    op.create_table(
        "department_checks",
        Column("id", Uuid, primary_key=True),
        hall_reference(),
        Column("number", Code, nullable=False),
        reference("case_id", "exception_cases"),
        Column("question", Text, nullable=False),
        Column("due", Date, nullable=False),
        Column("due_provisional", Boolean, nullable=False),
        reference("started_by_id", "staff"),
        Column("started_at", Instant, nullable=False),
        Column("version", Integer, nullable=False),
        UniqueConstraint("number"),
    )
    op.create_table(
        "department_check_entries",
        reference("check_id", "department_checks"),
        reference("department_id", "departments"),
        Column("position", Integer, nullable=False),
        Column("found", Boolean),
        Column("text", Text),
        reference("by_id", "staff", nullable=True),
        Column("at", Instant),
        PrimaryKeyConstraint("check_id", "department_id"),
        CheckConstraint(
            "(found IS NULL) = (by_id IS NULL) AND (found IS NULL) = (at IS NULL)", name="answered"
        ),
    )
