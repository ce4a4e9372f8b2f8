"""Follow-ups of bad ratings: warnings before their limits, and limits computed anew; steps that nobody takes."""

import re

from alembic import op
from sqlalchemy import Column, Date, inspect

from db.migrations.sqlite_words import rewrite_table

revision = "0018"
down_revision = "0017"

_TABLE, _ACTION, _BY = "follow_up_steps", "ck_follow_up_steps_action", "ck_follow_up_steps_by"
_ACTIONS_IN_SQLITE = re.compile(rf"(CONSTRAINT {_ACTION} CHECK \(action IN \([^)]*)\)")
_WHO = "(by_id IS NULL) = (action = 'open')"
_WHO_NOW = f"action IN ('warn', 'recompute') OR {_WHO}"


def upgrade() -> None:
    """Nothing was warned of before: what is open is warned of from its next limit on."""
    for limit in ("contact", "right", "review"):
        op.add_column("follow_ups", Column(f"{limit}_warn_on", Date))
    if op.get_bind().dialect.name == "postgresql":
        _allow()
    else:
        rewrite_table(_TABLE, _rewritten)


def _allow() -> None:
    checks = inspect(op.get_bind()).get_check_constraints(_TABLE)
    words = next(check["sqltext"] for check in checks if check["name"] == _ACTION)
    more = f"{words.removesuffix('])')}, 'warn'::text, 'recompute'::text])"
    for name, now in ((_ACTION, more), (_BY, _WHO_NOW)):
        op.drop_constraint(op.f(name), _TABLE)
        op.create_check_constraint(op.f(name), _TABLE, now)


def _rewritten(words: str) -> str:
    return _ACTIONS_IN_SQLITE.sub(r"\1, 'warn', 'recompute')", words).replace(_WHO, _WHO_NOW)
