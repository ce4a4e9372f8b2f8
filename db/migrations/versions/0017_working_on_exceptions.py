"""Exceptions: contact, the one extension, other departments' parts, sign-off, escalation, files; own categories."""

import re

from alembic import op
from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Text,
    UniqueConstraint,
    Uuid,
    false,
)

from db.migrations.columns import one_of, reference
from db.migrations.sqlite_words import rewrite_table
from db.types import Code, Instant

revision = "0017"
down_revision = "0016"

_STATES = "'registered', 'triaged', 'assigned', 'in_hand', 'answered', 'followed_up', 'closed'"
_STATES_NOW = _STATES.replace("'in_hand', ", "'in_hand', 'for_sign_off', ")
_ACTIONS = (
    "'open', 'triage', 'assign', 'return', 'take', 'answer', 'follow_up', 'rework', 'close', 'reopen', 'note', "
    "'recompute'"
)
_ACTIONS_NOW = (
    "'open', 'triage', 'assign', 'return', 'take', 'contact', 'measure', 'extend', 'join', 'part', 'release', "
    "'answer', 'deny', 'sign_off', 'refuse', 'follow_up', 'rework', 'close', 'reopen', 'note', 'attach', 'warn', "
    "'escalate', 'recompute'"
)
_CATEGORY = re.compile(r",\s*CONSTRAINT ck_exception_cases_category CHECK \(category IN \([^)]*\)\)")
_UNANSWERED = "'registered', 'triaged', 'assigned', 'in_hand'"


def upgrade() -> None:
    """What is open rises from the day after its limit; nothing was owed or warned of before."""
    _columns()
    op.create_index("ix_exception_cases_warn_on", "exception_cases", ["warn_on"])
    op.create_index("ix_exception_cases_rises_on", "exception_cases", ["rises_on"])
    _parts()
    _attachments()
    if op.get_bind().dialect.name == "postgresql":
        _checks()
    else:
        _checks_in_sqlite()
    day_after = "due + 1" if op.get_bind().dialect.name == "postgresql" else "date(due, '+1 day')"
    op.execute(f"UPDATE exception_cases SET rises_on = {day_after} WHERE state IN ({_UNANSWERED})")  # noqa: S608


def _columns() -> None:
    for column in (
        Column("case_number", Code),
        Column("contact_by", Date),
        Column("extended", Boolean, nullable=False, server_default=false()),
        Column("rung", Text, nullable=False, server_default="handler"),
        Column("warn_on", Date),
        Column("rises_on", Date),
    ):
        op.add_column("exception_cases", column)
    op.add_column("exception_steps", Column("basis", Text, nullable=False, server_default=""))
    op.add_column("exception_steps", Column("rung", Text))


def _parts() -> None:
    op.create_table(
        "exception_parts",
        reference("case_id", "exception_cases"),
        Column("position", Integer, nullable=False),
        reference("department_id", "departments"),
        reference("handler_id", "staff"),
        Column("task", Text, nullable=False),
        Column("answer", Text, nullable=False),
        Column("answered_at", Instant),
        Column("released", Boolean, nullable=False),
        PrimaryKeyConstraint("case_id", "position"),
        CheckConstraint("answered_at IS NULL OR NOT released", name="settled_once"),
    )


def _attachments() -> None:
    op.create_table(
        "exception_attachments",
        Column("id", Uuid, primary_key=True),
        reference("case_id", "exception_cases"),
        Column("position", Integer, nullable=False),
        Column("name", Text, nullable=False),
        Column("kind", Text, nullable=False),
        Column("size", Integer, nullable=False),
        Column("sha256", Text, nullable=False),
        reference("added_by_id", "staff"),
        Column("added_at", Instant, nullable=False),
        Column("place", Text, nullable=False),
        Column("content", LargeBinary),
        UniqueConstraint("case_id", "position"),
        one_of("kind", "jpeg", "png", "pdf"),
        one_of("place", "database", "folder"),
        CheckConstraint("(place = 'database') = (content IS NOT NULL)", name="kept"),
    )


def _checks() -> None:
    op.drop_constraint(op.f("ck_exception_cases_category"), "exception_cases")
    for table, column, values in (
        ("exception_cases", "state", _STATES_NOW),
        ("exception_steps", "state", _STATES_NOW),
        ("exception_steps", "action", _ACTIONS_NOW),
    ):
        name = op.f(f"ck_{table}_{column}")
        op.drop_constraint(name, table)
        op.create_check_constraint(name, table, f"{column} IN ({values})")


def _checks_in_sqlite() -> None:
    rewrite_table("exception_cases", lambda words: _CATEGORY.sub("", words).replace(_STATES, _STATES_NOW))
    rewrite_table(
        "exception_steps",
        lambda words: words.replace(_STATES, _STATES_NOW).replace(_ACTIONS, _ACTIONS_NOW),
    )
