"""What offices say in their own words on the documents of their cases: set, reset, looked at."""

from dataclasses import dataclass

from app.domain.document import DocumentKind
from app.domain.errors import NotFound
from app.domain.events import Event, Topic
from app.domain.hall import Department
from app.domain.office_text import OfficeText, TextAction, TextPart
from app.domain.staff import Permission
from app.services.use_case import Ports, Work, use_case


@dataclass(frozen=True, slots=True)
class OfficeTextRow:
    """Words of a department (its code); ``kind`` None is every kind. ``text`` None: what the program says."""

    department: str
    part: TextPart
    kind: DocumentKind | None
    text: str | None


@use_case
async def set_text(
    work: Work, department: str, part: TextPart, text: str, kind: DocumentKind | None = None
) -> OfficeTextRow:
    """From now on the department's documents say it in these words; those that were issued stay as they are.

    Raises:
        NotFound: there is no such department.
        RuleBroken: no words, or a basis for every kind.
    """
    work.actor.must(Permission.SET_UP)
    found = await _department(work, department)
    words = OfficeText(found.id, part, kind, text.strip())
    await work.u.office_texts.put(words)
    _record(work, found, TextAction.SET_TEXT, part, kind)
    return OfficeTextRow(found.code, part, kind, words.text)


@use_case
async def reset_text(
    work: Work, department: str, part: TextPart, kind: DocumentKind | None = None
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


async def office_texts(ports: Ports) -> tuple[OfficeTextRow, ...]:
    """The words of all departments."""
    async with ports.uow() as u:
        codes = {department.id: department.code for department in await u.hall.departments()}
        texts = await u.office_texts.all()
    return tuple(OfficeTextRow(codes[t.department], t.part, t.kind, t.text) for t in texts)


async def _department(work: Work, name: str) -> Department:
    found = [d for d in await work.u.hall.departments() if name in (d.code, d.name, d.full_name)]
    if not found:
        raise NotFound("document.rule.no_department", department=name)
    return found[0]


def _record(
    work: Work, department: Department, action: TextAction, part: TextPart, kind: DocumentKind | None
) -> None:
    facts = {"department": department.code, "part": str(part), "kind": str(kind) if kind else None}
    work.u.record(work.actor, Event(Topic.DOCUMENTS, action, department.id, facts))
