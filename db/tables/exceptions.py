"""Exception cases and their story."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
)

from app.domain.exception_case import Channel, ExceptionCategory, ExceptionLevel
from app.domain.exception_table import ExceptionAction, ExceptionState
from db.tables.base import hall_reference, metadata, one_of, person_checks, person_columns, reference
from db.types import Code, Instant

exception_cases = Table(
    "exception_cases",
    metadata,
    Column("id", Uuid, primary_key=True),
    hall_reference(),
    Column("number", Code, nullable=False),
    Column("channel", Text, nullable=False),
    Column("category", Text, nullable=False),
    Column("summary", Text, nullable=False),
    Column("wish", Text, nullable=False),
    Column("counts_from", Date, nullable=False),
    Column("registered_at", Instant, nullable=False),
    Column("level", Text, nullable=False),
    Column("due", Date, nullable=False),
    Column("due_provisional", Boolean, nullable=False),
    *person_columns(),
    # What was going on, as it was called then.
    reference("ticket_id", "tickets", nullable=True),
    Column("ticket_number", Code),
    Column("item_code", Code),
    Column("item_name", Text),
    reference("counter_id", "counters", nullable=True),
    reference("notice_id", "notices", nullable=True),
    Column("notice_number", Code),
    Column("state", Text, nullable=False),
    reference("department_id", "departments", nullable=True),
    reference("handler_id", "staff", nullable=True),
    Column("satisfied", Boolean),
    Column("source", Text),
    Column("version", Integer, nullable=False),
    UniqueConstraint("number"),
    one_of("channel", Channel),
    one_of("category", ExceptionCategory),
    one_of("level", ExceptionLevel),
    one_of("state", ExceptionState),
    *person_checks(),
    Index("ix_exception_cases_due", "due"),
)

exception_steps = Table(
    "exception_steps",
    metadata,
    reference("case_id", "exception_cases"),
    Column("position", Integer, nullable=False),
    Column("action", Text, nullable=False),
    Column("state", Text, nullable=False),
    reference("by_id", "staff", nullable=True),
    Column("at", Instant, nullable=False),
    Column("text", Text, nullable=False),
    reference("department_id", "departments", nullable=True),
    reference("handler_id", "staff", nullable=True),
    Column("due", Date),
    PrimaryKeyConstraint("case_id", "position"),
    one_of("action", ExceptionAction),
    one_of("state", ExceptionState),
)
