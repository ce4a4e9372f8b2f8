"""Items in force, as a list to choose from."""

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Row, bindparam, or_, select

from app.domain.catalogue import HandlingType, Regime
from app.ports.rows import ItemRow
from db.repositories.catalogue import IN_FORCE
from db.tables import departments, item_versions, line_items, lines
from db.transaction import Transaction

_ITEMS = (
    select(
        item_versions.c.code,
        item_versions.c.name,
        item_versions.c.handling,
        item_versions.c.promised_days,
        item_versions.c.regime,
        item_versions.c.online,
        item_versions.c.situations,
        item_versions.c.materials,
        departments.c.name.label("department"),
        lines.c.prefix,
    )
    .select_from(item_versions)
    .join(departments, departments.c.id == item_versions.c.department_id)
    .outerjoin(line_items, line_items.c.item_code == item_versions.c.code)
    .outerjoin(lines, lines.c.id == line_items.c.line_id)
    .where(
        *IN_FORCE,
        or_(
            item_versions.c.cancelled_from.is_(None),
            item_versions.c.cancelled_from > bindparam("day", type_=item_versions.c.cancelled_from.type),
        ),
    )
    .order_by(item_versions.c.code)
)


async def item_rows(t: Transaction, day: date) -> tuple[ItemRow, ...]:
    """All items that can be asked for on a day: in force and not cancelled."""
    return tuple(_item_row(row) for row in await t.execute(_ITEMS, {"day": day}))


def _item_row(row: Row[Any]) -> ItemRow:
    return ItemRow(
        code=row.code,
        name=row.name,
        department=row.department,
        handling=HandlingType(row.handling) if row.handling else None,
        promised_days=_plain(row.promised_days),
        regime=Regime(row.regime),
        online=row.online,
        situations=tuple(situation["name"] for situation in row.situations),
        materials=tuple(material["name"] for material in row.materials if material["listed"]),
        line=row.prefix,
    )


def _plain(days: Decimal | None) -> str | None:
    """Without an exponent or zeros that mean nothing: 20, 0.125."""
    return None if days is None else f"{days.normalize():f}"
