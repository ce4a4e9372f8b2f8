"""Cases: applications for an item, across trips."""

from sqlalchemy import Boolean, Column, Date, Integer, Table, Text, UniqueConstraint, Uuid

from app.domain.case import CaseState
from db.tables.base import hall_reference, metadata, one_of, person_checks, person_columns, reference
from db.types import Code, Instant

cases = Table(
    "cases",
    metadata,
    Column("id", Uuid, primary_key=True),
    hall_reference(),
    Column("number", Code, nullable=False),
    reference("item_id", "item_versions"),
    Column("item_code", Code, nullable=False),
    Column("situation", Text),
    reference("department_id", "departments"),
    reference("ticket_id", "tickets"),
    Column("received_on", Date, nullable=False),
    Column("tell_by", Date, nullable=False),
    Column("tell_by_provisional", Boolean, nullable=False),
    *person_columns(),
    Column("state", Text, nullable=False),
    Column("since", Instant),
    Column("version", Integer, nullable=False),
    UniqueConstraint("number"),
    one_of("state", CaseState),
    *person_checks(),
)
