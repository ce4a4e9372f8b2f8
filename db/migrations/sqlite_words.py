"""SQLite changes no constraint; where no row is touched it lets the words of a table be rewritten."""

from collections.abc import Callable

from alembic import op


def rewrite_table(table: str, rewritten: Callable[[str], str]) -> None:
    """Put ``rewritten(words)`` in place of the words that made a table.

    https://www.sqlite.org/lang_altertable.html#otheralter: the schema's number counts up, so that other connections
    read it anew.
    """
    connection = op.get_bind()
    version = connection.exec_driver_sql("PRAGMA schema_version").scalar_one()
    words = connection.exec_driver_sql(
        "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?", (table,)
    ).scalar_one()
    op.execute("PRAGMA writable_schema = ON")
    connection.exec_driver_sql(
        "UPDATE sqlite_schema SET sql = ? WHERE type = 'table' AND name = ?", (rewritten(words), table)
    )
    op.execute(f"PRAGMA schema_version = {version + 1}")
    op.execute("PRAGMA writable_schema = RESET")
