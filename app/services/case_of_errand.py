"""The case that an errand opens: received, then accepted, refused or notified, as its outcome says."""

from dataclasses import replace
from datetime import datetime

from app.domain.case import Case, CaseAction, CaseState, case_number, last_day_to_tell
from app.domain.errand import Outcome
from app.domain.errors import RuleBroken
from app.domain.hall import Hall
from app.domain.ids import CaseId
from app.domain.ticket import Ticket
from app.services.at_counter import AtCounter
from app.services.use_case import Work

_STEP = {Outcome.ACCEPTED: CaseAction.ACCEPT, Outcome.REFUSED: CaseAction.REFUSE}


async def receive_case(work: Work, ticket: Ticket, hall: Hall, now: datetime) -> tuple[Ticket, Case]:
    """The case of the present errand, opened now when there is none; the returned ticket names it.

    Raises:
        RuleBroken: the item was cancelled meanwhile: no case may be opened for it (条例 art. 40).
    """
    errand = ticket.errand
    if errand.case is not None:
        return ticket, await work.u.cases.get(errand.case)
    day = hall.business_day(now)
    item = await work.u.catalogue.in_force(errand.item_code, day)
    item.must_be_available(day)
    sequence = await work.u.numbers.next("case", item.code, day.year)
    case = Case(
        id=CaseId(work.u.new_id()),
        number=case_number(item.code, day.year, sequence),
        item=item.id,
        item_code=item.code,
        situation=errand.situation,
        department=item.department,
        ticket=ticket.id,
        received_on=day,
        tell_by=last_day_to_tell(day, work.ports.working_days),
        person=ticket.person,
        since=now,
    )
    await work.u.cases.add(case)
    work.u.record(work.actor, case.received())
    return ticket.link_case(replace(errand, case=case.id)), case


async def step_case(work: Work, case: Case, action: CaseAction, now: datetime) -> None:
    """Move the case on and save it."""
    moved, events = case.step(action, now)
    await work.u.cases.save(moved)
    work.u.record(work.actor, *events)


async def settle_case(work: Work, ticket: Ticket, outcome: Outcome, at: AtCounter) -> Ticket:
    """Do to the case what the outcome says; the returned ticket names the case.

    Raises:
        RuleBroken: ``notified`` without an issued notice, or ``accepted``/``refused`` after one.
    """
    if outcome is Outcome.NOTIFIED:
        await _must_be_told(work, ticket)
    if outcome not in _STEP:
        return ticket
    linked, case = await receive_case(work, ticket, at.hall, at.now)
    await step_case(work, case, _STEP[outcome], at.now)
    return linked


async def undo_case(work: Work, finished: Ticket, now: datetime) -> None:
    """Take back what the last finish did to the case; a notice stays issued."""
    last = finished.last_done
    if last.case is not None and last.outcome in _STEP:
        await step_case(work, await work.u.cases.get(last.case), CaseAction.UNDO, now)


async def _must_be_told(work: Work, ticket: Ticket) -> None:
    case = ticket.errand.case
    told = case is not None and (await work.u.cases.get(case)).state is CaseState.NOTIFIED
    if not told and not await work.u.notices.of_ticket(ticket.id, ticket.errand.item_code):
        raise RuleBroken("errand.rule.notice_first")
