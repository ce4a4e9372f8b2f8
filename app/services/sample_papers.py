"""Papers as an office would issue them, of an application that there is not: to see its words before they are set."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.calendar import Due
from app.domain.case import Case
from app.domain.case_parts import DeliveryWay, Procedure, RefusalGround
from app.domain.catalogue import Material, ServiceItem
from app.domain.document import DocumentKind
from app.domain.hall import Department, Hall
from app.domain.ids import CaseId
from app.domain.judgement import Findings, Shortcoming, ShortcomingKind
from app.domain.notice import NoticeKind
from app.domain.office_text import FormKind, TextPart
from app.domain.person import NOBODY
from app.domain.staff import Actor
from app.ports import documents as paper
from app.services.letter_bodies import remedies
from app.services.letter_form import Letter, letter_form
from app.services.slip_form import Slip, slip_form

_SAID = "……"
"""What a clerk would write."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What a sample is made of. ``case`` is the id of a case that nobody keeps."""

    item: ServiceItem
    hall: Hall
    department: Department
    own: Mapping[TextPart, str]
    actor: Actor
    at: datetime
    case: CaseId


def sample_paper(kind: FormKind, sample: Sample) -> paper.Form:
    """A paper of that kind without a number, in the office's own words."""
    if kind is FormKind.NOTICE:
        return slip_form(_slip(sample), sample.hall, sample.department, sample.own, sample.actor)
    case, of = _case(sample), DocumentKind(kind)
    letter = Letter(of, None, case, sample.item, _body(of, case, sample), sample.at, qr="")
    return letter_form(letter, sample.hall, sample.department, sample.own, sample.actor)


def _slip(sample: Sample) -> Slip:
    """Everything is missing; an item that asks for nothing can only be consulted about."""
    missing = tuple(Shortcoming(m, ShortcomingKind.MISSING) for m in _materials(sample.item))
    kind = NoticeKind.SUPPLEMENT if missing else NoticeKind.CONSULTATION
    return Slip(None, kind, sample.item, None, Findings(missing, ()), NOBODY, sample.at, qr="")


def _materials(item: ServiceItem) -> tuple[Material, ...]:
    return tuple(item.materials_for(None))


def _day(sample: Sample) -> date:
    return sample.hall.business_day(sample.at)


def _case(sample: Sample) -> Case:
    item, day = sample.item, _day(sample)
    return Case(
        id=sample.case,
        number=f"{item.code}-{day.year}-00000",
        item=item.id,
        item_code=item.code,
        regime=item.regime,
        situation=None,
        department=sample.department.id,
        received_on=day,
        counts_from=day,
        tell_by=Due(day),
    )


def _body(kind: DocumentKind, case: Case, sample: Sample) -> paper.Body:
    """Every day is the day of the sample: what is looked at are words."""
    day, due = case.received_on, paper.DueDay(day=case.received_on)
    names = tuple(material.name for material in _materials(sample.item))
    known = remedies(case, sample.hall.policy)
    bodies: dict[DocumentKind, paper.Body] = {
        DocumentKind.RECEIPT: paper.ReceiptBody(
            papers=tuple(paper.ReceivedPaper(name=name, handed_in=True) for name in names), tell_by=due
        ),
        DocumentKind.ACCEPTANCE: paper.AcceptanceBody(accepted_on=day, decide_by=due),
        DocumentKind.REFUSAL: paper.RefusalBody(ground=RefusalGround.OTHER, reason=_SAID, remedies=known),
        DocumentKind.LENIENCY: paper.LeniencyBody(materials=names[-1:] or (_SAID,), due=due),
        DocumentKind.EXTENSION: paper.ExtensionBody(days=1, reason=_SAID, approved_by=_SAID, due=due),
        DocumentKind.SPECIAL_PROCEDURE: paper.SpecialProcedureBody(
            procedure=Procedure.HEARING, days=1, since=day, until=due
        ),
        DocumentKind.GRANT: paper.DecisionBody(decided_on=day, reasons=_SAID, deliver_by=due),
        DocumentKind.DENIAL: paper.DecisionBody(
            decided_on=day, reasons=_SAID, deliver_by=due, remedies=known
        ),
        DocumentKind.DELIVERY_RECEIPT: paper.DeliveryBody(
            documents=((DocumentKind.GRANT, _SAID),),
            certificate=None,
            way=DeliveryWay.COUNTER,
            delivered_on=day,
        ),
        DocumentKind.ENDING: paper.EndingBody(
            ended_on=day, was_pledged=False, was_accepted=False, materials=names, due=due, remedies=known
        ),
    }
    return bodies[kind]
