"""The hall and its departments."""

from sqlalchemy import Boolean, CheckConstraint, Column, Table, Text, UniqueConstraint, Uuid, true

from app.domain.hall import ApprovalSection
from db.tables.base import hall_reference, metadata, one_of
from db.types import Code, Json

halls = Table(
    "halls",
    metadata,
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

departments = Table(
    "departments",
    metadata,
    Column("id", Uuid, primary_key=True),
    hall_reference(),
    Column("code", Code, nullable=False),
    Column("name", Text, nullable=False),
    Column("full_name", Text, nullable=False),
    Column("document_name", Text, nullable=False),
    Column("approval_section", Text, nullable=False),
    Column("phone", Text),
    UniqueConstraint("code"),
    one_of("approval_section", ApprovalSection),
)
