"""One-time notification slips, as they were issued."""

from sqlalchemy import Column, Date, Index, Integer, Table, Text, UniqueConstraint, Uuid

from app.domain.notice import NoticeKind
from db.tables.base import hall_reference, metadata, one_of, person_checks, person_columns, reference
from db.types import Code, Instant, Json

notices = Table(
    "notices",
    metadata,
    Column("id", Uuid, primary_key=True),
    hall_reference(),
    Column("number", Code, nullable=False),
    Column("kind", Text, nullable=False),
    reference("department_id", "departments"),
    reference("item_id", "item_versions"),
    Column("item_code", Code, nullable=False),
    Column("situation", Text),
    Column("findings", Json, nullable=False),
    Column("day", Date, nullable=False),
    Column("issued_at", Instant, nullable=False),
    reference("issued_by_id", "staff"),
    reference("ticket_id", "tickets", nullable=True),
    reference("case_id", "cases", nullable=True),
    Column("tell_by", Date),
    *person_columns(),
    reference("replaces_id", "notices", nullable=True),
    Column("names_new", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    reference("agreed_by_id", "staff", nullable=True),
    Column("reprints", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    UniqueConstraint("number"),
    one_of("kind", NoticeKind),
    *person_checks(),
    Index("ix_notices_ticket_id", "ticket_id"),
    Index("ix_notices_case_id", "case_id"),
    Index("ix_notices_day", "day"),
    Index("ix_notices_replaces_id", "replaces_id"),
    Index("ix_notices_identity_lookup", "identity_lookup"),
)
