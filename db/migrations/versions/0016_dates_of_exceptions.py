"""The limits of exception cases are computed anew when a year becomes known: a step that nobody takes."""

import re

from alembic import op
from sqlalchemy import inspect

from db.migrations.sqlite_words import rewrite_table

revision = "0016"
down_revision = "0015"

_TABLE, _CHECK = "exception_steps", "ck_exception_steps_action"
_ACTIONS_IN_SQLITE = re.compile(rf"(CONSTRAINT {_CHECK} CHECK \(action IN \([^)]*)\)")


def upgrade() -> None:
    """One more action, behind those that there are, and steps without anybody who took them."""
    if op.get_bind().dialect.name == "postgresql":
        _allow()
        op.alter_column(_TABLE, "by_id", nullable=True)
    else:
        rewrite_table(_TABLE, _rewritten)


def _allow() -> None:
    checks = inspect(op.get_bind()).get_check_constraints(_TABLE)
    words = next(check["sqltext"] for check in checks if check["name"] == _CHECK)
    op.drop_constraint(op.f(_CHECK), _TABLE)
    op.create_check_constraint(op.f(_CHECK), _TABLE, f"{words.removesuffix('])')}, 'recompute'::text])")


def _rewritten(words: str) -> str:
    with_action = _ACTIONS_IN_SQLITE.sub(r"\1, 'recompute')", words)
    return with_action.replace("by_id CHAR(32) NOT NULL", "by_id CHAR(32)")
