"""Following up bad ratings: every step by who may take it, never by the rated clerk, but for the appeal."""

from datetime import date

from app.domain import follow_up_course as course
from app.domain.errors import NotFound, RuleBroken
from app.domain.follow_up import Change, FollowUp
from app.domain.follow_up_table import AppealState
from app.domain.staff import PERMISSIONS, Permission
from app.ports.rows import AppealRow, FollowUpPage
from app.services.follow_up_at_work import AtWork, keep, take_follow_up
from app.services.handlers import able_handler
from app.services.use_case import Work, use_case


@use_case
async def assign_follow_up(work: Work, number: str, handler: str, text: str = "") -> FollowUpPage:
    """Give it to somebody (staff number) other than the rated clerk.

    Raises:
        RuleBroken: that person cannot handle it, or is the rated clerk.
    """
    at = await _take(work, number, Permission.RATING_DIRECT)
    member = await able_handler(work, handler, Permission.RATING_HANDLE, "follow_up.rule.handler")
    return await _save(work, course.assign(at.case, member.id, text, at.by, at.now))


@use_case
async def contact_follow_up(work: Work, number: str, text: str) -> FollowUpPage:
    """The person was called, or it was tried (联系)."""
    at = await _take(work, number, Permission.RATING_HANDLE)
    return await _save(work, course.contact(at.case, text, at.by, at.now))


@use_case
async def extend_follow_up(work: Work, number: str, reason: str) -> FollowUpPage:
    """It is complex: the longer limit holds.

    Raises:
        RuleBroken: no reason, too late, or done already.
    """
    at = await _take(work, number, Permission.RATING_DIRECT)
    return await _save(work, course.extend(at.case, reason, at.by, at.now, at.terms))


@use_case
async def put_right_follow_up(work: Work, number: str, text: str) -> FollowUpPage:
    """Say what was found and done (整改)."""
    at = await _take(work, number, Permission.RATING_HANDLE)
    return await _save(work, course.put_right(at.case, text, at.by, at.now))


@use_case
async def ask_follow_up(work: Work, number: str, satisfied: bool, text: str = "") -> FollowUpPage:
    """Ask the person whether it is settled (回访)."""
    at = await _take(work, number, Permission.RATING_DIRECT)
    return await _save(work, course.ask(at.case, satisfied, text, at.by, at.now))


@use_case
async def rework_follow_up(work: Work, number: str, text: str = "") -> FollowUpPage:
    """Not settled: once more."""
    at = await _take(work, number, Permission.RATING_DIRECT)
    return await _save(work, course.rework(at.case, text, at.by, at.now))


@use_case
async def close_follow_up(work: Work, number: str, text: str = "") -> FollowUpPage:
    """Put it on file (办结)."""
    at = await _take(work, number, Permission.RATING_DIRECT)
    return await _save(work, course.close(at.case, text, at.by, at.now))


@use_case
async def note_follow_up(work: Work, number: str, text: str) -> FollowUpPage:
    """Write down what was said (记一笔)."""
    at = await _take(work, number, Permission.RATING_HANDLE)
    return await _save(work, course.note(at.case, text, at.by, at.now))


@use_case
async def appeal_rating(work: Work, number: str, reason: str) -> AppealRow:
    """The rated clerk appeals (申诉), and is told by when it is decided; the story stays closed to them.

    Which ratings are one's own cannot be tried out: a number of nothing, of others', of today and of what is on file
    for too long answer alike, and what would be refused for want of words is refused before the number is looked up.

    Raises:
        RuleBroken: no reason, not about this person, of today, on file for too long, or appealed already.
    """
    work.actor.must(Permission.APPEAL)
    if not reason.strip():
        raise RuleBroken("follow_up.rule.say_why")
    try:
        at = await take_follow_up(work, number)
    except NotFound:
        raise RuleBroken("follow_up.rule.only_rated", number=number) from None
    change = course.lodge_appeal(at.case, reason, at.by, at.now, at.terms)
    await keep(work, change)
    return AppealRow(number, AppealState.LODGED, _review_by(change[0]))


@use_case
async def review_appeal(work: Work, number: str, uphold: bool, reason: str) -> FollowUpPage:
    """Decide on the appeal (复核): neither the rated clerk nor the handler does.

    Raises:
        RuleBroken: by one of them, no reason, or nothing to decide.
    """
    at = await _take(work, number, Permission.RATING_DIRECT)
    return await _save(work, course.review(at.case, uphold, reason, at.by, at.now))


def _review_by(case: FollowUp) -> date:
    assert case.review_by is not None, "a lodged appeal has its date"
    return case.review_by.day


async def _take(work: Work, number: str, permission: Permission) -> AtWork:
    work.actor.must(permission)
    at = await take_follow_up(work, number)
    at.case.must_be_open_to(at.by, directs=Permission.RATING_DIRECT in PERMISSIONS[work.actor.role])
    return at


async def _save(work: Work, change: Change) -> FollowUpPage:
    await keep(work, change)
    return await work.u.reads.follow_up(change[0].number)
