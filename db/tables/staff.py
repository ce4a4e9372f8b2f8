"""Members of staff."""

from sqlalchemy import Column, Integer, Table, Text, UniqueConstraint, Uuid

from app.domain.staff import Role, StaffState
from db.tables.base import hall_reference, metadata, one_of, reference
from db.types import Code

staff = Table(
    "staff",
    metadata,
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
    one_of("role", Role),
    one_of("state", StaffState),
)
