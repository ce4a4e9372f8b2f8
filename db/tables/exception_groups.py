"""Exception cases grouped by root cause, and the rectification that each group shares."""

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

from app.domain.exception_group import GroupAction, GroupState
from db.tables.base import hall_reference, metadata, one_of, reference, story
from db.types import Code, Instant

exception_groups = Table(
    "exception_groups",
    metadata,
    Column("id", Uuid, primary_key=True),
    hall_reference(),
    Column("number", Code, nullable=False),
    Column("cause", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("state", Text, nullable=False),
    # The rectification, once it is planned.
    Column("measure", Text),
    reference("unit_id", "departments", nullable=True),
    Column("working_days", Integer),
    Column("due", Date),
    Column("due_provisional", Boolean),
    Column("proof", Text),
    reference("proven_by_id", "staff", nullable=True),
    # What is owed now: a plan, the rectification, its review; and the days on which rules act on that limit.
    Column("owed_by", Date),
    Column("owed_provisional", Boolean),
    Column("warn_on", Date),
    Column("late_on", Date),
    Column("version", Integer, nullable=False),
    UniqueConstraint("number"),
    one_of("state", GroupState),
    CheckConstraint("(state = 'gathered') = (measure IS NULL)", name="planned"),
    CheckConstraint("(due IS NULL) = (measure IS NULL)", name="due"),
)

# A case has one cause: it stands in one group.
exception_group_cases = Table(
    "exception_group_cases",
    metadata,
    reference("group_id", "exception_groups"),
    Column("position", Integer, nullable=False),
    reference("case_id", "exception_cases"),
    PrimaryKeyConstraint("group_id", "position"),
    UniqueConstraint("case_id"),
)

exception_group_steps = Table(
    "exception_group_steps",
    metadata,
    *story(reference("group_id", "exception_groups"), GroupAction, GroupState),
    reference("case_id", "exception_cases", nullable=True),
    Column("due", Date),
)
