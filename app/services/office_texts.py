"""What offices say in their own words on the papers they issue: set, reset, looked at and tried out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.catalogue import Regime, ServiceItem
from app.domain.errors import NotFound
from app.domain.events import Event, Topic
from app.domain.hall import Department
from app.domain.ids import CaseId
from app.domain.office_text import FormKind, OfficeText, TextAction, TextPart
from app.domain.staff import Permission
from app.services.office_words import own_words
from app.services.sample_papers import Sample, sample_paper
from app.services.use_case import Command, Ports, Work, use_case


@dataclass(frozen=True, slots=True)
class OfficeTextRow:
    """Words of a department (its code); ``kind`` None is every kind. ``text`` None: what the program says."""

    department: str
    part: TextPart
    kind: FormKind | None
    text: str | None


@dataclass(frozen=True, slots=True)
class OfficeWording:
    """Words that were set or reset together."""

    rows: tuple[OfficeTextRow, ...]


@use_case
async def set_text(
    work: Work, department: str, part: TextPart, text: str, kind: FormKind | None = None
) -> OfficeTextRow:
    """From now on the department's documents say it in these words; those that were issued stay as they are.

    Raises:
        NotFound: there is no such department.
        RuleBroken: no words, or a basis for every kind.
    """
    work.actor.must(Permission.SET_UP)
    return await _put(work, await _department(work, department), part, text, kind)


@use_case
async def reset_text(
    work: Work, department: str, part: TextPart, kind: FormKind | None = None
) -> OfficeTextRow:
    """Say it as the program does again.

    Raises:
        NotFound: there is no such department, or it has no words of its own for this.
    """
    work.actor.must(Permission.SET_UP)
    found = await _department(work, department)
    if not await work.u.office_texts.remove(found.id, part, kind):
        raise NotFound("document.rule.no_text", department=found.name)
    _record(work, found, TextAction.RESET_TEXT, part, kind)
    return OfficeTextRow(found.code, part, kind, None)


@use_case
async def word_paper(
    work: Work, department: str, kind: FormKind | None, words: Mapping[TextPart, str]
) -> OfficeWording:
    """Set several parts at once; a part with no words says it as the program does again.

    Raises:
        NotFound: there is no such department.
        RuleBroken: a basis for every kind.
    """
    work.actor.must(Permission.SET_UP)
    found = await _department(work, department)
    rows = []
    for part, text in words.items():
        if text.strip():
            rows.append(await _put(work, found, part, text, kind))
            continue
        if await work.u.office_texts.remove(found.id, part, kind):
            _record(work, found, TextAction.RESET_TEXT, part, kind)
        rows.append(OfficeTextRow(found.code, part, kind, None))
    return OfficeWording(tuple(rows))


async def _put(
    work: Work, department: Department, part: TextPart, text: str, kind: FormKind | None
) -> OfficeTextRow:
    words = OfficeText(department.id, part, kind, text.strip())
    await work.u.office_texts.put(words)
    _record(work, department, TextAction.SET_TEXT, part, kind)
    return OfficeTextRow(department.code, part, kind, words.text)


async def office_texts(ports: Ports) -> tuple[OfficeTextRow, ...]:
    """The words of all departments."""
    async with ports.uow() as u:
        codes = {department.id: department.code for department in await u.hall.departments()}
        texts = await u.office_texts.all()
    return tuple(OfficeTextRow(codes[t.department], t.part, t.kind, t.text) for t in texts)


async def preview_texts(
    ports: Ports, command: Command, department: str, kind: FormKind, tried: Mapping[TextPart, str]
) -> bytes:
    """A sample of such a paper, marked 预览 and without a number, in the words that are tried; nothing is written.

    Parts that are not tried say what is set. One that is tried with no words says what the program does.

    Raises:
        NotFound: there is no such department, or it has no item in force.
    """
    command.actor.must(Permission.SET_UP)
    async with ports.uow() as u:
        work = Work(u, command.actor, ports)
        hall, now = await u.hall.get(), await u.now()
        found = await _department(work, department)
        item = await _sample_item(work, found, hall.business_day(now))
        own = {**await own_words(work, found, kind), **tried}
        said = {part: text.strip() for part, text in own.items() if text.strip()}
        case = CaseId(u.new_id())
    return await ports.render(sample_paper(kind, Sample(item, hall, found, said, command.actor, now, case)))


async def _sample_item(work: Work, department: Department, day: date) -> ServiceItem:
    """One that asks for materials, and a licence, where the department has such."""
    items = [
        item
        for item in await work.u.catalogue.latest()
        if item.department == department.id
        and item.effective_from <= day
        and (item.cancelled_from is None or item.cancelled_from > day)
    ]
    if not items:
        raise NotFound("document.rule.no_sample", department=department.name)
    return min(items, key=lambda item: (not item.materials, item.regime is not Regime.LICENCE, item.code))


async def _department(work: Work, name: str) -> Department:
    found = [d for d in await work.u.hall.departments() if name in (d.code, d.name, d.full_name)]
    if not found:
        raise NotFound("document.rule.no_department", department=name)
    return found[0]


def _record(
    work: Work, department: Department, action: TextAction, part: TextPart, kind: FormKind | None
) -> None:
    facts = {"department": department.code, "part": str(part), "kind": str(kind) if kind else None}
    work.u.record(work.actor, Event(Topic.DOCUMENTS, action, department.id, facts))
