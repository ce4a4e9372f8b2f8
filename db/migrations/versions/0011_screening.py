"""Past exception cases from a file, beside those that happened here."""

from alembic import op
from sqlalchemy import Column, Text

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """A further column that may be empty: what older stations wrote reads as a case of the hall's own."""
    op.add_column("exception_cases", Column("source", Text))
