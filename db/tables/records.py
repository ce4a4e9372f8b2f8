"""What is kept beside the aggregates: issued documents and their numbers, results of commands, the audit trail."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
)

from app.domain.document import DocumentStatus
from db.tables.base import hall_reference, metadata, one_of, reference
from db.types import Code, Instant, Json, Sequence

# Only whether it counts and how often it was printed ever changes: triggers refuse the rest.
documents = Table(
    "documents",
    metadata,
    Column("id", Uuid, primary_key=True),
    hall_reference(),
    Column("kind", Text, nullable=False),
    Column("subject", Uuid, nullable=False),
    Column("data", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("pdf", LargeBinary),
    Column("issued_at", Instant, nullable=False),
    # Of the documents of a case; tickets and notices keep their numbers in rows of their own.
    Column("number", Code),
    reference("case_id", "cases", nullable=True),
    reference("department_id", "departments", nullable=True),
    reference("issued_by_id", "staff", nullable=True),
    Column("status", Text),
    reference("superseded_by_id", "documents", nullable=True),
    Column("void_reason", Text),
    Column("reprints", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    UniqueConstraint("subject", "kind"),
    UniqueConstraint("number"),
    one_of("status", DocumentStatus),
    CheckConstraint(
        "(number IS NULL) = (status IS NULL) AND (number IS NULL) = (case_id IS NULL)", name="numbered"
    ),
    CheckConstraint("(superseded_by_id IS NOT NULL) = (status = 'superseded')", name="superseded"),
    Index("ix_documents_case_id", "case_id"),
)

document_numbers = Table(
    "document_numbers",
    metadata,
    Column("kind", Text, nullable=False),
    Column("scope", Text, nullable=False),
    Column("year", Integer, nullable=False),
    Column("last_number", Integer, nullable=False),
    PrimaryKeyConstraint("kind", "scope", "year"),
    CheckConstraint("last_number > 0", name="last_number"),
)

commands = Table(
    "commands",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("kept_at", Instant, nullable=False),
    # None where an older program kept it.
    Column("actor_id", Uuid),
    Column("use_case", Text, nullable=False),
    Column("result", Text, nullable=False),
)

# Append-only: triggers refuse every update, delete and truncate.
audit_entries = Table(
    "audit_entries",
    metadata,
    Column("seq", Sequence, primary_key=True, autoincrement=True),
    hall_reference(),
    Column("at", Instant, nullable=False),
    # No reference: an entry outlives what it speaks of.
    Column("actor_id", Uuid),
    Column("actor_number", Code),
    Column("role", Text),
    Column("station", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("topic", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("subject", Uuid, nullable=False),
    Column("facts", Json, nullable=False),
    Index("ix_audit_entries_subject", "subject"),
    # Numbers are never given again, so a reader that saw one has seen all before it.
    sqlite_autoincrement=True,
)
