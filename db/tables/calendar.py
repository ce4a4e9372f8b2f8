"""Years whose arrangement of working days the office entered itself."""

from sqlalchemy import Column, Integer, Table, Text

from db.tables.base import metadata
from db.types import Json

calendar_years = Table(
    "calendar_years",
    metadata,
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("off", Json, nullable=False),
    Column("worked", Json, nullable=False),
    Column("source", Text, nullable=False),
)
