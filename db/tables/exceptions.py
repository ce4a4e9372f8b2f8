"""Exception cases, their story, what other departments do for them, and the files that belong to them."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    false,
)

from app.domain.attachment import AttachmentKind, AttachmentPlace
from app.domain.exception_case import Channel
from app.domain.exception_table import HANDLED, ExceptionAction, ExceptionState
from app.domain.exception_terms import ExceptionLevel, Rung
from db.tables.base import hall_reference, metadata, one_of, person_checks, person_columns, reference, story
from db.types import Code, Instant

_HANDLED = ", ".join(f"'{state.value}'" for state in HANDLED)

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
    Column("case_number", Code),
    Column("state", Text, nullable=False),
    reference("department_id", "departments", nullable=True),
    reference("handler_id", "staff", nullable=True),
    Column("satisfied", Boolean),
    Column("contact_by", Date),
    Column("extended", Boolean, nullable=False, server_default=false()),
    Column("rung", Text, nullable=False, server_default=Rung.HANDLER.value),
    Column("warn_on", Date),
    Column("rises_on", Date),
    Column("source", Text),
    Column("version", Integer, nullable=False),
    UniqueConstraint("number"),
    one_of("channel", Channel),
    one_of("level", ExceptionLevel),
    one_of("state", ExceptionState),
    *person_checks(),
    one_of("rung", Rung),
    CheckConstraint(
        f"state NOT IN ({_HANDLED}) OR handler_id IS NOT NULL AND department_id IS NOT NULL", name="handled"
    ),
    Index("ix_exception_cases_due", "due"),
    Index("ix_exception_cases_warn_on", "warn_on"),
    Index("ix_exception_cases_rises_on", "rises_on"),
)

exception_steps = Table(
    "exception_steps",
    metadata,
    *story(reference("case_id", "exception_cases"), ExceptionAction, ExceptionState),
    reference("department_id", "departments", nullable=True),
    reference("handler_id", "staff", nullable=True),
    Column("due", Date),
    Column("basis", Text, nullable=False, server_default=""),
    Column("rung", Text),
    # Where somebody said what the case is, and where its person was asked.
    Column("category", Text),
    Column("level", Text),
    Column("satisfied", Boolean),
    one_of("rung", Rung),
    one_of("level", ExceptionLevel),
)

exception_parts = Table(
    "exception_parts",
    metadata,
    reference("case_id", "exception_cases"),
    Column("position", Integer, nullable=False),
    reference("department_id", "departments"),
    reference("handler_id", "staff"),
    Column("task", Text, nullable=False),
    Column("answer", Text, nullable=False),
    Column("answered_at", Instant),
    Column("released", Boolean, nullable=False),
    PrimaryKeyConstraint("case_id", "position"),
    CheckConstraint("answered_at IS NULL OR NOT released", name="settled_once"),
)

# Only ever added. What lies in a folder beside the database has no content here, but its size and hash.
exception_attachments = Table(
    "exception_attachments",
    metadata,
    Column("id", Uuid, primary_key=True),
    reference("case_id", "exception_cases"),
    Column("position", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("sha256", Text, nullable=False),
    reference("added_by_id", "staff"),
    Column("added_at", Instant, nullable=False),
    Column("place", Text, nullable=False),
    Column("content", LargeBinary),
    UniqueConstraint("case_id", "position"),
    one_of("kind", AttachmentKind),
    one_of("place", AttachmentPlace),
    CheckConstraint("(place = 'database') = (content IS NOT NULL)", name="kept"),
)
