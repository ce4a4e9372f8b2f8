"""The queue of papers, which new kinds of paper come to. Steps already taken rely on it: it is never changed."""

from alembic import op
from sqlalchemy import Column, Date, Index, Integer, MetaData, Table, Text, Uuid, text

from db.migrations.columns import hall_reference, one_of
from db.tables.base import metadata
from db.types import Code, Instant, Json

_KEPT = text("state <> 'cancelled'")
_OPEN = text("state IN ('pending', 'printing', 'failed')")


def print_also(paper: str, *known: str) -> None:
    """Let one more kind of paper be queued beside those that were known before."""
    kinds = ", ".join(f"'{kind}'" for kind in (*known, paper))
    with op.batch_alter_table("print_jobs", copy_from=_as_it_was(known)) as table:
        table.drop_constraint(op.f("ck_print_jobs_paper"), type_="check")
        table.create_check_constraint(op.f("ck_print_jobs_paper"), f"paper IN ({kinds})")


def _as_it_was(known: tuple[str, ...]) -> Table:
    """SQLite changes no check: the table is made anew, from this."""
    jobs = Table(
        "print_jobs",
        MetaData(naming_convention=metadata.naming_convention),
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
        one_of("paper", *known),
        one_of("state", "pending", "printing", "printed", "failed", "cancelled"),
    )
    Index(
        "uq_print_jobs_copy",
        jobs.c.subject,
        jobs.c.copy,
        unique=True,
        postgresql_where=_KEPT,
        sqlite_where=_KEPT,
    )
    Index("ix_print_jobs_subject", jobs.c.subject)
    Index("ix_print_jobs_open", jobs.c.queue, postgresql_where=_OPEN, sqlite_where=_OPEN)
    Index("ix_print_jobs_queued_at", jobs.c.queued_at)
    return jobs
