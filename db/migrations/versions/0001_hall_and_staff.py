"""The hall, its departments and its staff."""

from alembic import op
from sqlalchemy import Boolean, CheckConstraint, Column, Integer, Text, UniqueConstraint, Uuid, true

from db.migrations.columns import hall_reference, one_of, reference
from db.types import Code, Json

revision = "0001"
down_revision = None


def upgrade() -> None:
    """A first version: no older station is there to go on working."""
    _halls()
    _departments()
    _staff()


def _halls() -> None:
    op.create_table(
        "halls",
        Column("id", Uuid, primary_key=True),
        Column("code", Code, nullable=False, unique=True),
        Column("name", Text, nullable=False),
        Column("timezone", Text, nullable=False),
        Column("opening_hours", Json, nullable=False),
        Column("address", Text),
        Column("phone", Text),
        Column("supervision_phone", Text),
        Column("exceptions_place", Text),
        Column("is_sample", Boolean, nullable=False),
        Column("policy", Json, nullable=False),
        # One database holds one hall.
        Column("is_the_one", Boolean, nullable=False, unique=True, server_default=true()),
        CheckConstraint("is_the_one", name="the_one"),
    )


def _departments() -> None:
    op.create_table(
        "departments",
        Column("id", Uuid, primary_key=True),
        hall_reference(),
        Column("code", Code, nullable=False),
        Column("name", Text, nullable=False),
        Column("full_name", Text, nullable=False),
        Column("document_name", Text, nullable=False),
        Column("approval_section", Text, nullable=False),
        Column("phone", Text),
        UniqueConstraint("code"),
        one_of("approval_section", "own", "hung", "none"),
    )


def _staff() -> None:
    op.create_table(
        "staff",
        Column("id", Uuid, primary_key=True),
        hall_reference(),
        Column("number", Code, nullable=False),
        Column("name", Text, nullable=False),
        Column("role", Text, nullable=False),
        Column("password_hash", Text, nullable=False),
        reference("department_id", "departments", nullable=True),
        Column("state", Text, nullable=False),
        Column("version", Integer, nullable=False),
        UniqueConstraint("number"),
        one_of("role", "administrator", "supervisor", "guide", "clerk"),
        one_of("state", "active", "disabled"),
    )
