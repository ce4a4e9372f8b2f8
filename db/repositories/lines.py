"""Lines and their numbers."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Row, bindparam, delete, func, insert, or_, select

from app.domain.ids import DepartmentId, LineId, TicketId
from app.domain.line import Issue, Line
from db.dialect import Dialect, clock, duration
from db.repositories.saving import must_exist, save_or_add
from db.tables import line_days, line_items, lines, tickets
from db.transaction import Transaction

_WITH_ITEMS = (
    select(lines, line_items.c.item_code)
    .outerjoin(line_items, line_items.c.line_id == lines.c.id)
    .order_by(lines.c.prefix, line_items.c.item_code)
)
_BY_PREFIX = _WITH_ITEMS.where(lines.c.prefix == bindparam("prefix"))
_BY_ID = _WITH_ITEMS.where(lines.c.id == bindparam("id"))
_FOR_ITEM = _WITH_ITEMS.where(
    lines.c.id
    == select(line_items.c.line_id).where(line_items.c.item_code == bindparam("code")).scalar_subquery()
)
_ADD_ITEM = insert(line_items)
_LATEST_CALL = (
    select(tickets.c.line_at)
    .where(
        tickets.c.line_id == bindparam("line"),
        tickets.c.day == bindparam("day"),
        tickets.c.calls > 0,
        tickets.c.misses == 0,
        tickets.c.out_of_order.is_(None),
        tickets.c.pinned_counter_id.is_(None),
        tickets.c.pinned_clerk_id.is_(None),
        tickets.c.first_called_at.is_not(None),
        tickets.c.id != bindparam("besides"),
    )
    .order_by(tickets.c.first_called_at.desc())  # announcing it again makes no call the latest
    .limit(1)
)


@cache
def _allocation(dialect: Dialect) -> Any:
    """Go ``step`` numbers on. What it is set to is worked out after the row is locked, clock included."""
    tick = duration(timedelta(microseconds=1))
    return (
        dialect.insert(line_days)
        .values(
            line_id=bindparam("line_id"),
            day=bindparam("day"),
            last_sequence=bindparam("step"),
            last_at=clock(),
        )
        .on_conflict_do_update(
            index_elements=[line_days.c.line_id, line_days.c.day],
            set_={
                "last_sequence": line_days.c.last_sequence + bindparam("step"),
                "last_at": func.greatest(line_days.c.last_at + tick, clock()),
            },
        )
        .returning(line_days.c.last_sequence, line_days.c.last_at)
    )


class LineRepository:
    """Lines with the items they serve."""

    def __init__(self, t: Transaction) -> None:
        self._t = t

    async def by_prefix(self, prefix: str) -> Line:
        """The line with a prefix. Raises ``NotFound`` (line.rule.none)."""
        found = _lines_from(await self._t.execute(_BY_PREFIX, {"prefix": prefix}))
        return must_exist(next(iter(found), None), "line.rule.none", prefix=prefix)

    async def get(self, id_: LineId) -> Line:
        """The line with a key. Raises ``NotFound`` (line.rule.none)."""
        found = _lines_from(await self._t.execute(_BY_ID, {"id": id_}))
        return must_exist(next(iter(found), None), "line.rule.none", prefix=str(id_))

    async def for_item(self, code: str) -> Line:
        """The line where an item is served. Raises ``NotFound`` (line.rule.none_for_item)."""
        found = _lines_from(await self._t.execute(_FOR_ITEM, {"code": code}))
        return must_exist(next(iter(found), None), "line.rule.none_for_item", code=code)

    async def all(self) -> Sequence[Line]:
        """All lines, by prefix."""
        return _lines_from(await self._t.execute(_WITH_ITEMS))

    async def save(self, line: Line) -> None:
        """Add or replace a line; items that another line had are this one's now."""
        await save_or_add(self._t, lines, _row(line))
        taken = or_(line_items.c.line_id == line.id, line_items.c.item_code.in_(line.items))
        await self._t.execute(delete(line_items).where(taken))
        if line.items:
            rows = [{"line_id": line.id, "item_code": code} for code in sorted(line.items)]
            await self._t.execute(_ADD_ITEM, rows)

    async def allocate(self, line: LineId, day: date) -> Issue:
        """The next number of the day; the line's number row stays locked until the commit."""
        return await self._go_on(line, day, 1)

    async def lock(self, line: LineId, day: date) -> None:
        """Hold the line's number row until the commit, without taking a number."""
        await self._go_on(line, day, 0)

    async def latest_call(self, line: LineId, day: date, *, besides: TicketId) -> datetime | None:
        """The place of the line's latest regular call: not missed, not pinned, not out of order, not released."""
        result = await self._t.execute(_LATEST_CALL, {"line": line, "day": day, "besides": besides})
        return result.scalar_one_or_none()

    async def _go_on(self, line: LineId, day: date, step: int) -> Issue:
        params = {"line_id": line, "day": day, "step": step, **self._t.offset}
        row = (await self._t.execute(_allocation(self._t.dialect), params)).one()
        self._t.saw(row.last_at)
        return Issue(line, day, row.last_sequence, row.last_at)


def _lines_from(rows: Iterable[Row[Any]]) -> list[Line]:
    """Rows of one line follow each other; each names one of its items."""
    found: dict[LineId, tuple[Row[Any], set[str]]] = {}
    for row in rows:
        _, items = found.setdefault(LineId(row.id), (row, set()))
        if row.item_code is not None:
            items.add(row.item_code)
    return [_line_from(row, items) for row, items in found.values()]


def _line_from(row: Row[Any], items: Iterable[str]) -> Line:
    return Line(
        id=LineId(row.id),
        prefix=row.prefix,
        name=row.name,
        department=DepartmentId(row.department_id) if row.department_id else None,
        items=frozenset(items),
        daily_quota=row.daily_quota,
    )


def _row(line: Line) -> dict[str, Any]:
    return {
        "id": line.id,
        "prefix": line.prefix,
        "name": line.name,
        "department_id": line.department,
        "daily_quota": line.daily_quota,
    }
