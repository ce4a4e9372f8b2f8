"""Exceptions: steps keep what they changed and are never changed themselves; whoever has a case is known."""

from alembic import op
from sqlalchemy import Boolean, Column, Text

from db.migrations.sqlite_words import rewrite_table

revision = "0023"
down_revision = "0022"

_RUNGS = "'handler', 'department_head', 'supervision', 'district'"
_LEVELS = "'instant', 'simple', 'ordinary', 'complex'"
_HAS_HANDLER = "handler_id IS NOT NULL AND department_id IS NOT NULL"
_HANDLED = f"state NOT IN ('assigned', 'in_hand', 'for_sign_off') OR {_HAS_HANDLER}"
_CASE_CHECKS = {"rung": f"rung IN ({_RUNGS})", "handled": _HANDLED}
_STEP_CHECKS = {"rung": f"rung IN ({_RUNGS})", "level": f"level IN ({_LEVELS})"}
_ACTIONS = (
    "'open', 'triage', 'assign', 'return', 'take', 'contact', 'measure', 'extend', 'join', 'part', 'release', "
    "'answer', 'deny', 'sign_off', 'refuse', 'follow_up', 'rework', 'close', 'reopen', 'note', 'attach', 'warn', "
    "'escalate', 'recompute'"
)
_ACTIONS_NOW = _ACTIONS.replace("'refuse', ", "'refuse', 'withdraw', ")
_GROUP_ACTIONS = "'create', 'add', 'plan', 'prove', 'reject', 'close', 'reopen', 'warn', 'overdue'"
_GROUP_ACTIONS_NOW = _GROUP_ACTIONS.replace("'add', ", "'add', 'remove', ")
_STORIES = {
    "exception_steps": "case_id",
    "exception_group_steps": "group_id",
    "follow_up_steps": "follow_up_id",
}


def upgrade() -> None:
    """What older steps changed is filled in where it is certain, before nobody can change them any more."""
    for column in (Column("category", Text), Column("level", Text), Column("satisfied", Boolean)):
        op.add_column("exception_steps", column)
    for statement in (_JUDGED, _ASKED):
        op.execute(statement)
    is_postgresql = op.get_bind().dialect.name == "postgresql"
    (_checks if is_postgresql else _checks_in_sqlite)()
    for table, key in _STORIES.items():
        for statement in (_stay if is_postgresql else _stay_in_sqlite)(table, key):
            op.execute(statement)


_JUDGED = """
    UPDATE exception_steps SET
        category = (SELECT category FROM exception_cases WHERE id = case_id),
        level = (SELECT level FROM exception_cases WHERE id = case_id)
    WHERE position = (
        SELECT max(judging.position) FROM exception_steps AS judging
        WHERE judging.case_id = exception_steps.case_id AND judging.action IN ('open', 'triage')
    )
"""
"""The last judgement is what the case is now."""

_ASKED = """
    UPDATE exception_steps SET satisfied = coalesce(
        (
            SELECT later.action = 'close' FROM exception_steps AS later
            WHERE later.case_id = exception_steps.case_id AND later.position > exception_steps.position
            AND later.action IN ('rework', 'close') ORDER BY later.position LIMIT 1
        ),
        (SELECT exception_cases.satisfied FROM exception_cases WHERE id = case_id)
    )
    WHERE action = 'follow_up'
"""
"""Who was not satisfied had it taken up anew, who was had it put on file."""


def _checks() -> None:
    for table, actions in (("exception_steps", _ACTIONS_NOW), ("exception_group_steps", _GROUP_ACTIONS_NOW)):
        name = op.f(f"ck_{table}_action")
        op.drop_constraint(name, table)
        op.create_check_constraint(name, table, f"action IN ({actions})")
    for table, checks in (("exception_cases", _CASE_CHECKS), ("exception_steps", _STEP_CHECKS)):
        for column, check in checks.items():
            op.create_check_constraint(op.f(f"ck_{table}_{column}"), table, check)


def _checks_in_sqlite() -> None:
    rewrite_table("exception_cases", lambda words: _with(words, "exception_cases", _CASE_CHECKS))
    rewrite_table(
        "exception_steps",
        lambda words: _with(words.replace(_ACTIONS, _ACTIONS_NOW), "exception_steps", _STEP_CHECKS),
    )
    rewrite_table("exception_group_steps", lambda words: words.replace(_GROUP_ACTIONS, _GROUP_ACTIONS_NOW))


def _with(words: str, table: str, checks: dict[str, str]) -> str:
    more = "".join(f", CONSTRAINT ck_{table}_{name} CHECK ({check})" for name, check in checks.items())
    return f"{words.rstrip().removesuffix(')')}{more})"


def _stay(table: str, key: str) -> tuple[str, ...]:
    return (
        f"""
        CREATE FUNCTION {table}_stay() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'steps of a story are never changed or removed' USING ERRCODE = 'restrict_violation';
        END $$
        """,
        f"""
        CREATE TRIGGER {table}_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
        FOR EACH STATEMENT EXECUTE FUNCTION {table}_stay()
        """,
    )


def _stay_in_sqlite(table: str, key: str) -> tuple[str, ...]:
    """REPLACE removes the old row without asking the trigger on DELETE."""
    taken = f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key} AND position = NEW.position)"  # noqa: S608
    events = {"update": ("UPDATE", ""), "delete": ("DELETE", ""), "replace": ("INSERT", taken)}
    return tuple(
        f"""
        CREATE TRIGGER {table}_stay_{name} BEFORE {event} ON {table} {when}
        BEGIN SELECT RAISE(ABORT, 'steps of a story are never changed or removed'); END
        """
        for name, (event, when) in events.items()
    )
