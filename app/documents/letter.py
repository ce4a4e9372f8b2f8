"""The statutory documents of a case: the frame that all share, and the form that fills it. Lengths are in points."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from app.documents.blocks import Block, Gap, Stack
from app.documents.facts import Fact, facts_grid
from app.documents.letters import (
    acceptance,
    decision,
    delivery,
    ending,
    extension,
    leniency,
    receipt,
    refusal,
    special_procedure,
)
from app.documents.letters.parts import title
from app.documents.sheet import BOTH, ONE, Face, render_sheet
from app.documents.signatures import Signatures, signatures_on
from app.documents.slip_facts import contacts
from app.documents.words import Words
from app.domain.applicant import ApplicantKind
from app.domain.document import DocumentKind
from app.ports.documents import (
    AcceptanceBody,
    Body,
    DecisionBody,
    DeliveryBody,
    EndingBody,
    ExtensionBody,
    LeniencyBody,
    LetterForm,
    ReceiptBody,
    RefusalBody,
    SpecialProcedureBody,
)
from app.texts import Texts

_FORMS: Mapping[type[Body], Callable[[LetterForm, Any, Words, float], Iterator[Block]]] = {
    ReceiptBody: receipt.blocks,
    AcceptanceBody: acceptance.blocks,
    RefusalBody: refusal.blocks,
    LeniencyBody: leniency.blocks,
    ExtensionBody: extension.blocks,
    SpecialProcedureBody: special_procedure.blocks,
    DecisionBody: decision.blocks,
    DeliveryBody: delivery.blocks,
    EndingBody: ending.blocks,
}


def render_letter(form: LetterForm, texts: Texts) -> bytes:
    """Return the PDF of a document of a case with all its copies."""
    words = Words(texts)
    face = Face(
        title=title(form.kind, form.regime, texts),
        hall=form.hall,
        authority=form.authority,
        number=form.number,
        middle=texts("letter.case", number=form.case_number),
        issued_at=form.issued_at,
        qr=form.qr,
        sheet=form.sheet,
        copies=BOTH if form.copies > 1 else ONE,
    )
    return render_sheet(face, texts, lambda width: _blocks(form, words, width))


def _blocks(form: LetterForm, words: Words, width: float) -> Iterator[Block]:
    yield facts_grid(_about(form, words), words, width)
    *before, last = _FORMS[type(form.body)](form, form.body, words, width)
    yield from before
    # Together, so that nobody signs a page that says nothing.
    end: list[Block] = [last, Gap(8)]
    if form.kind is not DocumentKind.DELIVERY_RECEIPT:
        end += [contacts(form, words, width), Gap(8)]
    yield Stack([*end, _signatures(form, words, width)])


def _about(form: LetterForm, words: Words) -> list[list[Fact]]:
    """Whom and what it concerns."""
    texts = words.texts
    is_organisation = form.applicant_kind is ApplicantKind.ORGANISATION
    code = "letter.fact.organisation_code" if is_organisation else "paper.slip.identity"
    version = form.item_code
    if form.item_in_force_from:
        version = texts("paper.slip.code_version", code=form.item_code, day=form.item_in_force_from)
    facts = [
        [
            ("paper.slip.applicant", words.recorded(form.applicant)),
            (code, words.recorded(form.identity_number)),
        ],
        [
            ("paper.slip.agent", words.recorded(form.agent)),
            ("paper.slip.phone", words.recorded(form.phone)),
        ],
        [("paper.slip.item", form.item), ("paper.slip.code_and_version", version)],
    ]
    received = ("paper.slip.received", texts.date(form.received_on))
    return [*facts, [("paper.slip.situation", form.situation), received] if form.situation else [received]]


def _signatures(form: LetterForm, words: Words, width: float) -> Signatures:
    texts = words.texts
    authority, received = form.authority, texts(f"letter.received.{form.kind}")
    return signatures_on(form, words, width, authority=authority, received=received)
