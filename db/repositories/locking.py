"""Loading an aggregate with its children in one statement, under a lock."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Select, Subquery, Table, select

from db.dialect import clock


@dataclass(frozen=True)
class LockedRoot:
    """Root rows, locked before anything else of the statement is worked out; children are joined to them.

    ``statement`` selects the root's columns, ``clock`` (the time after the lock) and ``seen_version``.
    """

    rows: Subquery
    statement: Select[Any]


def locked_root(table: Table, chosen: Select[Any], *, lock: bool, skip_locked: bool = False) -> LockedRoot:
    """The chosen rows of a table, locked ``FOR NO KEY UPDATE`` when asked for.

    A plain ``FOR UPDATE`` would wait for everybody who adds a row that refers to this one.
    """
    if lock:
        chosen = chosen.with_for_update(key_share=True, skip_locked=skip_locked, of=table)
    rows = chosen.subquery("root")
    stored = table.alias("stored")
    seen = select(stored.c.version).where(stored.c.id == rows.c.id).scalar_subquery()
    return LockedRoot(rows, select(rows, clock().label("clock"), seen.label("seen_version")))


def was_stale(rows: Sequence[Row[Any]]) -> bool:
    """Whether the root changed while its lock was waited for.

    PostgreSQL then gives the root as it is now, and its children as they were: they must be read again.
    """
    return any(row.version != row.seen_version for row in rows)
