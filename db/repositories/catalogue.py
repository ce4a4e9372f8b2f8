"""Service items in versions."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Date, Row, bindparam, func, or_, select, update

from app.domain.catalogue import Guide, HandlingType, Material, Regime, ServiceItem, Situation
from app.domain.ids import DepartmentId, ItemVersionId
from db.json_values import from_json, to_json
from db.repositories.saving import in_hall, must_exist
from db.tables import item_versions
from db.transaction import Transaction

_DAY = bindparam("day", type_=Date)
_CODE = bindparam("code", type_=item_versions.c.code.type)
IN_FORCE = (
    item_versions.c.effective_from <= _DAY,
    or_(item_versions.c.effective_to.is_(None), item_versions.c.effective_to > _DAY),
)
"""Which version of an item is in force on the ``day`` given."""

_ONE_IN_FORCE = select(item_versions).where(item_versions.c.code == _CODE, *IN_FORCE)
_VERSION = select(item_versions).where(item_versions.c.id == bindparam("id"))
_LATEST = select(item_versions).where(item_versions.c.effective_to.is_(None)).order_by(item_versions.c.code)
# A version that never came into force ends before it began to: its period is empty.
_END = (
    update(item_versions)
    .where(item_versions.c.code == bindparam("ended"), item_versions.c.effective_to.is_(None))
    .values(effective_to=func.greatest(item_versions.c.effective_from, _DAY))
)
_ADD = in_hall(item_versions)


class CatalogueRepository:
    """Items; a version is added, never edited."""

    def __init__(self, t: Transaction) -> None:
        self._t = t

    async def in_force(self, code: str, day: date) -> ServiceItem:
        """The version of an item in force on a day. Raises ``NotFound`` (catalogue.rule.none)."""
        row = (await self._t.execute(_ONE_IN_FORCE, {"code": code, "day": day})).one_or_none()
        return _item_from(must_exist(row, "catalogue.rule.none", code=code))

    async def version(self, id_: ItemVersionId) -> ServiceItem:
        """A certain version. Raises ``NotFound`` (catalogue.rule.none)."""
        row = (await self._t.execute(_VERSION, {"id": id_})).one_or_none()
        return _item_from(must_exist(row, "catalogue.rule.none", code=str(id_)))

    async def latest(self) -> Sequence[ServiceItem]:
        """The newest version of every item, by code."""
        return [_item_from(row) for row in await self._t.execute(_LATEST)]

    async def add_version(self, item: ServiceItem) -> None:
        """Add a version; the one before it ends when this one takes effect."""
        await self._t.execute(_END, {"ended": item.code, "day": item.effective_from})
        await self._t.execute(_ADD, _row(item))


def _item_from(row: Row[Any]) -> ServiceItem:
    return ServiceItem(
        id=ItemVersionId(row.id),
        code=row.code,
        version_number=row.version_number,
        name=row.name,
        department=DepartmentId(row.department_id),
        effective_from=row.effective_from,
        effective_to=row.effective_to,
        cancelled_from=row.cancelled_from,
        regime=Regime(row.regime),
        item_type=row.item_type,
        handling=HandlingType(row.handling) if row.handling else None,
        statutory_days=row.statutory_days,
        promised_days=row.promised_days,
        online=row.online,
        visits=row.visits,
        subjects=tuple(row.subjects),
        materials=from_json(tuple[Material, ...], row.materials),
        materials_complete=row.materials_complete,
        situations=from_json(tuple[Situation, ...], row.situations),
        guide=from_json(Guide, row.guide),
    )


def _row(item: ServiceItem) -> dict[str, Any]:
    return {
        "id": item.id,
        "code": item.code,
        "version_number": item.version_number,
        "name": item.name,
        "department_id": item.department,
        "effective_from": item.effective_from,
        "effective_to": item.effective_to,
        "cancelled_from": item.cancelled_from,
        "regime": item.regime.value,
        "item_type": item.item_type,
        "handling": item.handling.value if item.handling else None,
        "statutory_days": item.statutory_days,
        "promised_days": item.promised_days,
        "online": item.online,
        "visits": item.visits,
        "subjects": list(item.subjects),
        "materials": to_json(tuple[Material, ...], item.materials),
        "materials_complete": item.materials_complete,
        "situations": to_json(tuple[Situation, ...], item.situations),
        "guide": to_json(Guide, item.guide),
    }
