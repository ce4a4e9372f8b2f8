"""Keeping issued forms as frozen data, and turning them into paper again."""

import asyncio
import hashlib
import json
from dataclasses import replace
from uuid import UUID

from pydantic import TypeAdapter

from app.domain.catalogue import ServiceItem
from app.domain.hall import Hall
from app.domain.paper_code import ticket_code
from app.domain.print_job import Paper, PaperKind
from app.domain.ticket import Ticket
from app.ports.document_repositories import StoredDocument
from app.ports.documents import Form, MissedCallRule, Roll, SlipForm, TicketErrand, TicketForm, TicketMaterial
from app.ports.rows import LineRow, NoticeRow, TicketRow
from app.services.use_case import Ports, Work

TICKET_FORM = "ticket"
NOTICE_FORM = "notice"


def canonical(form: Form) -> str:
    """The form's data as JSON that is the same for the same form: what is hashed and kept."""
    data = TypeAdapter(type(form)).dump_python(form, mode="json")
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def hash_of(data: str) -> str:
    """What proves that a form's data are as they were issued."""
    return hashlib.sha256(data.encode()).hexdigest()


def frozen(id_: UUID, kind: str, subject: UUID, form: Form, pdf: bytes | None) -> StoredDocument:
    """An issued form with the hash of its data; the bytes too where they must be proved later."""
    data = canonical(form)
    return StoredDocument(id_, kind, subject, data, hash_of(data), pdf, form.issued_at)


async def keep_form(work: Work, kind: str, subject: UUID, form: Form, pdf: bytes | None) -> None:
    """Keep an issued form whose record is elsewhere."""
    await work.u.documents.add(frozen(work.u.new_id(), kind, subject, form, pdf))


async def keep_ticket_form(
    work: Work, hall: Hall, row: TicketRow, ticket: Ticket, items: list[ServiceItem]
) -> None:
    """Freeze what the number ticket says: what was true when it was issued."""
    lines = {line.prefix: line for line in await work.u.reads.lines()}
    await keep_form(work, TICKET_FORM, ticket.id, _ticket_form(hall, row, ticket, items, lines), None)


def _ticket_form(
    hall: Hall, row: TicketRow, ticket: Ticket, items: list[ServiceItem], lines: dict[str, LineRow]
) -> TicketForm:
    first = ticket.errands[0]
    return TicketForm(
        hall=hall.name,
        number=row.number,
        issued_at=row.issued_at.astimezone(hall.zone),
        line=row.line_name,
        counters=_counters(lines[row.line]),
        errands=tuple(
            TicketErrand(item=e.item_name, situation=e.situation, counters=_counters(lines[e.line]))
            for e in row.errands
        ),
        people_ahead=row.ahead,
        wait_minutes=row.wait_minutes,
        person=row.name,
        materials=tuple(
            TicketMaterial(name=m.name, missing=first.brought is not None and m.number not in first.brought)
            for m in items[0].materials_for(first.situation)
            if m.required and m.number not in first.not_applicable
        ),
        rule=MissedCallRule(
            calls=hall.policy.calls_before_miss,
            setback_minutes=int(hall.policy.setback.total_seconds() // 60),
            misses=hall.policy.misses_before_no_show,
        ),
        qr=ticket_code(row.day, row.number),
        test=ticket.is_test,
    )


def _counters(line: LineRow) -> tuple[str, ...]:
    return tuple(str(number) for number in line.counters)


async def original_pdf(ports: Ports, paper: Paper, roll: Roll = Roll.MM80) -> bytes:
    """A paper as it was issued; a ticket is laid out anew from its data, for the roll in the printer.

    Raises:
        NotFound: it was not kept.
        YiciError: the form cannot be rendered (a character that no font has).
    """
    async with ports.uow() as u:
        stored = await u.documents.of(paper.subject)
    if stored.pdf is not None:
        return stored.pdf
    if paper.kind is PaperKind.TICKET:
        ticket = TypeAdapter(TicketForm).validate_json(stored.data)
        return await ports.render(replace(ticket, roll=roll))
    return await ports.render(TypeAdapter(SlipForm).validate_json(stored.data))


async def paper_pdf(ports: Ports, paper: Paper, roll: Roll = Roll.MM80) -> bytes:
    """A paper as it comes out of a printer: a reprint carries its mark, laid over the original.

    Raises:
        NotFound: it was not kept.
        YiciError: the form cannot be rendered (a character that no font has).
    """
    pdf = await original_pdf(ports, paper, roll)
    if paper.copy == 0:
        return pdf
    async with ports.uow() as u:
        hall, now = await u.hall.get(), await u.now()
    return await asyncio.to_thread(ports.forms.mark_reprint, pdf, paper.copy, now.astimezone(hall.zone))


async def ticket_pdf(ports: Ports, ticket: TicketRow, roll: Roll = Roll.MM80) -> bytes:
    """The paper of an issued ticket; from the second print on with the reprint mark. Raises as ``paper_pdf``."""
    return await paper_pdf(ports, Paper(PaperKind.TICKET, ticket.id, ticket.number, ticket.reprints), roll)


async def notice_pdf(ports: Ports, notice: NoticeRow) -> bytes:
    """The paper of an issued notice; from the second print on with the reprint mark. Raises as ``paper_pdf``."""
    return await paper_pdf(ports, Paper(PaperKind.NOTICE, notice.id, notice.number, notice.reprints))
