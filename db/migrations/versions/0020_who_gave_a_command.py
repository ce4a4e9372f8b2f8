"""Results of commands: who gave them, for nobody else is given one. Nullable: an older program says nobody."""

from alembic import op
from sqlalchemy import Column, Uuid

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    """What is kept already is nobody's, and given to whoever repeats it, as it was."""
    op.add_column("commands", Column("actor_id", Uuid))
