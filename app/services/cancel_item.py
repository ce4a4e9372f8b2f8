"""Take an item out of the catalogue: from its day on it gets neither ticket nor case (优化营商环境条例 art. 40)."""

from dataclasses import dataclass
from datetime import date

from app.domain.catalogue import CatalogueAction
from app.domain.errors import RuleBroken
from app.domain.events import Event, Topic
from app.domain.ids import ItemVersionId
from app.domain.staff import Permission
from app.services.use_case import Work, use_case


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The item that was cancelled, and from when."""

    code: str
    name: str
    since: date


@use_case
async def cancel_item(work: Work, code: str, document: str, since: date | None = None) -> Cancelled:
    """Cancel an item by a document (文号), from today or a later day.

    Raises:
        RuleBroken: no document is named, the day is past, or the item is cancelled already.
        NotFound: there is no such item.
    """
    work.actor.must(Permission.SET_UP)
    if not document.strip():
        raise RuleBroken("catalogue.rule.say_document")
    today = (await work.u.hall.get()).business_day(await work.u.now())
    item = await work.u.catalogue.in_force(code, today)
    cancelled = item.cancel(ItemVersionId(work.u.new_id()), since or today, today)
    await work.u.catalogue.add_version(cancelled)
    facts = {"code": code, "since": (since or today).isoformat(), "document": document.strip()}
    work.u.record(work.actor, Event(Topic.CATALOGUE, CatalogueAction.CANCEL, cancelled.id, facts))
    return Cancelled(code, item.name, since or today)
