"""The catalogue of service items."""

from alembic import op
from sqlalchemy import Boolean, CheckConstraint, Column, Date, Integer, Text, UniqueConstraint, Uuid, text

from db.migrations.columns import hall_reference, one_of, reference
from db.types import Code, Days, Json

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """A first version: no older station is there to go on working."""
    _item_versions()


def _item_versions() -> None:
    op.create_table(
        "item_versions",
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
        one_of("regime", "licence", "other"),
        one_of("handling", "on_the_spot", "promised"),
    )
    op.create_index(
        "uq_item_versions_open_end",
        "item_versions",
        ["code"],
        unique=True,
        postgresql_where=text("effective_to IS NULL"),
        sqlite_where=text("effective_to IS NULL"),
    )
