"""Things with a story: a root and its steps, loaded together by the root's number."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, Select, Table, bindparam, select

from db.repositories.locking import locked_root, was_stale
from db.transaction import Transaction


class Stories:
    """The roots of a table with their steps; ``owner`` names the steps' column that refers to the root."""

    def __init__(self, root: Table, steps: Table, owner: str, step_columns: Sequence[Any]) -> None:
        self._root, self._steps, self._owner = root, steps, steps.c[owner]
        self._columns = step_columns
        self._by_number = {lock: self._statement(lock=lock) for lock in (False, True)}

    async def rows(self, t: Transaction, number: str, *, lock: bool) -> Sequence[Row[Any]]:
        """One row for each step of the root with a number, in their order; nothing when there is none."""
        params = {"number": number, **t.offset}
        rows = (await t.execute(self._by_number[lock], params)).all()
        if was_stale(rows):
            rows = (await t.execute(self._by_number[False], params)).all()
        if lock and rows:
            t.saw(rows[0].clock)
        return rows

    def _statement(self, *, lock: bool) -> Select[Any]:
        chosen = select(self._root).where(self._root.c.number == bindparam("number"))
        root = locked_root(self._root, chosen, lock=lock)
        return (
            root.statement.add_columns(*self._columns)
            .select_from(root.rows)
            .join(self._steps, self._owner == root.rows.c.id)
            .order_by(self._steps.c.position)
        )
