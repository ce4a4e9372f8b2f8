"""The case that an errand opens or goes on with: received, then notified, accepted or refused as its outcome says."""

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from app.domain import case_course, case_receipt, ticket_course
from app.domain.applicant import Applicant
from app.domain.case import By, Case, Change, case_number
from app.domain.case_clock import limit_of, tell_by
from app.domain.case_parts import NO_REFUSAL, Decision, Refusal, Result
from app.domain.case_table import CaseAction, CaseState
from app.domain.catalogue import ServiceItem
from app.domain.errand import Outcome
from app.domain.errors import RuleBroken
from app.domain.hall import Hall
from app.domain.ids import CaseId, TicketId
from app.domain.ticket import Ticket
from app.services.at_counter import AtCounter
from app.services.case_keys import keys_of
from app.services.hall_time import by_actor
from app.services.issuing import issue_acceptance, issue_decision, issue_refusal, take_back_of_finish
from app.services.use_case import Work


@dataclass(frozen=True, slots=True)
class Ending:
    """What goes with an outcome: why it is refused, and the limit of an item whose page names none."""

    refusal: Refusal = NO_REFUSAL
    limit_days: Decimal | None = None


PLAIN_ENDING = Ending()
_SETTLING = frozenset({Outcome.COMPLETED, Outcome.ACCEPTED, Outcome.REFUSED})


async def receive_case(work: Work, ticket: Ticket, hall: Hall, now: datetime) -> tuple[Ticket, Case]:
    """The case of the present errand, opened now when there is none; the returned ticket names it.

    Raises:
        RuleBroken: the item was cancelled meanwhile: no case may be opened for it (条例 art. 40).
    """
    errand = ticket.errand
    if errand.case is not None:
        return ticket, await work.u.cases.get(errand.case, lock=True)
    by = await by_actor(work, hall, now)
    item = await work.u.catalogue.in_force(errand.item_code, by.day)
    case = await add_case(work, item, errand.situation, Applicant(ticket.person), by, ticket.id)
    return ticket_course.link_case(ticket, replace(errand, case=case.id)), case


async def add_case(
    work: Work,
    item: ServiceItem,
    situation: str | None,
    applicant: Applicant,
    by: By,
    ticket: TicketId | None = None,
) -> Case:
    """Receive an application: number, five-day clock, story.

    Raises:
        RuleBroken: the item was cancelled.
    """
    item.must_be_available(by.day)
    sequence = await work.u.numbers.next("case", item.code, by.day.year)
    case, events = case_receipt.receive(
        Case(
            id=CaseId(work.u.new_id()),
            number=case_number(item.code, by.day.year, sequence),
            item=item.id,
            item_code=item.code,
            regime=item.regime,
            situation=situation,
            department=item.department,
            received_on=by.day,
            counts_from=by.day,
            tell_by=tell_by(by.day, by.time),
            ticket=ticket,
            applicant=applicant,
        ),
        by,
    )
    await work.u.cases.add(case)
    await work.u.cases.find_by(case.id, keys_of(case, work.ports.protector))
    work.u.record(work.actor, *events)
    return case


async def save_case(work: Work, change: Change) -> Case:
    """Save the case as it is after a step, and write down what happened."""
    case, events = change
    await work.u.cases.save(case)
    work.u.record(work.actor, *events)
    return case


async def settle_case(work: Work, ticket: Ticket, outcome: Outcome, ending: Ending, at: AtCounter) -> Ticket:
    """Do to the case what the outcome says; the returned ticket names the case.

    Raises:
        RuleBroken: ``notified`` without an issued notice, ``accepted`` or ``completed`` while something is outstanding
            or without a known limit, ``refused`` without a reason or without naming the right authority.
    """
    if outcome is Outcome.NOTIFIED:
        await _must_be_told(work, ticket)
    if outcome is Outcome.COMPLETED:
        await _grant_on_the_spot(work, ticket, ending, at)
    if outcome not in (Outcome.ACCEPTED, Outcome.REFUSED):
        return ticket
    linked, case = await receive_case(work, ticket, at.hall, at.now)
    by = await by_actor(work, at.hall, at.now)
    item = await work.u.catalogue.version(case.item)
    if outcome is Outcome.REFUSED:
        refused = await save_case(work, case_receipt.refuse(case, ending.refusal, by))
        await issue_refusal(work, refused, item, at.hall, ending.refusal)
    else:
        await _accept(work, case, item, ending, at)
    return linked


async def undo_case(work: Work, finished: Ticket, at: AtCounter) -> None:
    """Take back what the last finish did to the case; a notice stays issued.

    Raises:
        RuleBroken: the case went further since.
    """
    last = finished.last_done
    if last.case is None or last.outcome not in _SETTLING:
        return
    case = await work.u.cases.get(last.case, lock=True)
    by = await by_actor(work, at.hall, at.now)
    done = {step.action for step in case.steps if step.at == last.finished_at}
    if CaseAction.DECIDE in done:
        case = await save_case(work, case_course.undo_decision(case, by))
    if done & {CaseAction.ACCEPT, CaseAction.REFUSE}:
        await save_case(work, case_receipt.undo(case, by))
    if last.finished_at is not None:
        await take_back_of_finish(work, case, last.finished_at)


async def _accept(work: Work, case: Case, item: ServiceItem, ending: Ending, at: AtCounter) -> Case:
    limit = limit_of(item, case.situation, is_joint=False, said=ending.limit_days)
    by = await by_actor(work, at.hall, at.now)
    accepted = await save_case(work, case_receipt.accept(case, limit, by))
    await issue_acceptance(work, accepted, item, at.hall)
    return accepted


async def _grant_on_the_spot(work: Work, ticket: Ticket, ending: Ending, at: AtCounter) -> None:
    """当场办结 of an application that has a case: what is not taken on yet is, and all of it is granted."""
    if ticket.errand.case is None:
        return
    case = await work.u.cases.get(ticket.errand.case, lock=True)
    if case.outstanding:
        waiting = ", ".join(map(str, sorted(case.outstanding)))
        raise RuleBroken("case.rule.outstanding", case=case.number, numbers=waiting)
    if case.decision is not None:
        return  # decided before: the person came for something else
    item = await work.u.catalogue.version(case.item)
    if case.accepted_at is None:
        case = await _accept(work, case, item, ending, at)
    by = await by_actor(work, at.hall, at.now)
    decision = Decision(Result.GRANTED, by.day)
    decided = case_course.decide(case, decision, at.hall.policy.days_to_deliver, by)
    await issue_decision(work, await save_case(work, decided), item, at.hall)


async def _must_be_told(work: Work, ticket: Ticket) -> None:
    case = ticket.errand.case
    told = case is not None and (await work.u.cases.get(case)).state is CaseState.NOTIFIED
    if not told and not await work.u.notices.of_ticket(ticket.id, ticket.errand.item_code):
        raise RuleBroken("errand.rule.notice_first")
