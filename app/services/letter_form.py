"""The frozen data of a case's documents, from the case as it stands after the step that issues them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.domain.case import Case
from app.domain.catalogue import ServiceItem
from app.domain.document import COPIES, DocumentKind
from app.domain.hall import Department, Hall
from app.domain.office_text import TextPart
from app.domain.person import mask_name
from app.domain.staff import Actor
from app.ports import documents as paper
from app.services.office_words import said


@dataclass(frozen=True, slots=True)
class Letter:
    """A document before it is issued (``number`` None: a preview)."""

    kind: DocumentKind
    number: str | None
    case: Case
    item: ServiceItem
    body: paper.Body
    at: datetime
    qr: str


def letter_form(
    letter: Letter, hall: Hall, department: Department, own: Mapping[TextPart, str], actor: Actor
) -> paper.LetterForm:
    """What the document says, in the department's *own* words where it has some; unknown stays unknown."""
    case, item = letter.case, letter.item
    applicant, person = case.applicant, case.applicant.person
    identity = person.identity.mask if person.identity else None
    organisation = applicant.organisation
    return paper.LetterForm(
        kind=letter.kind,
        regime=case.regime,
        number=letter.number,
        copies=COPIES[letter.kind],
        hall=hall.name,
        authority=department.full_name,
        issued_at=letter.at.astimezone(hall.zone),
        case_number=case.number,
        applicant_kind=applicant.kind,
        applicant=applicant.shown_name,
        identity_number=organisation.code if organisation else identity,
        agent=applicant.agent.name_mask if applicant.agent else None,
        phone=person.phone.mask if person.phone else None,
        item=item.name,
        item_code=item.code,
        item_in_force_from=item.effective_from,
        situation=case.situation,
        received_on=case.received_on,
        legal_basis=item.guide.legal_basis,
        body=letter.body,
        **said(own, item, department, hall),
        trouble_counter=hall.exceptions_place,
        handled_by=mask_name(actor.name),
        staff_number=actor.number,
        qr=letter.qr,
    )
