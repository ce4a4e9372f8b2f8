"""What the guide desk found that a person does not need, beside what was brought."""

from alembic import op
from sqlalchemy import Column

from db.types import Json

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """A further column that may be empty: what older stations wrote reads as nothing found so."""
    op.add_column("errands", Column("not_applicable", Json))
