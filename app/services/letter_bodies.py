"""What each kind of document says of a case as it stands after the step that issues it."""

from collections.abc import Callable
from typing import TypeVar
from zoneinfo import ZoneInfo

from app.domain.calendar import Due
from app.domain.case import Case
from app.domain.case_parts import CaseStep, PaperForm, Refusal, Result
from app.domain.case_table import CaseAction, CaseState
from app.domain.catalogue import Material, Regime, ServiceItem
from app.domain.document import Document, DocumentKind
from app.domain.free_text import said
from app.domain.hall import Hall
from app.domain.policy import Policy
from app.ports import documents as paper

T = TypeVar("T")

_MEDIA = {
    PaperForm.ORIGINAL: paper.Medium.ORIGINAL,
    PaperForm.COPY: paper.Medium.COPY,
    PaperForm.ELECTRONIC: paper.Medium.ELECTRONIC,
}


def receipt_body(case: Case, item: ServiceItem, earlier: Document | None) -> paper.ReceiptBody:
    """All that is asked for, and what of it has come so far."""
    tells_by = case.regime is Regime.LICENCE
    return paper.ReceiptBody(
        papers=tuple(_received(case, material) for material in case.asked(item)),
        tell_by=_due(case.tell_by) if tells_by else None,
        replaces=earlier.number if earlier else None,
    )


def acceptance_body(case: Case, item: ServiceItem, zone: ZoneInfo) -> paper.AcceptanceBody:
    """When it is decided, and what follows later."""
    dates = case.dates
    return paper.AcceptanceBody(
        accepted_on=_known(case.accepted_on),
        statutory_days=case.limit.statutory if case.limit else None,
        promised_days=case.limit.promised if case.limit else None,
        decide_by=_due(dates.statutory, zone) if dates else None,
        promised_by=_due(dates.promised, zone) if dates else None,
        is_joint=case.is_joint,
        is_deemed=case.is_deemed,
        pledged=_pledged(case, item),
    )


def leniency_body(case: Case, item: ServiceItem) -> paper.LeniencyBody:
    """What is pledged."""
    pledge = _known(case.pledge)
    return paper.LeniencyBody(
        materials=_pledged(case, item),
        due=_day(pledge.due),
        form=pledge.form or None,
    )


def refusal_body(case: Case, refusal: Refusal, policy: Policy) -> paper.RefusalBody:
    """Why it is not taken on, with what is given back and where to turn."""
    returned = tuple(p.name for p in case.papers if p.is_held)
    return paper.RefusalBody(
        ground=refusal.ground,
        reason=said(refusal.reason),
        right_authority=refusal.right_authority.strip() or None,
        returned=returned,
        remedies=remedies(case, policy),
    )


def extension_body(before: Case | None, case: Case, zone: ZoneInfo) -> paper.ExtensionBody:
    """The decision's last day before, where it is still known, and after."""
    extension = _known(case.extension)
    return paper.ExtensionBody(
        days=extension.days,
        reason=extension.reason,
        approved_by=extension.approved_by,
        due_before=_due(before.dates.first, zone) if before and before.dates else None,
        due=_due(case.dates.first, zone) if case.dates else None,
    )


def special_procedure_body(case: Case) -> paper.SpecialProcedureBody:
    """The procedure that has just begun."""
    begun = case.suspensions[-1]
    return paper.SpecialProcedureBody(
        procedure=begun.procedure,
        days=begun.days,
        since=begun.since,
        until=_day(begun.expected),
    )


def decision_body(case: Case, policy: Policy) -> paper.DecisionBody:
    """Granted or denied; a denial tells the remedies."""
    decision = _known(case.decision)
    denied = decision.result is Result.DENIED
    return paper.DecisionBody(
        decided_on=decision.on,
        reasons=decision.reasons or None,
        certificate=decision.certificate,
        deliver_by=_due(case.deliver_by),
        remedies=remedies(case, policy) if denied else None,
    )


def delivery_body(case: Case, delivered: tuple[Document, ...]) -> paper.DeliveryBody:
    """What was handed over."""
    delivery = _known(case.delivery)
    return paper.DeliveryBody(
        documents=tuple((document.kind, document.number) for document in delivered),
        certificate=case.decision.certificate if case.decision else None,
        way=delivery.way,
        delivered_on=delivery.on,
        received_by=delivery.received_by,
    )


def ending_body(case: Case, item: ServiceItem, policy: Policy) -> paper.EndingBody:
    """What did not come in time, and since when the case is over."""
    step = _known(_end(case))
    told = tuple(m.name for m in case.asked(item) if m.number in case.outstanding)
    was_pledged = case.pledge_is_open
    return paper.EndingBody(
        ended_on=step.day,
        was_pledged=was_pledged,
        was_accepted=case.accepted_at is not None,
        materials=_pledged(case, item) if was_pledged else told,
        due=_due(case.pledge.due if was_pledged and case.pledge else case.supplement_by),
        reason=step.text or None,
        remedies=remedies(case, policy),
    )


def body_of(
    kind: DocumentKind, case: Case, item: ServiceItem, hall: Hall, delivered: tuple[Document, ...]
) -> paper.Body | None:
    """What a document of that kind says of the case as it stands; None when it has not come so far.

    Of an extension only the new last day is on record, of a refusal by an earlier program only the reason. What the end
    of a case made void stays so.
    """
    bodies: dict[DocumentKind, tuple[bool, Callable[[], paper.Body]]] = {
        DocumentKind.RECEIPT: (bool(case.papers), lambda: receipt_body(case, item, None)),
        DocumentKind.ACCEPTANCE: (
            case.accepted_at is not None and _end(case) is None,
            lambda: acceptance_body(case, item, hall.zone),
        ),
        DocumentKind.REFUSAL: (
            case.state is CaseState.REFUSED,
            lambda: refusal_body(case, case.refusal or Refusal(case.steps[-1].text), hall.policy),
        ),
        DocumentKind.LENIENCY: (
            case.pledge is not None and _end(case) is None,
            lambda: leniency_body(case, item),
        ),
        DocumentKind.EXTENSION: (
            case.extension is not None,
            lambda: extension_body(None, case, hall.zone),
        ),
        DocumentKind.SPECIAL_PROCEDURE: (bool(case.suspensions), lambda: special_procedure_body(case)),
        DocumentKind.GRANT: (_is(case, Result.GRANTED), lambda: decision_body(case, hall.policy)),
        DocumentKind.DENIAL: (_is(case, Result.DENIED), lambda: decision_body(case, hall.policy)),
        DocumentKind.DELIVERY_RECEIPT: (
            case.delivery is not None,
            lambda: delivery_body(case, delivered),
        ),
        DocumentKind.ENDING: (_end(case) is not None, lambda: ending_body(case, item, hall.policy)),
    }
    has_come, body = bodies[kind]
    return body() if has_come else None


def _end(case: Case) -> CaseStep | None:
    return next((step for step in reversed(case.steps) if step.action is CaseAction.END), None)


def _is(case: Case, result: Result) -> bool:
    return case.decision is not None and case.decision.result is result


def remedies(case: Case, policy: Policy) -> paper.Remedies | None:
    """Those of the licensing law; what is open against another decision its own guide would have to say."""
    if case.regime is not Regime.LICENCE:
        return None
    return paper.Remedies(reconsideration_days=policy.reconsideration_days, suit_months=policy.suit_months)


def _received(case: Case, material: Material) -> paper.ReceivedPaper:
    came = next((p for p in case.papers if p.material == material.number), None)
    if came is None or came.handed_in == 0:
        return paper.ReceivedPaper(name=material.name, handed_in=False, copies_due=material.copies_due)
    return paper.ReceivedPaper(
        name=material.name,
        handed_in=True,
        copies_due=material.copies_due,
        copies=came.handed_in,
        medium=_MEDIA[came.form] if came.form else None,
        kept=came.kept,
    )


def _pledged(case: Case, item: ServiceItem) -> tuple[str, ...]:
    numbers = case.pledge.materials if case.pledge else ()
    return tuple(material.name for material in item.materials if material.number in numbers)


def _due(due: Due | None, zone: ZoneInfo | None = None) -> paper.DueDay | None:
    return _day(due, zone) if due else None


def _day(due: Due, zone: ZoneInfo | None = None) -> paper.DueDay:
    """A last day; of limits that may end at an hour the hall's zone is given."""
    at = due.at.astimezone(zone) if due.at and zone else None
    return paper.DueDay(day=due.day, provisional=due.provisional, at=at)


def _known(value: T | None) -> T:
    """What the step that issues the document has just set."""
    if value is None:
        raise ValueError("the case has not come so far")
    return value
