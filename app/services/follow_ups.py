"""Following up bad ratings: every step by who may take it, never by the rated clerk, but for the appeal."""

from datetime import date

from app.domain.errors import NotFound, RuleBroken
from app.domain.follow_up import Change, FollowUp
from app.domain.follow_up_table import AppealState
from app.domain.staff import PERMISSIONS, Permission
from app.ports.rows import AppealRow, FollowUpPage
from app.services.hall_time import office_calendar_in
from app.services.handlers import able_handler
from app.services.use_case import Work, use_case


@use_case
async def assign_follow_up(work: Work, number: str, handler: str, text: str = "") -> FollowUpPage:
    """Give it to somebody (staff number) other than the rated clerk.

    Raises:
        RuleBroken: that person cannot handle it, or is the rated clerk.
    """
    case = await _take(work, number, Permission.RATING_DIRECT)
    member = await able_handler(work, handler, Permission.RATING_HANDLE, "follow_up.rule.handler")
    return await _save(work, case.assign(member.id, text, work.actor.staff, await work.u.now()))


@use_case
async def contact_follow_up(work: Work, number: str, text: str) -> FollowUpPage:
    """The person was called, or it was tried (联系)."""
    case = await _take(work, number, Permission.RATING_HANDLE)
    return await _save(work, case.contact(text, work.actor.staff, await work.u.now()))


@use_case
async def extend_follow_up(work: Work, number: str, reason: str) -> FollowUpPage:
    """It is complex: the longer limit holds.

    Raises:
        RuleBroken: no reason, too late, or done already.
    """
    case = await _take(work, number, Permission.RATING_DIRECT)
    hall, calendar = await work.u.hall.get(), await office_calendar_in(work.ports, work.u)
    now, by = await work.u.now(), work.actor.staff
    return await _save(work, case.extend(reason, by, now, hall.business_day(now), hall.policy, calendar))


@use_case
async def put_right_follow_up(work: Work, number: str, text: str) -> FollowUpPage:
    """Say what was found and done (整改)."""
    case = await _take(work, number, Permission.RATING_HANDLE)
    return await _save(work, case.put_right(text, work.actor.staff, await work.u.now()))


@use_case
async def ask_follow_up(work: Work, number: str, satisfied: bool, text: str = "") -> FollowUpPage:
    """Ask the person whether it is settled (回访)."""
    case = await _take(work, number, Permission.RATING_DIRECT)
    return await _save(work, case.ask(satisfied, text, work.actor.staff, await work.u.now()))


@use_case
async def rework_follow_up(work: Work, number: str, text: str = "") -> FollowUpPage:
    """Not settled: once more."""
    case = await _take(work, number, Permission.RATING_DIRECT)
    return await _save(work, case.rework(text, work.actor.staff, await work.u.now()))


@use_case
async def close_follow_up(work: Work, number: str, text: str = "") -> FollowUpPage:
    """Put it on file (办结)."""
    case = await _take(work, number, Permission.RATING_DIRECT)
    return await _save(work, case.close(text, work.actor.staff, await work.u.now()))


@use_case
async def note_follow_up(work: Work, number: str, text: str) -> FollowUpPage:
    """Write down what was said (记一笔)."""
    case = await _take(work, number, Permission.RATING_HANDLE)
    return await _save(work, case.note(text, work.actor.staff, await work.u.now()))


@use_case
async def appeal_rating(work: Work, number: str, reason: str) -> AppealRow:
    """The rated clerk appeals (申诉), and is told by when it is decided; the story stays closed to them.

    Which ratings are one's own cannot be tried out: a number of nothing, of others' and of today answer alike, and what
    would be refused for want of words is refused before the number is looked up.

    Raises:
        RuleBroken: no reason, not about this person, of today, or appealed already.
    """
    work.actor.must(Permission.APPEAL)
    if not reason.strip():
        raise RuleBroken("follow_up.rule.say_why")
    try:
        case = await work.u.follow_ups.by_number(number, lock=True)
    except NotFound:
        raise RuleBroken("follow_up.rule.only_rated", number=number) from None
    hall, calendar = await work.u.hall.get(), await office_calendar_in(work.ports, work.u)
    now, by = await work.u.now(), work.actor.staff
    change = case.lodge_appeal(reason, by, now, hall.business_day(now), hall.policy, calendar)
    await _keep(work, change)
    return AppealRow(number, AppealState.LODGED, _review_by(change[0]))


@use_case
async def review_appeal(work: Work, number: str, uphold: bool, reason: str) -> FollowUpPage:
    """Decide on the appeal (复核): neither the rated clerk nor the handler does.

    Raises:
        RuleBroken: by one of them, no reason, or nothing to decide.
    """
    case = await _take(work, number, Permission.RATING_DIRECT)
    return await _save(work, case.review(uphold, reason, work.actor.staff, await work.u.now()))


def _review_by(case: FollowUp) -> date:
    assert case.review_by is not None, "a lodged appeal has its date"
    return case.review_by.day


async def _take(work: Work, number: str, permission: Permission) -> FollowUp:
    work.actor.must(permission)
    case = await work.u.follow_ups.by_number(number, lock=True)
    directs = Permission.RATING_DIRECT in PERMISSIONS[work.actor.role]
    case.must_be_open_to(work.actor.staff, directs=directs)
    return case


async def _keep(work: Work, change: Change) -> None:
    case, events = change
    await work.u.follow_ups.save(case)
    work.u.record(work.actor, *events)


async def _save(work: Work, change: Change) -> FollowUpPage:
    await _keep(work, change)
    return await work.u.reads.follow_up(change[0].number)
