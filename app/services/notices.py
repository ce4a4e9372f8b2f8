"""The one-time notice: previewed, issued once, reprinted."""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.hall import Hall
from app.domain.judgement import Judgement
from app.domain.notice import NoticeKind, must_have_shortcomings
from app.domain.staff import Permission
from app.domain.ticket import Ticket
from app.ports.protection import protect_person
from app.ports.rows import NoticeRow
from app.services.at_counter import live_or_of_today
from app.services.case_of_errand import receive_case
from app.services.issue_ticket import ANYBODY, ErrandWish, Visitor
from app.services.judging import errand_of, findings_of, serves, told_for_errand, told_for_wish
from app.services.telling import Again, Told, form_of, issue, notified
from app.services.use_case import Command, Ports, Work, use_case


@use_case
async def issue_notice(
    work: Work,
    ticket: str,
    item: str,
    judgements: tuple[Judgement, ...],
    kind: NoticeKind | None = NoticeKind.SUPPLEMENT,
    others_complete: bool = False,
    again: Again | None = None,
) -> NoticeRow:
    """Tell everything that is missing for one errand of a ticket, once.

    A further notice for the same case is a breach of "told once": it needs ``again``, names what is new in it,
    replaces the one before it and is counted.

    A supplement notice (补正告知) receives the application as a case; it needs the ticket to be served by the
    person who tells. A consultation slip (咨询告知) starts no clock. ``kind`` None is the first where that person
    serves the ticket, else the second. With ``others_complete`` required materials not judged are in order, but
    for those that the case waits for: they are told again as they were.

    Raises:
        RuleBroken: not every required material is judged, nothing is missing, it was told already, or the errand
            is not the one in hand.
    """
    work.actor.must(Permission.NOTIFY)
    hall = await work.u.hall.get()
    day = hall.business_day(await work.u.now())
    # A consultation changes nothing of the ticket: a lock would let calls pass its person over meanwhile.
    found = await live_or_of_today(work, ticket, day, lock=kind is not NoticeKind.CONSULTATION)
    kind = kind or _kind(work, found)
    errand = errand_of(found, item)
    told = await told_for_errand(work, found, errand, judgements, kind, day, others_complete=others_complete)
    must_have_shortcomings(told.findings)
    if kind is NoticeKind.SUPPLEMENT:
        told = await _receive(work, told, found, hall, again)
    return await issue(work, told, hall)


@use_case
async def notify_case(
    work: Work,
    number: str,
    judgements: tuple[Judgement, ...],
    again: Again | None = None,
    others_complete: bool = False,
) -> NoticeRow:
    """Tell everything that is missing for a case that came without a ticket, or between two trips.

    Raises:
        RuleBroken: as ``issue_notice``.
    """
    hall = await work.u.hall.get()
    return await issue(
        work, await _tell_case(work, hall, number, judgements, again, others_complete=others_complete), hall
    )


@use_case
async def consult(
    work: Work,
    item: str,
    brought: frozenset[int],
    situation: str | None = None,
    visitor: Visitor = ANYBODY,
    not_applicable: frozenset[int] = frozenset(),
) -> NoticeRow:
    """A consultation slip instead of a ticket: what is needed and not brought is told, nobody queues in vain."""
    work.actor.must(Permission.NOTIFY)
    hall = await work.u.hall.get()
    person = protect_person(work.ports.protector, visitor.name, visitor.identity, visitor.phone)
    wish = ErrandWish(item, situation, brought, not_applicable)
    told = await told_for_wish(work, hall, wish, person)
    must_have_shortcomings(told.findings)
    return await issue(work, told, hall)


@use_case
async def count_notice_reprint(work: Work, number: str) -> NoticeRow:
    """Count a further print of a notice; the paper says which one it is."""
    work.actor.must(Permission.NOTIFY)
    notice, events = (await work.u.notices.by_number(number, lock=True)).reprint()
    await work.u.notices.save(notice)
    work.u.record(work.actor, *events)
    return await work.u.reads.notice(number)


async def preview_notice(
    ports: Ports, command: Command, ticket: str, item: str, judgements: Sequence[Judgement], kind: NoticeKind
) -> bytes:
    """The slip as it would be, marked 预览 and without a number; nothing is written."""
    command.actor.must(Permission.NOTIFY)
    async with ports.uow() as u:
        work = Work(u, command.actor, ports)
        hall = await u.hall.get()
        now = await u.now()
        day = hall.business_day(now)
        found = await live_or_of_today(work, ticket, day)
        told = await told_for_errand(work, found, errand_of(found, item), judgements, kind, day)
        must_have_shortcomings(told.findings)
        form = await form_of(work, told, hall, now)
    return await ports.render(form)


async def preview_case_notice(
    ports: Ports, command: Command, number: str, judgements: tuple[Judgement, ...], reason: str = ""
) -> bytes:
    """The same for a case; of a further notice the reason alone, for a supervisor agrees when it is issued.

    Raises:
        RuleBroken: as ``issue_notice``.
    """
    async with ports.uow() as u:
        work = Work(u, command.actor, ports, [])
        hall = await u.hall.get()
        told = await _tell_case(work, hall, number, judgements, Again(reason), others_complete=False)
        form = await form_of(work, told, hall, await u.now())
    return await ports.render(form)


async def _tell_case(
    work: Work,
    hall: Hall,
    number: str,
    judgements: tuple[Judgement, ...],
    again: Again | None,
    *,
    others_complete: bool,
) -> Told:
    work.actor.must(Permission.NOTIFY)
    case = await work.u.cases.by_number(number, lock=True)
    day = hall.business_day(await work.u.now())
    item = await work.u.catalogue.in_force(case.item_code, day)
    item.must_be_available(day)
    asked = item.materials_for(case.situation)
    findings = await findings_of(work, case, asked, judgements, others_complete=others_complete)
    must_have_shortcomings(findings)
    told = Told(NoticeKind.SUPPLEMENT, item, case.situation, findings, case.applicant.person)
    return await notified(work, told, case, hall, again)


def _kind(work: Work, ticket: Ticket) -> NoticeKind:
    return NoticeKind.SUPPLEMENT if serves(work, ticket) else NoticeKind.CONSULTATION


async def _receive(work: Work, told: Told, ticket: Ticket, hall: Hall, again: Again | None) -> Told:
    linked, case = await receive_case(work, ticket, hall, await work.u.now())
    await work.u.tickets.save(linked)
    return await notified(work, replace(told, ticket=linked), case, hall, again)
