"""Documents of cases after their issue: printed again, made void, verified."""

from contextlib import suppress
from uuid import UUID

from app.domain.document import DocumentKind, DocumentStatus
from app.domain.errand import Outcome
from app.domain.errors import NotFound
from app.domain.paper_code import scanned_document, scanned_exception, scanned_notice, scanned_reminder
from app.domain.print_job import Paper, PaperKind
from app.domain.staff import Permission
from app.ports.document_repositories import StoredDocument
from app.ports.queries import CaseQuery, DocumentQuery
from app.ports.rows import DocumentRow, NoticeRow, ReminderRow, TicketRow, Verified
from app.services.exception_records import recorded_number
from app.services.issuing import OF_OUTCOME, issue_again
from app.services.open_case import take_case
from app.services.paper import hash_of, paper_pdf
from app.services.preview import previewed
from app.services.use_case import Command, Ports, Work, use_case


@use_case
async def count_document_reprint(work: Work, number: str) -> DocumentRow:
    """Count a further print of a document; the paper says which one it is."""
    work.actor.must(Permission.SERVE)
    document, events = (await work.u.documents.by_number(number, lock=True)).reprint()
    await work.u.documents.save(document)
    work.u.record(work.actor, *events)
    return await work.u.reads.document(number)


@use_case
async def void_document(work: Work, number: str, reason: str) -> DocumentRow:
    """A document counts no longer; its number stays taken.

    Raises:
        RuleBroken: it counts no longer already, or without a reason.
    """
    work.actor.must(Permission.DOCUMENT_VOID)
    document, events = (await work.u.documents.by_number(number, lock=True)).void(reason)
    await work.u.documents.save(document)
    work.u.record(work.actor, *events)
    return await work.u.reads.document(number)


@use_case
async def issue_document(work: Work, case: str, kind: DocumentKind) -> DocumentRow:
    """Issue what a step issued once more, after it was made void; or the paper of what the calendar did by itself.

    Raises:
        RuleBroken: one is in force, or the case has not come to such a step.
    """
    return await work.u.reads.document(await _issue_anew(work, case, kind))


async def preview_document(ports: Ports, command: Command, case: str, kind: DocumentKind) -> bytes:
    """What a document of a case would say now, marked 预览 and without a number; nothing is issued.

    Raises:
        RuleBroken: the case has not come to such a step.
    """
    (paper,) = await previewed(ports, command, _issue_anew, case, kind)
    return paper


async def _issue_anew(work: Work, case: str, kind: DocumentKind) -> str:
    open_ = await take_case(work, case)
    return await issue_again(work, kind, open_.case, open_.item, open_.hall)


async def document_pdf(ports: Ports, document: DocumentRow) -> bytes:
    """The paper of a document, byte for byte as it was issued."""
    return await paper_pdf(ports, Paper(PaperKind.DOCUMENT, document.id, document.number))


async def reprinted_pdf(ports: Ports, document: DocumentRow) -> bytes:
    """The original with the mark of this reprint laid over it."""
    paper = Paper(PaperKind.DOCUMENT, document.id, document.number, document.reprints)
    return await paper_pdf(ports, paper)


async def issued_at_finish(ports: Ports, ticket: TicketRow) -> tuple[DocumentRow, ...]:
    """The documents that the finish of a ticket's latest errand issued, in order, as far as they are in force."""
    ended = [errand for errand in ticket.errands if errand.outcome is not None]
    kinds = OF_OUTCOME.get(ended[-1].outcome or Outcome.LEFT) if ended else None
    if kinds is None:
        return ()
    query = CaseQuery(open_only=False, ticket=(ticket.day, ticket.number))
    numbers = [case.number for case in await ports.readers.cases(query) if case.item == ended[-1].item]
    issued = [d for number in numbers for d in await ports.readers.documents(DocumentQuery(number))]
    done = [d for d in issued if ended[-1].finished_at and d.issued_at >= ended[-1].finished_at]
    in_force = (d for d in done if d.kind in kinds and d.status is DocumentStatus.IN_FORCE)
    return tuple(sorted(in_force, key=lambda document: document.id))


async def verify(ports: Ports, text: str) -> Verified:
    """The record of a paper, by its number or by what its QR code says; whether it counts and was left as it was.

    Raises:
        NotFound: no document, notice or reminder has this number, and no paper this code.
    """
    code = text.strip()
    if document := scanned_document(code):
        return await _of_document(ports, await ports.readers.scanned_document(document))
    if notice := scanned_notice(code):
        return await _of_notice(ports, await ports.readers.scanned_notice(notice))
    if record := scanned_exception(code):
        return await _of_exception(ports, record)
    if reminder := scanned_reminder(code):
        return await _of_reminder(ports, await ports.readers.scanned_reminder(reminder))
    return await _by_number(ports, code)


async def _by_number(ports: Ports, number: str) -> Verified:
    read = ports.readers
    try:
        return await _of_document(ports, await read.document(number))
    except NotFound:
        with suppress(NotFound):
            return await _of_notice(ports, await read.notice(number))
        with suppress(NotFound):
            return await _of_reminder(ports, await read.reminder(number))
        raise


async def _of_document(ports: Ports, row: DocumentRow) -> Verified:
    stored = await _stored(ports, row.id)
    recomputed = hash_of(stored.data)
    return Verified(row.number, row.status, row.superseded_by, stored.sha256, recomputed, document=row)


async def _of_notice(ports: Ports, row: NoticeRow) -> Verified:
    """A notice counts until a further one of its case replaces it."""
    stored = await _stored(ports, row.id)
    status = DocumentStatus.SUPERSEDED if row.replaced_by else DocumentStatus.IN_FORCE
    return Verified(row.number, status, row.replaced_by, stored.sha256, hash_of(stored.data), notice=row)


async def _of_reminder(ports: Ports, row: ReminderRow) -> Verified:
    """A reminder counts until it is made void; put right it still tells what was found."""
    stored = await _stored(ports, row.id)
    return Verified(row.number, row.status, None, stored.sha256, hash_of(stored.data), reminder=row)


async def _of_exception(ports: Ports, id_: UUID) -> Verified:
    """A record tells how the case stood when it was issued; a later one makes it no less true."""
    stored = await _stored(ports, id_)
    number = recorded_number(stored)
    recomputed = hash_of(stored.data)
    return Verified(number, DocumentStatus.IN_FORCE, None, stored.sha256, recomputed, exception=number)


async def _stored(ports: Ports, subject: UUID) -> StoredDocument:
    async with ports.uow() as u:
        return await u.documents.of(subject)
