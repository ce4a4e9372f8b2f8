"""Which key the hall's personal data is protected with, told by its fingerprint."""

from sqlalchemy import Boolean, CheckConstraint, Column, Table, Text, true

from db.tables.base import metadata

hall_keys = Table(
    "hall_keys",
    metadata,
    # One database holds one hall, and a hall has one key.
    Column("is_the_one", Boolean, primary_key=True, server_default=true()),
    Column("fingerprint", Text, nullable=False),
    CheckConstraint("is_the_one", name="the_one"),
)
