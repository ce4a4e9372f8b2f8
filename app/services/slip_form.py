"""The slip's frozen data from a notice, its item and the hall."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypedDict

from app.domain.applicant import Applicant
from app.domain.case import Case
from app.domain.catalogue import Material, Regime, ServiceItem
from app.domain.hall import Department, Hall
from app.domain.judgement import Findings, Shortcoming
from app.domain.notice import Notice, NoticeKind, newly_named
from app.domain.office_text import TextPart
from app.domain.person import Person, mask_name
from app.domain.staff import Actor
from app.ports import documents as paper
from app.services.office_words import said


@dataclass(frozen=True, slots=True)
class Slip:
    """Everything a slip is made of, before it is issued (``number`` None: a preview)."""

    number: str | None
    kind: NoticeKind
    item: ServiceItem
    situation: str | None
    findings: Findings
    person: Person
    at: datetime
    qr: str
    ticket: str | None = None
    counter: int | None = None
    case: Case | None = None
    before: tuple[Notice, ...] = ()
    consulted: tuple[Notice, ...] = ()
    reason: str = ""

    @property
    def applicant(self) -> Applicant:
        """Who applies: the case knows, else whoever came."""
        return self.case.applicant if self.case else Applicant(self.person)


def slip_form(
    slip: Slip, hall: Hall, department: Department, own: Mapping[TextPart, str], actor: Actor
) -> paper.SlipForm:
    """What the slip says, in the department's *own* words where it has some; unknown stays unknown."""
    item, guide = slip.item, slip.item.guide
    return paper.SlipForm(
        kind=slip.kind,
        regime=item.regime,
        number=slip.number,
        hall=hall.name,
        authority=department.full_name,
        issued_at=slip.at.astimezone(hall.zone),
        ticket_number=slip.ticket,
        counter=str(slip.counter) if slip.counter is not None else None,
        **_whose(slip),
        **_received(slip),
        item=item.name,
        item_code=item.code,
        item_in_force_from=item.effective_from,
        situation=slip.situation,
        legal_basis=guide.legal_basis,
        materials=_rows(slip),
        in_order=tuple(m.name for m in slip.findings.complete),
        not_applicable=tuple(m.name for m in slip.findings.not_applicable),
        conditions=guide.conditions,
        steps=guide.steps,
        statutory_days=item.statutory_limit(),
        promised_days=item.promised_limit(slip.situation),
        fee=guide.fee,
        channels=_channels(item),
        place=guide.place or hall.address,
        hours=guide.hours,
        opening=hall.opening_hours,
        **said(own, item, department, hall),
        trouble_counter=hall.exceptions_place,
        told_by=mask_name(actor.name),
        staff_number=actor.number,
        replaces=_replaced(slip, hall),
        qr=slip.qr,
    )


class _Whose(TypedDict):
    applicant: str | None
    identity_number: str | None
    agent: str | None
    phone: str | None


def _whose(slip: Slip) -> _Whose:
    """Who applies, masked."""
    applicant = slip.applicant
    return _Whose(
        applicant=applicant.shown_name,
        identity_number=applicant.shown_identity,
        agent=applicant.agent.name_mask if applicant.agent else None,
        phone=slip.person.phone.mask if slip.person.phone else None,
    )


class _Received(TypedDict, total=False):
    case_number: str
    received_on: date
    tell_by: date
    tell_by_provisional: bool


def _received(slip: Slip) -> _Received:
    """What an application has beside its papers; the law says by when to tell only for a licence."""
    case = slip.case
    if case is None:
        return _Received()
    received = _Received(case_number=case.number, received_on=case.received_on)
    if slip.item.regime is Regime.LICENCE:
        received["tell_by"] = case.tell_by.day
        received["tell_by_provisional"] = case.tell_by.provisional
    return received


def _rows(slip: Slip) -> tuple[paper.SlipMaterial, ...]:
    new = newly_named(slip.findings, (*slip.consulted, *slip.before)) if slip.before else frozenset()
    consulted = slip.kind is NoticeKind.CONSULTATION
    return tuple(
        _row(
            s,
            is_new=s.material.number in new,
            required_unstated=consulted and not s.material.required_stated,
        )
        for s in slip.findings.shortcomings
    )


def _replaced(slip: Slip, hall: Hall) -> paper.ReplacedSlip | None:
    if not slip.before:
        return None
    last = slip.before[-1]
    return paper.ReplacedSlip(
        number=last.number, issued_on=hall.business_day(last.issued_at), reason=slip.reason
    )


def _row(shortcoming: Shortcoming, *, is_new: bool, required_unstated: bool) -> paper.SlipMaterial:
    material = shortcoming.material
    return paper.SlipMaterial(
        name=material.name,
        shortcoming=shortcoming.kind,
        detail=shortcoming.text or None,
        requirement=material.note,
        media=_media(material),
        originals_due=material.original_copies or None,
        photocopies_due=material.copy_copies or None,
        copies_due=material.copies,
        copies_handed_in=shortcoming.handed_in,
        issued_by=material.issuer,
        how_to_get=material.source,
        basis=shortcoming.basis or None,
        listed_as=material.number if material.listed else None,
        may_be_late=material.may_be_late,
        required_unstated=required_unstated,
        is_new=is_new,
    )


def _media(material: Material) -> tuple[paper.Medium, ...]:
    known = (
        (material.original, paper.Medium.ORIGINAL),
        (material.copy, paper.Medium.COPY),
        (material.electronic, paper.Medium.ELECTRONIC),
    )
    return tuple(medium for asked, medium in known if asked)


def _channels(item: ServiceItem) -> tuple[paper.Channel, ...]:
    return (paper.Channel.COUNTER, paper.Channel.ONLINE) if item.online else (paper.Channel.COUNTER,)
