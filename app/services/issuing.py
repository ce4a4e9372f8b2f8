"""Issuing the documents of a case, in the transaction of the step that they are about."""

from collections.abc import Mapping
from datetime import datetime

from app.domain.case import Case
from app.domain.case_parts import Refusal, Result
from app.domain.catalogue import ServiceItem
from app.domain.document import (
    MARKS,
    REPLACING,
    Document,
    DocumentAction,
    DocumentKind,
    document_number,
)
from app.domain.errand import Outcome
from app.domain.errors import RuleBroken
from app.domain.hall import Hall
from app.domain.ids import DocumentId
from app.domain.office_text import FormKind
from app.domain.paper_code import document_code
from app.ports.documents import Body
from app.services import letter_bodies as letters
from app.services.authority import department_of
from app.services.letter_form import Letter, letter_form
from app.services.office_words import own_words
from app.services.paper import frozen
from app.services.use_case import Work

OF_OUTCOME: Mapping[Outcome, frozenset[DocumentKind]] = {
    Outcome.COMPLETED: frozenset({DocumentKind.ACCEPTANCE, DocumentKind.GRANT}),
    Outcome.ACCEPTED: frozenset({DocumentKind.ACCEPTANCE, DocumentKind.LENIENCY}),
    Outcome.REFUSED: frozenset({DocumentKind.REFUSAL}),
}
"""What the finish of an errand issues."""
_DECISIONS = {DocumentKind.GRANT, DocumentKind.DENIAL}


async def issue_receipt(work: Work, case: Case, item: ServiceItem, hall: Hall) -> None:
    """All that has come so far; it takes the place of an earlier receipt."""
    earlier = await _in_force(work, case, {DocumentKind.RECEIPT})
    body = letters.receipt_body(case, item, earlier[-1] if earlier else None)
    await _issue(work, DocumentKind.RECEIPT, case, item, hall, body)


async def issue_acceptance(work: Work, case: Case, item: ServiceItem, hall: Hall) -> None:
    """受理通知书, and with a pledge the 容缺受理承诺书 beside it."""
    await _issue(
        work, DocumentKind.ACCEPTANCE, case, item, hall, letters.acceptance_body(case, item, hall.zone)
    )
    if case.pledge is not None:
        await _issue(work, DocumentKind.LENIENCY, case, item, hall, letters.leniency_body(case, item))


async def issue_refusal(work: Work, case: Case, item: ServiceItem, hall: Hall, refusal: Refusal) -> None:
    """不予受理通知书."""
    body = letters.refusal_body(case, refusal, hall.policy)
    await _issue(work, DocumentKind.REFUSAL, case, item, hall, body)


async def issue_extension(work: Work, before: Case, case: Case, item: ServiceItem, hall: Hall) -> None:
    """延长办理期限通知书."""
    await _issue(
        work, DocumentKind.EXTENSION, case, item, hall, letters.extension_body(before, case, hall.zone)
    )


async def issue_special_procedure(work: Work, case: Case, item: ServiceItem, hall: Hall) -> None:
    """特殊程序期限告知书."""
    body = letters.special_procedure_body(case)
    await _issue(work, DocumentKind.SPECIAL_PROCEDURE, case, item, hall, body)


async def issue_decision(work: Work, case: Case, item: ServiceItem, hall: Hall) -> None:
    """准予决定书 or 不予决定书."""
    granted = case.decision is not None and case.decision.result is Result.GRANTED
    kind = DocumentKind.GRANT if granted else DocumentKind.DENIAL
    await _issue(work, kind, case, item, hall, letters.decision_body(case, hall.policy))


async def issue_delivery_receipt(work: Work, case: Case, item: ServiceItem, hall: Hall) -> None:
    """送达回证 of the decision."""
    decisions = await _in_force(work, case, _DECISIONS)
    await _issue(
        work, DocumentKind.DELIVERY_RECEIPT, case, item, hall, letters.delivery_body(case, decisions)
    )


async def issue_ending(work: Work, case: Case, item: ServiceItem, hall: Hall) -> None:
    """办件终止告知书, where a person ends the case; after the calendar did it is issued anew (``issue_again``)."""
    body = letters.ending_body(case, item, hall.policy)
    await _issue(work, DocumentKind.ENDING, case, item, hall, body)


async def issue_again(work: Work, kind: DocumentKind, case: Case, item: ServiceItem, hall: Hall) -> str:
    """What a step issued, once more from the case as it stands: its number, empty for a preview.

    Raises:
        RuleBroken: one is in force, or the case has not come to such a step.
    """
    if work.previews is None:
        for document in await _in_force(work, case, {kind}):
            raise RuleBroken("document.rule.in_force", number=document.number, kind=kind)
    delivered = await _in_force(work, case, _DECISIONS)
    body = letters.body_of(kind, case, item, hall, delivered)
    if body is None:
        raise RuleBroken("document.rule.no_step", case=case.number, kind=kind)
    return await _issue(work, kind, case, item, hall, body)


async def take_back_of_finish(work: Work, case: Case, since: datetime | None = None) -> None:
    """What a finish issued goes with it, or with the end of the case: void, with its number kept.

    What the case had before ``since`` stays.
    """
    kinds = {kind for kinds in OF_OUTCOME.values() for kind in kinds}
    for document in await _in_force(work, case, kinds):
        if since is not None and document.issued_at < since:
            continue
        void, events = document.take_back()
        await work.u.documents.save(void)
        work.u.record(work.actor, *events)


async def _issue(
    work: Work, kind: DocumentKind, case: Case, item: ServiceItem, hall: Hall, body: Body
) -> str:
    now = await work.u.now()
    department = await department_of(work, item)
    own = await own_words(work, department, FormKind(kind))
    if work.previews is not None:
        blank = Letter(kind, None, case, item, body, now, qr="")
        work.previews.append(letter_form(blank, hall, department, own, work.actor))
        return ""
    year = hall.business_day(now).year
    # By what stands in the number, not by department: two that share a name must not give a number twice.
    sequence = await work.u.numbers.next(f"document.{kind}", department.document_name, year)
    number = document_number(department.document_name, MARKS[kind], year, sequence)
    id_ = DocumentId(work.u.new_id())
    letter = Letter(kind, number, case, item, body, now, qr=document_code(id_))
    form = letter_form(letter, hall, department, own, work.actor)
    pdf = await work.ports.render(form)
    document = Document(id_, number, kind, case.id, department.id, now, work.actor.staff)
    earlier = await _in_force(work, case, {kind} & REPLACING)
    await work.u.documents.issue(document, frozen(id_, kind, id_, form, pdf))
    work.u.record(work.actor, document.event(DocumentAction.ISSUE, case=case.number))
    for past in earlier:
        superseded, events = past.supersede(id_)
        await work.u.documents.save(superseded)
        work.u.record(work.actor, *events)
    return number


async def _in_force(work: Work, case: Case, kinds: set[DocumentKind]) -> tuple[Document, ...]:
    if not kinds:
        return ()
    documents = await work.u.documents.of_case(case.id)
    return tuple(d for d in documents if d.kind in kinds and d.is_in_force)
