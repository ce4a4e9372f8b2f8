"""Import a catalogue: new versions only of what is new or has changed, all or nothing."""

from dataclasses import dataclass

from app.domain.catalogue import CatalogueAction
from app.domain.catalogue_file import CatalogueFile, CataloguePlan, plan_import
from app.domain.events import Event, Fact, Topic
from app.domain.hall import Hall
from app.domain.staff import Permission
from app.ports.unit_of_work import UnitOfWork
from app.services.use_case import Ports, Work, use_case


@dataclass(frozen=True, slots=True)
class ImportedCatalogue:
    """What the file holds (items, materials, departments) and what the import adds."""

    items: int
    materials: int
    departments: int
    new_versions: int
    unchanged: int


@use_case
async def import_catalogue(work: Work, file: CatalogueFile) -> ImportedCatalogue:
    """Add what the file changes; it takes effect today."""
    work.actor.must(Permission.SET_UP)
    return await add_catalogue(work, file, await work.u.hall.get())


async def plan_catalogue(ports: Ports, file: CatalogueFile) -> ImportedCatalogue:
    """What an import would add; nothing is written."""
    async with ports.uow() as u:
        return _counted(file, await _plan(u, file, await u.hall.get()))


async def add_catalogue(work: Work, file: CatalogueFile, hall: Hall) -> ImportedCatalogue:
    """Save the departments and versions that a file adds, within a use case."""
    plan = await _plan(work.u, file, hall)
    for department in plan.departments:
        await work.u.hall.save_department(department)
    for version in plan.versions:
        await work.u.catalogue.add_version(version)
        facts: dict[str, Fact] = {"code": version.code, "version": version.version_number}
        work.u.record(work.actor, Event(Topic.CATALOGUE, CatalogueAction.NEW_VERSION, version.id, facts))
    return _counted(file, plan)


async def _plan(u: UnitOfWork, file: CatalogueFile, hall: Hall) -> CataloguePlan:
    day = hall.business_day(await u.now())
    return plan_import(file, await u.hall.departments(), await u.catalogue.latest(), day, u.new_id)


def _counted(file: CatalogueFile, plan: CataloguePlan) -> ImportedCatalogue:
    return ImportedCatalogue(
        items=len(file.items),
        materials=file.material_count,
        departments=len(file.departments),
        new_versions=len(plan.versions),
        unchanged=plan.unchanged,
    )
