"""Exception cases grouped by root cause, and the rectification that removes it."""

from app.domain.errors import RuleBroken
from app.domain.exception_case import ExceptionCase
from app.domain.exception_course import close
from app.domain.exception_group import CauseGroup, GroupChange, GroupState, group_number, new_group
from app.domain.exception_group_clock import watched
from app.domain.exception_table import ExceptionAction, ExceptionState
from app.domain.ids import CauseGroupId
from app.domain.staff import Permission
from app.ports.rows import GroupPage
from app.services.authority import department_named
from app.services.exception_at_work import save_case, take_case, terms_at
from app.services.group_at_work import GroupAtWork, save_group, take_group
from app.services.use_case import Work, use_case


@use_case
async def create_group(work: Work, cause: str, cases: tuple[str, ...] = ()) -> GroupPage:
    """Name a root cause, with the first cases (numbers) that it has.

    Raises:
        RuleBroken: no cause, or a case that has another cause already.
    """
    work.actor.must(Permission.EXCEPTION_DIRECT)
    hall, now = await work.u.hall.get(), await work.u.now()
    terms = await terms_at(work.ports, work.u, hall, now)
    year = terms.today.year
    number = group_number(year, await work.u.numbers.next("exception_group", "hall", year))
    group, event = new_group(CauseGroupId(work.u.new_id()), number, cause, work.actor.staff, now)
    group, _ = watched(None, (group, (event,)), terms)
    await work.u.exception_groups.add(group)
    work.u.record(work.actor, event)
    for case in cases:
        group = await _put(work, GroupAtWork(group, now, terms), case)
    return await work.u.reads.exception_group(number)


@use_case
async def add_to_group(work: Work, group: str, case: str) -> GroupPage:
    """The case has this cause too; a new one in a group that was closed opens it and its rectification again.

    Raises:
        RuleBroken: it is in this group already, or in another one.
    """
    work.actor.must(Permission.EXCEPTION_DIRECT)
    await _put(work, await take_group(work, group), case)
    return await work.u.reads.exception_group(group)


@use_case
async def remove_from_group(work: Work, group: str, case: str, reason: str) -> GroupPage:
    """The case has another cause after all, and is in no group then.

    Raises:
        RuleBroken: no reason, it is not in this group, or the group is closed.
    """
    work.actor.must(Permission.EXCEPTION_DIRECT)
    at = await take_group(work, group)
    removed = await work.u.exceptions.by_number(case)
    return await _saved(work, at, at.group.remove(removed.id, reason, work.actor.staff, at.now))


@use_case
async def plan_rectification(work: Work, group: str, measure: str, unit: str, days: int) -> GroupPage:
    """What is done about the cause, by which department (code), in how many working days; again where it failed.

    Raises:
        RuleBroken: no measure or no day, no such department, or the group is closed.
    """
    work.actor.must(Permission.EXCEPTION_DIRECT)
    at = await take_group(work, group)
    department, terms = await department_named(work, unit), at.terms
    by = work.actor.staff
    change = at.group.plan(measure, department.id, days, by, at.now, terms.today, terms.calendar)
    return await _saved(work, at, change)


@use_case
async def prove_rectification(work: Work, group: str, proof: str) -> GroupPage:
    """Say what shows that the measure was carried out.

    Raises:
        RuleBroken: no words, or nothing is being rectified.
    """
    work.actor.must(Permission.EXCEPTION_HANDLE)
    at = await take_group(work, group)
    return await _saved(work, at, at.group.prove(proof, work.actor.staff, at.now))


@use_case
async def review_rectification(work: Work, group: str, passed: bool, text: str = "") -> GroupPage:
    """Close the group, and its cases that may be closed; or send the rectification back with a reason.

    A case may be closed where its person was answered and is satisfied, or cannot be asked: the others go on.

    Raises:
        RuleBroken: by who gave the proof, nothing was proven, or sent back without a reason.
    """
    work.actor.must(Permission.EXCEPTION_DIRECT)
    at = await take_group(work, group)
    page = await _saved(work, at, at.group.review(passed, text, work.actor.staff, at.now))
    if not passed:
        return page
    for row in page.cases:
        await _close_if_answered(work, row.number, group)
    return await work.u.reads.exception_group(group)


async def _close_if_answered(work: Work, number: str, group: str) -> None:
    at = await take_case(work, number, Permission.EXCEPTION_DIRECT)
    if ExceptionAction.CLOSE in at.case.actions():
        await save_case(work, close(at.case, group, at.by))


async def _put(work: Work, at: GroupAtWork, number: str) -> CauseGroup:
    group, case = at.group, await work.u.exceptions.by_number(number)
    other = await work.u.exception_groups.number_of(case.id)
    if other not in (None, group.number):
        raise RuleBroken("exception_group.rule.elsewhere", case=number, group=other)
    return await save_group(work, at, _recurred(work, at, case))


async def closed_group_of(work: Work, case: str) -> GroupAtWork | None:
    """The group that a case is in, locked, where it is closed. Groups are locked before their cases."""
    found = await work.u.exceptions.by_number(case)
    number = await work.u.exception_groups.number_of(found.id)
    if number is None:
        return None
    group = await work.u.exception_groups.by_number(number, lock=True)
    return await take_group(work, number) if group.state is GroupState.CLOSED else None


async def recur_in(work: Work, at: GroupAtWork, case: ExceptionCase) -> None:
    """One of its cases was opened again: the group that was closed opens with it, and so does its rectification."""
    await save_group(work, at, _recurred(work, at, case))


def _recurred(work: Work, at: GroupAtWork, case: ExceptionCase) -> GroupChange:
    by, group, terms = work.actor.staff, at.group, at.terms
    if group.state is not GroupState.CLOSED or case.state is ExceptionState.CLOSED:
        return group.add(case.id, by, at.now)
    return group.recur(case.id, by, at.now, terms.today, terms.calendar)


async def _saved(work: Work, at: GroupAtWork, change: GroupChange) -> GroupPage:
    group = await save_group(work, at, change)
    return await work.u.reads.exception_group(group.number)
