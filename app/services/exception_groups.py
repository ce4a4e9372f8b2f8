"""Exception cases grouped by root cause, and the rectification that removes it."""

from app.domain.errors import RuleBroken
from app.domain.exception_case import ExceptionCase
from app.domain.exception_course import close
from app.domain.exception_group import CauseGroup, GroupChange, GroupState, group_number, new_group
from app.domain.exception_table import ExceptionAction, ExceptionState
from app.domain.ids import CauseGroupId
from app.domain.staff import Permission
from app.ports.rows import GroupPage
from app.services.authority import department_named
from app.services.exception_at_work import save_case, take_case
from app.services.hall_time import office_calendar_in
from app.services.use_case import Work, use_case


@use_case
async def create_group(work: Work, cause: str, cases: tuple[str, ...] = ()) -> GroupPage:
    """Name a root cause, with the first cases (numbers) that it has.

    Raises:
        RuleBroken: no cause, or a case that has another cause already.
    """
    work.actor.must(Permission.EXCEPTION_DIRECT)
    hall, now = await work.u.hall.get(), await work.u.now()
    year = hall.business_day(now).year
    number = group_number(year, await work.u.numbers.next("exception_group", "hall", year))
    group, event = new_group(CauseGroupId(work.u.new_id()), number, cause, work.actor.staff, now)
    await work.u.exception_groups.add(group)
    work.u.record(work.actor, event)
    for case in cases:
        group = await _put(work, group, case)
    return await work.u.reads.exception_group(number)


@use_case
async def add_to_group(work: Work, group: str, case: str) -> GroupPage:
    """The case has this cause too; a new one in a group that was closed opens it and its rectification again.

    Raises:
        RuleBroken: it is in this group already, or in another one.
    """
    work.actor.must(Permission.EXCEPTION_DIRECT)
    await _put(work, await work.u.exception_groups.by_number(group, lock=True), case)
    return await work.u.reads.exception_group(group)


@use_case
async def plan_rectification(work: Work, group: str, measure: str, unit: str, days: int) -> GroupPage:
    """What is done about the cause, by which department (code), in how many working days; again where it failed.

    Raises:
        RuleBroken: no measure or no day, no such department, or the group is closed.
    """
    work.actor.must(Permission.EXCEPTION_DIRECT)
    taken = await work.u.exception_groups.by_number(group, lock=True)
    department, now = await department_named(work, unit), await work.u.now()
    today = (await work.u.hall.get()).business_day(now)
    calendar = await office_calendar_in(work.ports, work.u)
    change = taken.plan(measure, department.id, days, work.actor.staff, now, today, calendar)
    return await _saved(work, change)


@use_case
async def prove_rectification(work: Work, group: str, proof: str) -> GroupPage:
    """Say what shows that the measure was carried out.

    Raises:
        RuleBroken: no words, or nothing is being rectified.
    """
    work.actor.must(Permission.EXCEPTION_HANDLE)
    taken = await work.u.exception_groups.by_number(group, lock=True)
    return await _saved(work, taken.prove(proof, work.actor.staff, await work.u.now()))


@use_case
async def review_rectification(work: Work, group: str, passed: bool, text: str = "") -> GroupPage:
    """Close the group, and its cases that may be closed; or send the rectification back with a reason.

    A case may be closed where its person was answered and is satisfied, or cannot be asked: the others go on.

    Raises:
        RuleBroken: by who gave the proof, nothing was proven, or sent back without a reason.
    """
    work.actor.must(Permission.EXCEPTION_DIRECT)
    taken = await work.u.exception_groups.by_number(group, lock=True)
    page = await _saved(work, taken.review(passed, text, work.actor.staff, await work.u.now()))
    if not passed:
        return page
    for row in page.cases:
        await _close_if_answered(work, row.number, group)
    return await work.u.reads.exception_group(group)


async def _close_if_answered(work: Work, number: str, group: str) -> None:
    at = await take_case(work, number, Permission.EXCEPTION_DIRECT)
    if ExceptionAction.CLOSE in at.case.actions():
        await save_case(work, close(at.case, group, at.by))


async def _put(work: Work, group: CauseGroup, number: str) -> CauseGroup:
    case = await work.u.exceptions.by_number(number)
    other = await work.u.exception_groups.number_of(case.id)
    if other not in (None, group.number):
        raise RuleBroken("exception_group.rule.elsewhere", case=number, group=other)
    change = await _recurred(work, group, case)
    await _save(work, change)
    return change[0]


async def _recurred(work: Work, group: CauseGroup, case: ExceptionCase) -> GroupChange:
    by, now = work.actor.staff, await work.u.now()
    if group.state is not GroupState.CLOSED or case.state is ExceptionState.CLOSED:
        return group.add(case.id, by, now)
    today = (await work.u.hall.get()).business_day(now)
    return group.recur(case.id, by, now, today, await office_calendar_in(work.ports, work.u))


async def _saved(work: Work, change: GroupChange) -> GroupPage:
    await _save(work, change)
    return await work.u.reads.exception_group(change[0].number)


async def _save(work: Work, change: GroupChange) -> None:
    group, events = change
    await work.u.exception_groups.save(group)
    work.u.record(work.actor, *events)
