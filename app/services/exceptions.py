"""Exception cases from desk to desk: triaged, assigned, taken, answered, followed up, put on file."""

from datetime import date

from app.domain import exception_course as course
from app.domain.exception_category import must_be_offered
from app.domain.exception_terms import ExceptionLevel
from app.domain.staff import Permission
from app.ports.rows import ExceptionPage
from app.services.exception_at_work import able_handler, must_lead, save_case, take_case, unit_of
from app.services.exception_groups import closed_group_of, recur_in
from app.services.use_case import Work, use_case


@use_case
async def triage_exception(
    work: Work, number: str, category: str, level: ExceptionLevel, text: str = ""
) -> ExceptionPage:
    """Decide what it is and how hard (研判); again where that turns out to be wrong, until it is given to somebody.

    Raises:
        RuleBroken: a category that the hall does not offer; what the case has already it may keep.
    """
    at = await take_case(work, number, Permission.EXCEPTION_DIRECT)
    if category != at.case.category:
        must_be_offered(category, at.hall.policy.exception_categories)
    return await save_case(work, course.triage(at.case, category, level, text, at.by))


@use_case
async def assign_exception(
    work: Work,
    number: str,
    handler: str,
    department: str | None = None,
    due: date | None = None,
    text: str = "",
) -> ExceptionPage:
    """Give it to a handler (staff number); department (code) and date default to the handler's and the case's.

    Also where somebody has it already: it is the new handler's from now on, who takes it in hand anew.

    Raises:
        RuleBroken: that person cannot handle it, no department can be told, the date is beyond the
            level's or not worked, or no reason though somebody had it in hand.
    """
    at = await take_case(work, number, Permission.EXCEPTION_DIRECT)
    member = await able_handler(work, handler)
    unit = await unit_of(work, department, member)
    return await save_case(work, course.assign(at.case, unit, member.id, due or at.case.due.day, text, at.by))


@use_case
async def return_exception(work: Work, number: str, reason: str) -> ExceptionPage:
    """Send it back to triage with a reason (退回), in hand or not: the handler, or who directs.

    Raises:
        RuleBroken: no reason given, or another's.
    """
    at = await take_case(work, number, Permission.EXCEPTION_HANDLE)
    must_lead(work, at.case)
    return await save_case(work, course.send_back(at.case, reason, at.by))


@use_case
async def take_exception(work: Work, number: str, text: str = "") -> ExceptionPage:
    """The handler takes it in hand (办理)."""
    at = await take_case(work, number, Permission.EXCEPTION_HANDLE)
    return await save_case(work, course.take(at.case, text, at.by))


@use_case
async def answer_exception(work: Work, number: str, text: str) -> ExceptionPage:
    """Answer the person (反馈).

    Raises:
        RuleBroken: no words, another's, or other departments still owe their parts.
    """
    at = await take_case(work, number, Permission.EXCEPTION_HANDLE)
    return await save_case(work, course.answer(at.case, text, at.by))


@use_case
async def follow_up_exception(work: Work, number: str, satisfied: bool, text: str = "") -> ExceptionPage:
    """Ask the person whether it is settled (回访)."""
    at = await take_case(work, number, Permission.EXCEPTION_DIRECT)
    return await save_case(work, course.follow_up(at.case, satisfied, text, at.by))


@use_case
async def rework_exception(work: Work, number: str, text: str = "") -> ExceptionPage:
    """Not satisfied: back in hand."""
    at = await take_case(work, number, Permission.EXCEPTION_DIRECT)
    return await save_case(work, course.rework(at.case, text, at.by))


@use_case
async def close_exception(work: Work, number: str, text: str = "") -> ExceptionPage:
    """Put it on file (归档)."""
    at = await take_case(work, number, Permission.EXCEPTION_DIRECT)
    return await save_case(work, course.close(at.case, text, at.by))


@use_case
async def reopen_exception(work: Work, number: str, reason: str) -> ExceptionPage:
    """It came back: triage anew. The group whose cause it has opens again with it."""
    work.actor.must(Permission.EXCEPTION_DIRECT)
    group = await closed_group_of(work, number)
    at = await take_case(work, number, Permission.EXCEPTION_DIRECT)
    change = course.reopen(at.case, reason, at.by)
    page = await save_case(work, change)
    if group is not None:
        await recur_in(work, group, change[0])
    return page


@use_case
async def note_exception(work: Work, number: str, text: str) -> ExceptionPage:
    """Write down what was done and who said what (记一笔)."""
    at = await take_case(work, number, Permission.EXCEPTION_OPEN)
    return await save_case(work, course.note(at.case, text, at.by))
