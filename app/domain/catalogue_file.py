"""What a catalogue file lists, and what importing it changes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from app.domain.catalogue import Guide, HandlingType, Material, ServiceItem, Situation, regime_of
from app.domain.hall import Department
from app.domain.ids import DepartmentId, ItemVersionId


@dataclass(frozen=True, slots=True)
class ListedItem:
    """An item as a file lists it; ``department`` is a department's name or code. None: the file does not say."""

    code: str
    name: str
    department: str
    item_type: str
    materials: tuple[Material, ...]
    guide: Guide
    situations: tuple[Situation, ...] = ()
    handling: HandlingType | None = None
    statutory_days: Decimal | None = None
    promised_days: Decimal | None = None
    online: bool | None = None
    visits: int | None = None
    subjects: tuple[str, ...] = ()
    materials_complete: bool = True

    def version(self, id_: ItemVersionId, department: DepartmentId, day: date) -> ServiceItem:
        """The first version of the item, in force from ``day``."""
        return ServiceItem(
            id=id_,
            code=self.code,
            version_number=1,
            name=self.name,
            department=department,
            effective_from=day,
            regime=regime_of(self.item_type),
            item_type=self.item_type,
            materials=self.materials,
            situations=self.situations,
            handling=self.handling,
            statutory_days=self.statutory_days,
            promised_days=self.promised_days,
            online=self.online,
            visits=self.visits,
            subjects=self.subjects,
            materials_complete=self.materials_complete,
            guide=self.guide,
        )


@dataclass(frozen=True, slots=True)
class CatalogueFile:
    """The items of a file, in its order; codes are unique."""

    items: tuple[ListedItem, ...]

    @property
    def departments(self) -> tuple[str, ...]:
        """The departments that the items name, each once, in order."""
        return tuple(dict.fromkeys(item.department for item in self.items))

    @property
    def material_count(self) -> int:
        """How many materials the items' own lists ask for."""
        return sum(material.listed for item in self.items for material in item.materials)


@dataclass(frozen=True, slots=True)
class CataloguePlan:
    """What an import adds. ``unchanged`` counts the items that are as they were."""

    departments: tuple[Department, ...]
    versions: tuple[ServiceItem, ...]
    unchanged: int


def plan_import(
    file: CatalogueFile,
    departments: Iterable[Department],
    latest: Iterable[ServiceItem],
    day: date,
    new_id: Callable[[], UUID],
) -> CataloguePlan:
    """New versions, in force from ``day``, of what is new or has changed; departments where they are wanting.

    ``latest`` are the newest versions of all items. Items that the file does not name stay as they are, and a
    cancelled item stays cancelled: an import is no way around its cancellation (优化营商环境条例 art. 40).
    """
    known = {key: d.id for d in departments for key in (d.code, d.name)}
    added = [_department(name, new_id) for name in file.departments if name not in known]
    known |= {d.name: d.id for d in added}
    before = {item.code: item for item in latest}
    listed = [i.version(ItemVersionId(new_id()), known[i.department], day) for i in file.items]
    versions = [_after(before.get(item.code), item) for item in listed]
    changed = tuple(version for version in versions if version is not None)
    return CataloguePlan(tuple(added), changed, len(versions) - len(changed))


def _department(name: str, new_id: Callable[[], UUID]) -> Department:
    return Department(DepartmentId(new_id()), code=name, name=name, full_name=name, document_name=name)


def _after(before: ServiceItem | None, listed: ServiceItem) -> ServiceItem | None:
    """The version that follows ``before``, or None when nothing changed."""
    if before is None:
        return listed
    following = replace(
        listed,
        version_number=before.version_number + 1,
        effective_from=max(listed.effective_from, before.effective_from),
        cancelled_from=before.cancelled_from,
    )
    return following if following.content() != before.content() else None
