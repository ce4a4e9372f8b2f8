"""Service items, in versions that are never edited in place."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    text,
)

from app.domain.catalogue import HandlingType, Regime
from db.tables.base import hall_reference, metadata, one_of, reference
from db.types import Code, Days, Json

item_versions = Table(
    "item_versions",
    metadata,
    Column("id", Uuid, primary_key=True),
    hall_reference(),
    Column("code", Code, nullable=False),
    Column("version_number", Integer, nullable=False),
    Column("name", Text, nullable=False),
    reference("department_id", "departments"),
    Column("effective_from", Date, nullable=False),
    Column("effective_to", Date),
    Column("cancelled_from", Date),
    Column("regime", Text, nullable=False),
    Column("item_type", Text, nullable=False),
    Column("handling", Text),
    Column("statutory_days", Days),
    Column("promised_days", Days),
    Column("online", Boolean),
    Column("visits", Integer),
    Column("subjects", Json, nullable=False),
    Column("materials", Json, nullable=False),
    Column("materials_complete", Boolean, nullable=False),
    Column("situations", Json, nullable=False),
    Column("guide", Json, nullable=False),
    UniqueConstraint("code", "version_number"),
    CheckConstraint("effective_to >= effective_from", name="period"),
    one_of("regime", Regime),
    one_of("handling", HandlingType),
)

# The newest version has no end; there is one of it.
Index(
    "uq_item_versions_open_end",
    item_versions.c.code,
    unique=True,
    postgresql_where=text("effective_to IS NULL"),
    sqlite_where=text("effective_to IS NULL"),
)
