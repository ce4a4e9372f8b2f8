"""What figures are parted by: the key of a part in SQL, how it is called, and in which order parts stand."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Integer, cast, extract, select

from app.domain.five_ones import Grouping
from db.tables import counters, departments, halls, item_versions
from db.transaction import Transaction

NEWEST = (
    select(item_versions.c.code, item_versions.c.name)
    .where(item_versions.c.effective_to.is_(None))
    .subquery()
)


def group_key(rows: FromClause, by: Grouping) -> ColumnElement[Any]:
    """The key of rows with a day, a department, an item and a counter."""
    year, month = (cast(extract(part, rows.c.day), Integer) for part in ("year", "month"))
    match by:
        case Grouping.HALL:
            # Not a constant: PostgreSQL would take it for the number of a column.
            return year - year
        case Grouping.DEPARTMENT:
            return rows.c.department_id
        case Grouping.ITEM:
            return rows.c.item_code
        case Grouping.COUNTER:
            return rows.c.counter_id
        case Grouping.DAY:
            return rows.c.day
        case Grouping.MONTH:
            return year * 100 + month
        case Grouping.QUARTER:
            return year * 10 + (month + 2) // 3


async def group_names(t: Transaction, by: Grouping) -> Callable[[Any], tuple[str, str]]:
    """How a key of a grouping is called: its code and its name."""
    match by:
        case Grouping.HALL:
            hall = (await t.execute(select(halls.c.code, halls.c.name))).one()
            return lambda key: (hall.code, hall.name)
        case Grouping.DEPARTMENT:
            rows = await t.execute(select(departments.c.id, departments.c.code, departments.c.name))
            return {row.id: (row.code, row.name) for row in rows}.__getitem__
        case Grouping.ITEM:
            names = {row.code: row.name for row in await t.execute(select(NEWEST))}
            return lambda key: (key, names.get(key, ""))
        case Grouping.COUNTER:
            rows = await t.execute(select(counters.c.id, counters.c.number, counters.c.name))
            return {None: ("", ""), **{row.id: (str(row.number), row.name) for row in rows}}.__getitem__
        case Grouping.DAY:
            return lambda key: (key.isoformat(), "")
        case Grouping.MONTH:
            return lambda key: (f"{key // 100}-{key % 100:02d}", "")
        case Grouping.QUARTER:
            return lambda key: (f"{key // 10}-Q{key % 10}", "")


def group_order(key: str, by: Grouping) -> tuple[bool, int, str]:
    """By key; counters by their number, and what has none last."""
    return not key, int(key) if by is Grouping.COUNTER and key else 0, key
