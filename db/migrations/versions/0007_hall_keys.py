"""The fingerprint of the hall's key, so that a station with another key is refused."""

from alembic import op
from sqlalchemy import Boolean, CheckConstraint, Column, Text, true

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """A further table: older stations go on working."""
    op.create_table(
        "hall_keys",
        Column("is_the_one", Boolean, primary_key=True, server_default=true()),
        Column("fingerprint", Text, nullable=False),
        CheckConstraint("is_the_one", name="the_one"),
    )
