"""What is told: from findings to an issued slip with its number, its frozen form and the case that waits for it."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from app.domain import case_receipt
from app.domain.case import Case
from app.domain.catalogue import Regime, ServiceItem
from app.domain.document import NOTICE_MARK, document_number
from app.domain.errors import RuleBroken
from app.domain.free_text import said
from app.domain.hall import Hall
from app.domain.ids import ItemVersionId, NoticeId
from app.domain.judgement import Findings, Shortcoming
from app.domain.notice import Notice, NoticeKind, newly_named
from app.domain.office_text import FormKind
from app.domain.paper_code import notice_code
from app.domain.person import NOBODY, Person
from app.domain.staff import Actor, Permission
from app.domain.ticket import Ticket
from app.ports.documents import SlipForm
from app.ports.rows import NoticeRow
from app.services.authority import department_of
from app.services.case_of_errand import save_case
from app.services.hall_time import by_actor
from app.services.office_words import own_words
from app.services.paper import NOTICE_FORM, keep_form
from app.services.slip_form import Slip, slip_form
from app.services.use_case import Work


@dataclass(frozen=True, slots=True)
class Again:
    """A further notice for a case that was told once: why, and the supervisor who signed in and agreed.

    For a preview nobody has to have agreed yet.
    """

    reason: str
    agreed_by: Actor | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What a notice is about before it has a number. ``before`` are the notices of the case so far.

    ``consulted`` are the consultation slips before the first of them: what they named is not new either.
    """

    kind: NoticeKind
    item: ServiceItem
    situation: str | None
    findings: Findings
    person: Person = NOBODY
    ticket: Ticket | None = None
    counter: int | None = None
    case: Case | None = None
    before: tuple[Notice, ...] = ()
    consulted: tuple[Notice, ...] = ()
    again: Again | None = None


async def notified(work: Work, told: Told, case: Case, hall: Hall, again: Again | None) -> Told:
    """Let the case wait for what is told, by the version of the item that told it.

    Raises:
        RuleBroken: it was told before, and nobody agreed to tell it again, or the case is past that.
    """
    before = tuple(await work.u.notices.of_case(case.id))
    agreed = _must_be_agreed(work, case, again) if before else None
    outstanding = frozenset(s.material.number for s in told.findings.shortcomings)
    by = await by_actor(work, hall, await work.u.now())
    days, reason = hall.policy.days_to_supplement, agreed.reason if agreed else ""
    beyond = tuple(s.material for s in told.findings.shortcomings if s.basis)
    judged = case_receipt.as_judged(case, told.item, told.situation, beyond)
    await save_case(work, case_receipt.notify(judged, outstanding, days, by, reason))
    consulted = await _consulted(work, case, before[0]) if before else ()
    return replace(told, case=case, before=before, consulted=consulted, again=agreed)


async def waited_for(work: Work, case: Case | None) -> tuple[Shortcoming, ...]:
    """What was told for a case and has not come, as it was told last."""
    if case is None or not case.outstanding:
        return ()
    *_, last = await work.u.notices.of_case(case.id)
    return tuple(s for s in last.findings.shortcomings if s.material.number in case.outstanding)


async def _consulted(work: Work, case: Case, first: Notice) -> tuple[Notice, ...]:
    """What the applicant was told for this item before the first notice: at the guide desk, or on the first trip."""
    identity = case.applicant.person.identity
    lookup = identity.lookup if identity else None
    return tuple(await work.u.notices.consultations(case.item_code, first.issued_at, lookup, case.ticket))


async def issue(work: Work, told: Told, hall: Hall) -> NoticeRow:
    """Give the slip its number, render it, and keep it as it is."""
    now = await work.u.now()
    day = hall.business_day(now)
    department = await department_of(work, told.item)
    # By what stands in the number, not by department: two that share a name must not give a number twice.
    sequence = await work.u.numbers.next("notice", department.document_name, day.year)
    number = document_number(department.document_name, NOTICE_MARK, day.year, sequence)
    id_ = NoticeId(work.u.new_id())
    form = await form_of(work, told, hall, now, number, notice_code(id_))
    pdf = await work.ports.render(form)
    notice = _notice(work, told, id_, number, day, now)
    await work.u.notices.add(notice)
    await keep_form(work, NOTICE_FORM, id_, form, pdf)
    work.u.record(work.actor, notice.issued())
    return await work.u.reads.notice(number)


def _notice(work: Work, told: Told, id_: NoticeId, number: str, day: date, now: datetime) -> Notice:
    new = newly_named(told.findings, (*told.consulted, *told.before)) if told.before else frozenset()
    return Notice(
        id=id_,
        number=number,
        kind=told.kind,
        department=told.item.department,
        item=ItemVersionId(told.item.id),
        item_code=told.item.code,
        situation=told.situation,
        findings=told.findings,
        day=day,
        issued_at=now,
        issued_by=work.actor.staff,
        ticket=told.ticket.id if told.ticket else None,
        case=told.case.id if told.case else None,
        tell_by=told.case.tell_by.day if told.case and told.item.regime is Regime.LICENCE else None,
        person=told.person,
        replaces=told.before[-1].id if told.before else None,
        names_new=len(new),
        reason=said(told.again.reason) if told.again else "",
        agreed_by=told.again.agreed_by.staff if told.again and told.again.agreed_by else None,
    )


async def form_of(
    work: Work, told: Told, hall: Hall, at: datetime, number: str | None = None, qr: str = ""
) -> SlipForm:
    """What the slip says; without a number it is a preview."""
    department = await department_of(work, told.item)
    own = await own_words(work, department, FormKind.NOTICE)
    return slip_form(_slip(told, number, at, qr), hall, department, own, work.actor)


def _slip(told: Told, number: str | None, at: datetime, qr: str) -> Slip:
    return Slip(
        number, told.kind, told.item, told.situation, told.findings, told.person, at, qr,
        ticket=told.ticket.number if told.ticket else None, counter=told.counter, case=told.case, before=told.before,
        consulted=told.consulted, reason=told.again.reason if told.again else "",
    )  # fmt: skip


def _must_be_agreed(work: Work, case: Case, again: Again | None) -> Again:
    is_preview = work.previews is not None
    if again is None or (again.agreed_by is None and not is_preview):
        raise RuleBroken("notice.rule.already_told", case=case.number)
    if again.agreed_by is not None:
        again.agreed_by.must(Permission.NOTIFY_AGAIN)
    return again
