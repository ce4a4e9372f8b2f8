"""Adding and disabling staff, and new passwords."""

from dataclasses import replace

from app.domain.errors import BadInput, RuleBroken
from app.domain.events import Event, Topic
from app.domain.ids import StaffId
from app.domain.staff import SHORTEST_PASSWORD, Permission, Role, StaffAction, StaffMember
from app.ports.rows import StaffRow
from app.services.use_case import Work, use_case


@use_case
async def add_staff(
    work: Work, number: str, name: str, role: Role, password: str, department: str | None = None
) -> StaffRow:
    """Add a member of staff; ``department`` is a code.

    Raises:
        RuleBroken: the number is taken, or the department does not exist.
        BadInput: number or name empty, or the password too short.
    """
    work.actor.must(Permission.SET_UP)
    number, name = number.strip(), name.strip()
    if not number or not name:
        raise BadInput("staff.input.number_and_name")
    if await work.u.staff.find(number) is not None:
        raise RuleBroken("staff.rule.number_taken", number=number)
    departments = {d.code: d.id for d in await work.u.hall.departments()}
    if department is not None and department not in departments:
        raise RuleBroken("staff.rule.no_department", department=department)
    member = StaffMember(
        StaffId(work.u.new_id()),
        number,
        name,
        role,
        await _hash(work, password),
        departments[department] if department else None,
    )
    await work.u.staff.add(member)
    return await _row(work, member, StaffAction.ADD)


@use_case
async def reset_password(work: Work, number: str, password: str) -> StaffRow:
    """Give a member of staff a new password."""
    work.actor.must(Permission.SET_UP)
    member = await work.u.staff.by_number(number, lock=True)
    changed = replace(member, password_hash=await _hash(work, password))
    await work.u.staff.save(changed)
    return await _row(work, changed, StaffAction.RESET_PASSWORD)


@use_case
async def disable_staff(work: Work, number: str) -> StaffRow:
    """Take the right to sign in from a member of staff; what they did stays under their name.

    Raises:
        RuleBroken: still sits at a counter, or would leave the hall without oneself as administrator.
    """
    work.actor.must(Permission.SET_UP)
    member = await work.u.staff.by_number(number, lock=True)
    if member.id == work.actor.staff:
        raise RuleBroken("staff.rule.not_oneself")
    sits = await work.u.counters.find_by_clerk(member.id)
    if sits is not None:
        raise RuleBroken("staff.rule.at_counter", number=number, counter=sits.number)
    disabled = member.disable()
    await work.u.staff.save(disabled)
    return await _row(work, disabled, StaffAction.DISABLE)


async def _hash(work: Work, password: str) -> str:
    if len(password) < SHORTEST_PASSWORD:
        raise BadInput("staff.input.short_password", least=SHORTEST_PASSWORD)
    return await work.ports.passwords.hash(password)


async def _row(work: Work, member: StaffMember, action: StaffAction) -> StaffRow:
    work.u.record(work.actor, Event(Topic.STAFF, action, member.id))
    names = {d.id: d.name for d in await work.u.hall.departments()}
    department = names.get(member.department) if member.department else None
    return StaffRow(member.number, member.name, member.role, member.state, department)
