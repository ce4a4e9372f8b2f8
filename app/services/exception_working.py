"""Working on exception cases: contact, measures, the one extension, other departments' parts, saying no."""

from datetime import date

from app.domain import exception_working as working
from app.domain.staff import Permission
from app.ports.rows import ExceptionPage
from app.services.exception_at_work import able_handler, must_lead, save_case, take_case, unit_of
from app.services.use_case import Work, use_case


@use_case
async def contact_exception(work: Work, number: str, text: str) -> ExceptionPage:
    """The person was contacted, or it was tried (联系本人)."""
    at = await take_case(work, number, Permission.EXCEPTION_HANDLE)
    return await save_case(work, working.contact(at.case, text, at.by))


@use_case
async def measure_exception(work: Work, number: str, text: str) -> ExceptionPage:
    """Say what is done about it (措施)."""
    at = await take_case(work, number, Permission.EXCEPTION_HANDLE)
    return await save_case(work, working.measure(at.case, text, at.by))


@use_case
async def extend_exception(work: Work, number: str, reason: str, until: date | None = None) -> ExceptionPage:
    """Take longer (延期): once, and the person is told before it is due; the handler, or who directs.

    Raises:
        RuleBroken: no reason, another's, extended already, too late, or beyond the hall's longest.
    """
    at = await take_case(work, number, Permission.EXCEPTION_HANDLE)
    must_lead(work, at.case)
    return await save_case(work, working.extend(at.case, reason, at.by, until))


@use_case
async def join_exception(
    work: Work, number: str, handler: str, task: str, department: str | None = None
) -> ExceptionPage:
    """Ask another department for its part (协办): a handler (staff number), and what is to be done.

    Raises:
        RuleBroken: that person cannot handle it, is the lead, or was asked already; or no task.
    """
    at = await take_case(work, number, Permission.EXCEPTION_DIRECT)
    member = await able_handler(work, handler)
    unit = await unit_of(work, department, member)
    return await save_case(work, working.join(at.case, unit, member.id, task, at.by))


@use_case
async def answer_exception_part(work: Work, number: str, text: str) -> ExceptionPage:
    """Who was asked for a part answers for it, to the lead (协办反馈)."""
    at = await take_case(work, number, Permission.EXCEPTION_HANDLE)
    return await save_case(work, working.answer_part(at.case, text, at.by))


@use_case
async def release_exception_part(work: Work, number: str, handler: str, reason: str) -> ExceptionPage:
    """A part is needed no more (撤回协办)."""
    at = await take_case(work, number, Permission.EXCEPTION_DIRECT)
    member = await work.u.staff.by_number(handler)
    return await save_case(work, working.release(at.case, member.id, reason, at.by))


@use_case
async def deny_exception(work: Work, number: str, text: str, basis: str) -> ExceptionPage:
    """Propose a negative answer with its basis (否定答复); another signs it off.

    Raises:
        RuleBroken: no words, no basis, another's, or other departments still owe their parts.
    """
    at = await take_case(work, number, Permission.EXCEPTION_HANDLE)
    return await save_case(work, working.deny(at.case, text, basis, at.by))


@use_case
async def sign_off_exception(work: Work, number: str, text: str = "") -> ExceptionPage:
    """Sign a negative answer off (签批).

    Raises:
        RuleBroken: by who proposed it.
    """
    at = await take_case(work, number, Permission.EXCEPTION_DIRECT)
    return await save_case(work, working.sign_off(at.case, text, at.by))


@use_case
async def withdraw_exception(work: Work, number: str, reason: str) -> ExceptionPage:
    """Who proposed a negative answer takes it back: in hand again (收回).

    Raises:
        RuleBroken: no reason, or by somebody else.
    """
    at = await take_case(work, number, Permission.EXCEPTION_HANDLE)
    return await save_case(work, working.withdraw(at.case, reason, at.by))


@use_case
async def refuse_exception(work: Work, number: str, reason: str) -> ExceptionPage:
    """Do not sign a negative answer off: back in hand (不同意)."""
    at = await take_case(work, number, Permission.EXCEPTION_DIRECT)
    return await save_case(work, working.refuse(at.case, reason, at.by))
