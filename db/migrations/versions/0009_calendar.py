"""Years whose arrangement of working days the office entered itself."""

from alembic import op
from sqlalchemy import Column, Integer, Text

from db.types import Json

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """A new table: older stations go on as if no year were entered."""
    op.create_table(
        "calendar_years",
        Column("year", Integer, primary_key=True, autoincrement=False),
        Column("off", Json, nullable=False),
        Column("worked", Json, nullable=False),
        Column("source", Text, nullable=False),
    )
