"""Documents and their numbers, commands, and the audit trail that nobody can change."""

from alembic import op
from sqlalchemy import (
    CheckConstraint,
    Column,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Text,
    UniqueConstraint,
    Uuid,
)

from db.migrations.columns import hall_reference, one_of, reference
from db.types import Code, Instant, Json, Sequence

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """A first version: no older station is there to go on working."""
    _documents()
    _document_numbers()
    _commands()
    _audit_entries()
    _protect_audit()
    _protect_documents()
    _office_texts()


def _documents() -> None:
    op.create_table(
        "documents",
        Column("id", Uuid, primary_key=True),
        hall_reference(),
        Column("kind", Text, nullable=False),
        Column("subject", Uuid, nullable=False),
        Column("data", Text, nullable=False),
        Column("sha256", Text, nullable=False),
        Column("pdf", LargeBinary),
        Column("issued_at", Instant, nullable=False),
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
        one_of("status", "in_force", "void", "superseded"),
        CheckConstraint(
            "(number IS NULL) = (status IS NULL) AND (number IS NULL) = (case_id IS NULL)", name="numbered"
        ),
        CheckConstraint("(superseded_by_id IS NOT NULL) = (status = 'superseded')", name="superseded"),
    )
    op.create_index("ix_documents_case_id", "documents", ["case_id"])


def _office_texts() -> None:
    op.create_table(
        "office_texts",
        reference("department_id", "departments"),
        Column("part", Text, nullable=False),
        Column("kind", Text, nullable=False),
        Column("text", Text, nullable=False),
        PrimaryKeyConstraint("department_id", "part", "kind"),
        one_of("part", "basis", "remedies", "inquiry_phone", "supervision_phone"),
    )


def _document_numbers() -> None:
    op.create_table(
        "document_numbers",
        Column("kind", Text, nullable=False),
        Column("scope", Text, nullable=False),
        Column("year", Integer, nullable=False),
        Column("last_number", Integer, nullable=False),
        PrimaryKeyConstraint("kind", "scope", "year"),
        CheckConstraint("last_number > 0", name="last_number"),
    )


def _commands() -> None:
    op.create_table(
        "commands",
        Column("id", Uuid, primary_key=True),
        Column("kept_at", Instant, nullable=False),
        Column("use_case", Text, nullable=False),
        Column("result", Text, nullable=False),
    )


def _audit_entries() -> None:
    op.create_table(
        "audit_entries",
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
        # Numbers are never given again, so a reader that saw one has seen all before it.
        sqlite_autoincrement=True,
    )
    op.create_index("ix_audit_entries_subject", "audit_entries", ["subject"])


def _protect_audit() -> None:
    for statement in _POSTGRESQL if op.get_context().dialect.name == "postgresql" else _SQLITE:
        op.execute(statement)


def _protect_documents() -> None:
    """What was issued stays as it was; only its status and its reprints go on."""
    is_postgresql = op.get_context().dialect.name == "postgresql"
    for statement in _DOCUMENTS_POSTGRESQL if is_postgresql else _DOCUMENTS_SQLITE:
        op.execute(statement)


_POSTGRESQL = (
    """
    CREATE FUNCTION audit_entries_stay() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'audit entries are never changed or removed' USING ERRCODE = 'restrict_violation';
    END $$
    """,
    """
    CREATE TRIGGER audit_entries_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
    FOR EACH STATEMENT EXECUTE FUNCTION audit_entries_stay()
    """,
)
_SQLITE = (
    *(
        f"""
        CREATE TRIGGER audit_entries_stay_{action} BEFORE {action} ON audit_entries
        BEGIN SELECT RAISE(ABORT, 'audit entries are never changed or removed'); END
        """
        for action in ("UPDATE", "DELETE")
    ),
    # REPLACE removes the old row without asking the trigger on DELETE.
    """
    CREATE TRIGGER audit_entries_stay_REPLACE BEFORE INSERT ON audit_entries
    WHEN EXISTS (SELECT 1 FROM audit_entries WHERE seq = NEW.seq)
    BEGIN SELECT RAISE(ABORT, 'audit entries are never changed or removed'); END
    """,
)

_ISSUED = (
    "id, hall_id, kind, subject, data, sha256, pdf, issued_at, number, case_id, department_id, issued_by_id"
)
_DOCUMENTS_POSTGRESQL = (
    """
    CREATE FUNCTION documents_stay() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'issued documents are never changed or removed' USING ERRCODE = 'restrict_violation';
    END $$
    """,
    f"""
    CREATE TRIGGER documents_stay BEFORE UPDATE OF {_ISSUED} OR DELETE OR TRUNCATE ON documents
    FOR EACH STATEMENT EXECUTE FUNCTION documents_stay()
    """,
)
_DOCUMENTS_SQLITE = tuple(
    f"""
    CREATE TRIGGER documents_stay_{action} BEFORE {event} ON documents
    BEGIN SELECT RAISE(ABORT, 'issued documents are never changed or removed'); END
    """
    for action, event in (("update", f"UPDATE OF {_ISSUED}"), ("delete", "DELETE"))
)
