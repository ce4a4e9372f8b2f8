"""Groups of exceptions and checks over departments: limits that rules watch, and steps that nobody takes."""

import re

from alembic import op
from sqlalchemy import Boolean, Column, Date, inspect

from db.migrations.sqlite_words import rewrite_table
from db.types import Instant

revision = "0022"
down_revision = "0021"

_STEPS, _ACTION, _OWED = (
    "exception_group_steps",
    "ck_exception_group_steps_action",
    "ck_exception_groups_owed",
)
_ACTIONS_IN_SQLITE = re.compile(rf"(CONSTRAINT {_ACTION} CHECK \(action IN \([^)]*)\)")


def upgrade() -> None:
    """What is rectified is due as before; a plan and a review are from today on, by calendar days this once."""
    for column in (Column("owed_by", Date), Column("owed_provisional", Boolean)):
        op.add_column("exception_groups", column)
    for table in ("exception_groups", "department_checks"):
        for name in ("warn_on", "late_on"):
            op.add_column(table, Column(name, Date))
    for name in ("warned_at", "overdue_at"):
        op.add_column("department_checks", Column(name, Instant))
    is_postgresql = op.get_bind().dialect.name == "postgresql"
    today, day_after = (
        ("CURRENT_DATE + {}", "{} + 1") if is_postgresql else ("date('now', '+{} day')", "date({}, '+1 day')")
    )
    op.execute(
        "UPDATE exception_groups SET owed_provisional = false, owed_by = CASE state "  # noqa: S608
        f"WHEN 'gathered' THEN {today.format(7)} WHEN 'proven' THEN {today.format(5)} ELSE due END "
        "WHERE state <> 'closed'"
    )
    op.execute(f"UPDATE exception_groups SET late_on = {day_after.format('owed_by')} WHERE state <> 'closed'")  # noqa: S608
    op.execute(f"UPDATE department_checks SET late_on = {day_after.format('due')}")  # noqa: S608
    (_allow if is_postgresql else _allow_in_sqlite)()


def _allow() -> None:
    op.alter_column(_STEPS, "by_id", nullable=True)
    checks = inspect(op.get_bind()).get_check_constraints(_STEPS)
    words = next(check["sqltext"] for check in checks if check["name"] == _ACTION)
    op.drop_constraint(op.f(_ACTION), _STEPS)
    more = f"{words.removesuffix('])')}, 'warn'::text, 'overdue'::text])"
    op.create_check_constraint(op.f(_ACTION), _STEPS, more)


def _allow_in_sqlite() -> None:
    rewrite_table(_STEPS, _rewritten)


def _rewritten(words: str) -> str:
    more = _ACTIONS_IN_SQLITE.sub(r"\1, 'warn', 'overdue')", words)
    return re.sub(r"(by_id CHAR\(32\)) NOT NULL", r"\1", more)
