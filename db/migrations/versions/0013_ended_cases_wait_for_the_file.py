"""A case that the calendar ended waits until somebody puts it on file."""

from alembic import op

revision = "0013"
down_revision = "0012"

_OPEN = "'received', 'notified', 'supplemented', 'accepted', 'suspended', 'decided', 'delivered'"
_BEFORE = f"(state IN ({_OPEN})) = (watch_by IS NOT NULL)"
_AFTER = f"state = 'ended' OR {_BEFORE}"


def upgrade() -> None:
    """An ended case may have a next limit; those that ended before have none, and stay as they are."""
    if op.get_bind().dialect.name == "postgresql":
        op.drop_constraint(op.f("ck_cases_watched"), "cases")
        op.create_check_constraint(op.f("ck_cases_watched"), "cases", _AFTER)
    else:
        _rewrite_in_sqlite()


def _rewrite_in_sqlite() -> None:
    """SQLite changes no constraint; where no row is touched it lets the table's words be rewritten.

    https://www.sqlite.org/lang_altertable.html#otheralter: the schema's number counts up, so that other connections
    read it anew.
    """
    version = op.get_bind().exec_driver_sql("PRAGMA schema_version").scalar_one()
    op.execute("PRAGMA writable_schema = ON")
    op.get_bind().exec_driver_sql(
        "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE type = 'table' AND name = 'cases'",
        (_BEFORE, _AFTER),
    )
    op.execute(f"PRAGMA schema_version = {version + 1}")
    op.execute("PRAGMA writable_schema = RESET")
