"""A queue of its own for what stations print."""

from alembic import op
from sqlalchemy import Column, Date, Integer, Text, Uuid, text

from db.migrations.columns import hall_reference, one_of
from db.types import Code, Instant, Json

revision = "0010"
down_revision = "0009"

_KEPT = text("state <> 'cancelled'")
_OPEN = text("state IN ('pending', 'printing', 'failed')")


def upgrade() -> None:
    """A new table: older stations print as before, and nobody sees it there."""
    op.create_table(
        "print_jobs",
        Column("id", Uuid, primary_key=True),
        hall_reference(),
        Column("queue", Text, nullable=False),
        Column("paper", Text, nullable=False),
        Column("subject", Uuid, nullable=False),
        Column("number", Code, nullable=False),
        Column("copy", Integer, nullable=False),
        Column("day", Date, nullable=False),
        Column("queued_at", Instant, nullable=False),
        Column("changed_at", Instant, nullable=False),
        Column("state", Text, nullable=False),
        Column("attempts", Integer, nullable=False),
        Column("problem", Json),
        Column("version", Integer, nullable=False),
        one_of("paper", "ticket", "notice", "document"),
        one_of("state", "pending", "printing", "printed", "failed", "cancelled"),
    )
    op.create_index(
        "uq_print_jobs_copy",
        "print_jobs",
        ["subject", "copy"],
        unique=True,
        postgresql_where=_KEPT,
        sqlite_where=_KEPT,
    )
    op.create_index("ix_print_jobs_subject", "print_jobs", ["subject"])
    op.create_index("ix_print_jobs_open", "print_jobs", ["queue"], postgresql_where=_OPEN, sqlite_where=_OPEN)
    op.create_index("ix_print_jobs_queued_at", "print_jobs", ["queued_at"])
