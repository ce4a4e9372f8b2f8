"""Follow-ups of bad ratings: one that was closed takes the clerk's appeal, and waits for its review."""

from alembic import op

from db.migrations.sqlite_words import rewrite_table

revision = "0019"
down_revision = "0018"

_STATES = "'opened', 'contacted', 'put_right', 'asked', 'closed'"
_STATES_NOW = f"{_STATES}, 'appealed'"


def upgrade() -> None:
    """Another state is allowed; no row is touched."""
    for table in ("follow_ups", "follow_up_steps"):
        if op.get_bind().dialect.name == "postgresql":
            name = op.f(f"ck_{table}_state")
            op.drop_constraint(name, table)
            op.create_check_constraint(name, table, f"state IN ({_STATES_NOW})")
        else:
            rewrite_table(table, lambda words: words.replace(_STATES, _STATES_NOW))
