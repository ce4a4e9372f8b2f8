"""Things with a story: a root and its steps, loaded together."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, Select, Table, bindparam, select

from db.repositories.locking import locked_root, was_stale
from db.repositories.steps import Steps
from db.transaction import Transaction


class Stories:
    """The roots of a table with their steps, by one of the root's unique columns."""

    def __init__(self, root: Table, steps: Steps[Any], by: str = "number") -> None:
        self._root, self._steps, self._by = root, steps, by
        self._one = {lock: self._statement(lock=lock) for lock in (False, True)}

    async def rows(self, t: Transaction, value: object, *, lock: bool) -> Sequence[Row[Any]]:
        """One row for each step of the root with a value, in their order; nothing when there is none."""
        params = {self._by: value, **t.offset}
        rows = (await t.execute(self._one[lock], params)).all()
        if was_stale(rows):
            rows = (await t.execute(self._one[False], params)).all()
        if lock and rows:
            t.saw(rows[0].clock)
        return rows

    def _statement(self, *, lock: bool) -> Select[Any]:
        chosen = select(self._root).where(self._root.c[self._by] == bindparam(self._by))
        root = locked_root(self._root, chosen, lock=lock)
        return (
            root.statement.add_columns(*self._steps.columns)
            .select_from(root.rows)
            .join(self._steps.owner.table, self._steps.owner == root.rows.c.id)
            .order_by(self._steps.position)
        )
