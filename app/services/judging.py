"""What is judged: from judgements on materials to what a notice tells, for an errand, a case or a mere wish."""

from collections.abc import Sequence
from datetime import date

from app.domain.case import Case
from app.domain.catalogue import Material
from app.domain.errand import Errand
from app.domain.errors import NotFound, RuleBroken
from app.domain.hall import Hall
from app.domain.judgement import (
    Findings,
    Judgement,
    Verdict,
    counted,
    judge,
    told_again,
    with_others_complete,
)
from app.domain.notice import NoticeKind
from app.domain.person import Person
from app.domain.ticket import Ticket
from app.domain.ticket_table import TicketState
from app.services.issue_ticket import ErrandWish
from app.services.telling import Told, waited_for
from app.services.use_case import Work


async def told_for_errand(
    work: Work,
    ticket: Ticket,
    errand: Errand,
    judgements: Sequence[Judgement],
    kind: NoticeKind,
    day: date,
    *,
    others_complete: bool = False,
) -> Told:
    """Judged by the item's version in force: nothing else may be asked for but on a basis (行政许可法 art. 31).

    Raises:
        RuleBroken: a supplement notice by who does not serve that errand, or judgements that do not fit the list.
    """
    if kind is NoticeKind.SUPPLEMENT:
        _must_serve(work, ticket, errand)
    item = await work.u.catalogue.in_force(errand.item_code, day)
    item.must_be_available(day)
    materials = item.materials_for(errand.situation)
    case = await work.u.cases.get(errand.case) if errand.case else None
    findings = await findings_of(work, case, materials, judgements, others_complete=others_complete)
    counter = (await work.u.counters.get(ticket.counter)).number if ticket.counter else None
    return Told(kind, item, errand.situation, findings, ticket.person, ticket, counter)


async def findings_of(
    work: Work,
    case: Case | None,
    materials: tuple[Material, ...],
    judgements: Sequence[Judgement],
    *,
    others_complete: bool,
) -> Findings:
    """The whole list judged. What was told beyond it and has not come stays told: no list asks anybody about it."""
    waiting = await waited_for(work, case)
    if others_complete:
        judgements = with_others_complete(materials, judgements, waiting)
    else:
        judgements = told_again(materials, judgements, [s for s in waiting if s.basis])
    came = {paper.name: paper.handed_in for paper in case.papers} if case else {}
    return counted(judge(materials, judgements, case.beyond if case else ()), came)


async def told_for_wish(work: Work, hall: Hall, wish: ErrandWish, person: Person) -> Told:
    """What somebody who comes for an item did not bring: no ticket, and no case."""
    day = hall.business_day(await work.u.now())
    item = await work.u.catalogue.in_force(wish.item, day)
    item.must_be_available(day)
    item.must_ask_for(wish.brought or frozenset(), wish.situation, wish.not_applicable)
    materials = item.materials_for(wish.situation)
    judgements = [Judgement(m.number, _verdict(m.number, wish)) for m in materials]
    return Told(NoticeKind.CONSULTATION, item, wish.situation, judge(materials, judgements), person)


def _verdict(material: int, wish: ErrandWish) -> Verdict:
    if material in wish.not_applicable:
        return Verdict.NOT_APPLICABLE
    return Verdict.COMPLETE if material in (wish.brought or ()) else Verdict.MISSING


def errand_of(ticket: Ticket, item: str) -> Errand:
    """The errand for an item; the one in hand when several are.

    Raises:
        NotFound: the ticket is for something else.
    """
    candidates = (ticket.errand, *ticket.errands)
    errand = next((e for e in candidates if e.item_code == item), None)
    if errand is None:
        raise NotFound("notice.rule.no_errand", number=ticket.number, item=item)
    return errand


def serves(work: Work, ticket: Ticket) -> bool:
    """Whether the acting person serves the ticket now."""
    return ticket.state is TicketState.SERVING and ticket.clerk == work.actor.staff


def _must_serve(work: Work, ticket: Ticket, errand: Errand) -> None:
    if not serves(work, ticket):
        raise RuleBroken("notice.rule.not_serving", number=ticket.number)
    if errand.id != ticket.errand.id:
        raise RuleBroken("notice.rule.other_errand", item=errand.item_code)
