"""What stations are to print, and what became of it."""

from sqlalchemy import Column, Date, Index, Integer, Table, Text, Uuid, text

from app.domain.print_job import PaperKind, PrintState
from db.tables.base import hall_reference, metadata, one_of
from db.types import Code, Instant, Json

print_jobs = Table(
    "print_jobs",
    metadata,
    Column("id", Uuid, primary_key=True),
    hall_reference(),
    Column("queue", Text, nullable=False),
    # No reference: a ticket, a notice, or a document of a case.
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
    one_of("paper", PaperKind),
    one_of("state", PrintState),
)

KEPT = text("state <> 'cancelled'")
OPEN = text("state IN ('pending', 'printing', 'failed')")

# The same copy of a paper comes out once, wherever it was sent.
Index(
    "uq_print_jobs_copy",
    print_jobs.c.subject,
    print_jobs.c.copy,
    unique=True,
    postgresql_where=KEPT,
    sqlite_where=KEPT,
)
Index("ix_print_jobs_subject", print_jobs.c.subject)
Index("ix_print_jobs_open", print_jobs.c.queue, postgresql_where=OPEN, sqlite_where=OPEN)
Index("ix_print_jobs_queued_at", print_jobs.c.queued_at)
