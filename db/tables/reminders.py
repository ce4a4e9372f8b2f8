"""What the supervision office asks departments to put right."""

from sqlalchemy import CheckConstraint, Column, Date, Index, Integer, Table, Text, UniqueConstraint, Uuid

from app.domain.reminder import ReminderState
from db.tables.base import hall_reference, metadata, one_of, reference
from db.types import Code, Instant

reminders = Table(
    "reminders",
    metadata,
    Column("id", Uuid, primary_key=True),
    hall_reference(),
    Column("number", Code, nullable=False),
    reference("department_id", "departments"),
    Column("finding", Text, nullable=False),
    Column("rule", Text, nullable=False),
    Column("put_right_by", Date, nullable=False),
    Column("issued_at", Instant, nullable=False),
    reference("issued_by_id", "staff"),
    reference("case_id", "cases", nullable=True),
    reference("exception_id", "exception_cases", nullable=True),
    Column("state", Text, nullable=False),
    Column("answered_on", Date),
    reference("answered_by_id", "staff", nullable=True),
    Column("answer", Text),
    Column("void_reason", Text, nullable=False),
    Column("reprints", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    UniqueConstraint("number"),
    one_of("state", ReminderState),
    CheckConstraint("case_id IS NULL OR exception_id IS NULL", name="about"),
    CheckConstraint(
        "(answered_on IS NULL) = (answered_by_id IS NULL) AND (answered_on IS NULL) = (answer IS NULL)"
        " AND (answered_on IS NOT NULL OR state <> 'put_right') AND (answered_on IS NULL OR state <> 'open')",
        name="answered",
    ),
    Index("ix_reminders_put_right_by", "put_right_by"),
)
