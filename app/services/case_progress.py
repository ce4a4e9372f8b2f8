"""The second half of a case as use cases: from acceptance to the file, and the ways out of it."""

from app.domain import case_course
from app.domain.case import Change
from app.domain.case_parts import Decision, Delivery, DeliveryWay, Extension, Procedure, Result
from app.domain.person import mask_name
from app.ports.rows import CasePage
from app.services.case_of_errand import save_case
from app.services.issuing import (
    issue_decision,
    issue_delivery_receipt,
    issue_ending,
    issue_extension,
    issue_special_procedure,
    take_back_of_finish,
)
from app.services.open_case import OpenCase, take_case
from app.services.use_case import Work, use_case


@use_case
async def suspend_case(work: Work, number: str, procedure: Procedure, days: int) -> CasePage:
    """A hearing, an inspection and the like begins; so many working days do not count (art. 45)."""
    open_ = await take_case(work, number)
    case = await save_case(work, case_course.suspend(open_.case, procedure, days, open_.by))
    await issue_special_procedure(work, case, open_.item, open_.hall)
    return await work.u.reads.case(number)


@use_case
async def resume_case(work: Work, number: str) -> CasePage:
    """The special procedure is over."""
    open_ = await take_case(work, number)
    return await _saved(work, open_, case_course.resume(open_.case, open_.by))


@use_case
async def extend_case(work: Work, number: str, extension: Extension) -> CasePage:
    """Allow more time, once, with the head's approval and the reason told (art. 42)."""
    open_ = await take_case(work, number)
    case = await save_case(work, case_course.extend(open_.case, extension, open_.by))
    await issue_extension(work, open_.case, case, open_.item, open_.hall)
    return await work.u.reads.case(number)


@use_case
async def decide_case(
    work: Work, number: str, result: Result, reasons: str = "", certificate: str | None = None
) -> CasePage:
    """Grant or deny; a denial gives its reasons (art. 38)."""
    open_ = await take_case(work, number)
    decision = Decision(result, open_.by.day, reasons.strip(), certificate)
    days = open_.hall.policy.days_to_deliver
    case = await save_case(work, case_course.decide(open_.case, decision, days, open_.by))
    await issue_decision(work, case, open_.item, open_.hall)
    return await work.u.reads.case(number)


@use_case
async def deliver_case(work: Work, number: str, way: DeliveryWay, received_by: str = "") -> CasePage:
    """The documents reached the applicant; who took them is kept masked."""
    open_ = await take_case(work, number)
    who = mask_name(received_by.strip()) if received_by.strip() else None
    delivery = Delivery(way, open_.by.day, who)
    days = open_.hall.policy.days_to_archive
    case = await save_case(work, case_course.deliver(open_.case, delivery, days, open_.by))
    await issue_delivery_receipt(work, case, open_.item, open_.hall)
    return await work.u.reads.case(number)


@use_case
async def archive_case(work: Work, number: str) -> CasePage:
    """Put it on file."""
    open_ = await take_case(work, number)
    return await _saved(work, open_, case_course.archive(open_.case, open_.by))


@use_case
async def withdraw_case(work: Work, number: str, reason: str = "") -> CasePage:
    """The applicant takes it back."""
    open_ = await take_case(work, number)
    return await _saved(work, open_, case_course.withdraw(open_.case, reason, open_.by))


@use_case
async def end_case(work: Work, number: str, reason: str) -> CasePage:
    """What was to follow never came; the reason is told."""
    open_ = await take_case(work, number)
    ended = await save_case(work, case_course.end(open_.case, reason, open_.by))
    await take_back_of_finish(work, ended)
    await issue_ending(work, ended, open_.item, open_.hall)
    return await work.u.reads.case(number)


async def _saved(work: Work, open_: OpenCase, change: Change) -> CasePage:
    await save_case(work, change)
    return await work.u.reads.case(open_.case.number)
