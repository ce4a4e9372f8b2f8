"""Counters with the lines they serve."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import Row, Select, bindparam, delete, insert, select

from app.domain.counter import Counter, CounterState
from app.domain.ids import CounterId, DepartmentId, LineId, StaffId
from db.repositories.locking import locked_root, was_stale
from db.repositories.saving import Known, guarded_update, in_hall, must_exist, save_guarded
from db.tables import counter_lines, counters
from db.transaction import Transaction

_ADD = in_hall(counters)
_SAVE = guarded_update(counters)
_ADD_LINE = insert(counter_lines)
_DROP_LINES = delete(counter_lines).where(counter_lines.c.counter_id == bindparam("counter"))


def _with_lines(*conditions: Any, lock: bool = False) -> Select[Any]:
    root = locked_root(counters, select(counters).where(*conditions), lock=lock)
    return (
        root.statement.add_columns(counter_lines.c.line_id, counter_lines.c.preference)
        .select_from(root.rows)
        .outerjoin(counter_lines, counter_lines.c.counter_id == root.rows.c.id)
        .order_by(root.rows.c.number)
    )


_ALL = _with_lines()
_BY_ID = _with_lines(counters.c.id == bindparam("id"))
_BY_CLERK = _with_lines(counters.c.clerk_id == bindparam("clerk"))
_BY_NUMBER = {
    lock: _with_lines(counters.c.number == bindparam("number"), lock=lock) for lock in (False, True)
}


class CounterRepository:
    """Counters, by the number on their sign."""

    def __init__(self, t: Transaction) -> None:
        self._t = t
        self._known: Known[Counter] = Known()

    async def by_number(self, number: int, *, lock: bool = False) -> Counter:
        """The counter with a number. Raises ``NotFound`` (counter.rule.none)."""
        params = {"number": number}
        rows = (await self._t.execute(_BY_NUMBER[lock], params | self._t.offset)).all()
        if was_stale(rows):
            rows = (await self._t.execute(_BY_NUMBER[False], params | self._t.offset)).all()
        if lock and rows:
            self._t.saw(rows[0].clock)
        return must_exist(self._first(rows), "counter.rule.none", counter=number)

    async def get(self, id_: CounterId) -> Counter:
        """The counter with a key. Raises ``NotFound`` (counter.rule.none)."""
        rows = (await self._t.execute(_BY_ID, {"id": id_, **self._t.offset})).all()
        return must_exist(self._first(rows), "counter.rule.none", counter=str(id_))

    async def find_by_clerk(self, clerk: StaffId) -> Counter | None:
        """The counter where the clerk sits (open or paused), or None."""
        return self._first((await self._t.execute(_BY_CLERK, {"clerk": clerk, **self._t.offset})).all())

    async def all(self) -> Sequence[Counter]:
        """All counters, by number."""
        return self._from((await self._t.execute(_ALL, self._t.offset)).all())

    async def add(self, counter: Counter) -> None:
        """Add a counter with its lines."""
        await self._t.execute(_ADD, _row(counter))
        await self._add_lines(counter)
        self._known.saved(counter, counter.version)

    async def save(self, counter: Counter) -> None:
        """Save state or set-up. Raises ``ConcurrentChange``."""
        before = self._known.get(counter)
        await save_guarded(self._t, _SAVE, _row, counter, self._known)
        if before is None or before.lines != counter.lines:
            await self._t.execute(_DROP_LINES, {"counter": counter.id})
            await self._add_lines(counter)

    async def _add_lines(self, counter: Counter) -> None:
        rows = [
            {"counter_id": counter.id, "line_id": line, "preference": preference}
            for line, preference in counter.lines.items()
        ]
        if rows:
            await self._t.execute(_ADD_LINE, rows)

    def _first(self, rows: Sequence[Row[Any]]) -> Counter | None:
        return next(iter(self._from(rows)), None)

    def _from(self, rows: Iterable[Row[Any]]) -> list[Counter]:
        grouped: dict[CounterId, tuple[Row[Any], dict[LineId, timedelta]]] = {}
        for row in rows:
            _, served = grouped.setdefault(CounterId(row.id), (row, {}))
            if row.line_id is not None:
                served[LineId(row.line_id)] = row.preference
        return [self._known.loaded(_counter_from(row, served)) for row, served in grouped.values()]


def _counter_from(row: Row[Any], served: dict[LineId, timedelta]) -> Counter:
    return Counter(
        id=CounterId(row.id),
        number=row.number,
        name=row.name,
        department=DepartmentId(row.department_id) if row.department_id else None,
        direction=row.direction,
        lines=served,
        state=CounterState(row.state),
        clerk=StaffId(row.clerk_id) if row.clerk_id else None,
        pause_reason=row.pause_reason,
        since=row.since,
        version=row.version,
    )


def _row(counter: Counter) -> dict[str, Any]:
    return {
        "id": counter.id,
        "number": counter.number,
        "name": counter.name,
        "department_id": counter.department,
        "direction": counter.direction,
        "state": counter.state.value,
        "clerk_id": counter.clerk,
        "pause_reason": counter.pause_reason,
        "since": counter.since,
        "version": counter.version,
    }
