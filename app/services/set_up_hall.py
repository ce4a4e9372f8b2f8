"""Set up the hall from a file, or change its set-up: departments, lines, counters, staff, hours, settings."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from app.domain.catalogue_file import CatalogueFile
from app.domain.counter import Counter
from app.domain.errors import BadInput, NotPermitted, Problem, RuleBroken
from app.domain.events import Event, Topic
from app.domain.exception_category import merged
from app.domain.hall import Department, Hall
from app.domain.hall_file import CounterEntry, DepartmentEntry, HallFile, LineEntry
from app.domain.hall_settings import changes, with_settings
from app.domain.ids import CounterId, DepartmentId, HallId, LineId, StaffId
from app.domain.line import Line
from app.domain.message import Message
from app.domain.policy import Policy
from app.domain.staff import UNATTENDED, Actor, Permission, Role, StaffMember, StaffState
from app.services.import_catalogue import add_catalogue
from app.services.use_case import Work, use_case

INSTALLER = UNATTENDED
"""Acts while there is no hall and so no staff; never afterwards."""

NO_PASSWORD = ""
"""A hash that no password has: nobody signs in before the administrator gives one."""


Hash = Callable[[str], Awaitable[str]]
"""How a password becomes what is kept of it."""


class HallAction(StrEnum):
    """The audit words of a set-up and of settings that it changes."""

    SET_UP = "set_up"
    CHANGE_SETTINGS = "change_settings"


@dataclass(frozen=True, slots=True)
class SetUp:
    """How much the hall has after the set-up."""

    hall: str
    departments: int
    lines: int
    counters: int
    staff: int


@use_case
async def set_up_hall(
    work: Work, file: HallFile, catalogue: CatalogueFile | None = None, sample: bool = False
) -> SetUp:
    """Add what is new in the file and change what differs; what it does not name stays as it is.

    Passwords of people who are there already are not touched.

    Raises:
        NotPermitted: not an administrator (the first set-up needs none).
        RuleBroken: a sample over a real hall, or a real hall over a sample.
        BadInput: lines name items that are not in the catalogue, settings that are out of bounds, or nobody could
            administer the hall.
    """
    before = await work.u.hall.find()
    _may_set_up(work.actor, before, sample)
    hall = _hall(file, before, work, sample)
    await work.u.hall.save(hall)
    departments = await _departments(work, file)
    if catalogue is not None:
        await add_catalogue(work, catalogue, hall)
    await _must_know_items(work, file)
    lines = await _lines(work, file, departments)
    await _counters(work, file, departments, lines)
    await _staff(work, file, departments, _public_hash(work) if sample else work.ports.passwords.hash)
    work.u.record(work.actor, *_events(before, hall))
    return SetUp(hall.name, len(file.departments), len(file.lines), len(file.counters), len(file.staff))


def _may_set_up(actor: Actor, before: Hall | None, sample: bool) -> None:
    if before is not None and before.is_sample != sample:
        raise RuleBroken("hall.rule.real_here" if sample else "hall.rule.sample_here", hall=before.name)
    if actor == INSTALLER and before is not None and not sample:
        raise NotPermitted("hall.rule.sign_in")
    actor.must(Permission.SET_UP)


def _hall(file: HallFile, before: Hall | None, work: Work, sample: bool) -> Hall:
    entry = file.hall
    return Hall(
        id=before.id if before else HallId(work.u.new_id()),
        code=entry.code,
        name=entry.name,
        timezone=entry.timezone,
        opening_hours=file.opening_hours,
        address=entry.address,
        phone=entry.phone,
        supervision_phone=entry.supervision_phone,
        exceptions_place=entry.exceptions_place,
        is_sample=sample,
        policy=_policy(file, before.policy if before else Policy()),
    )


def _policy(file: HallFile, before: Policy) -> Policy:
    categories = merged(before.exception_categories, file.exception_categories)
    return replace(with_settings(before, file.settings), exception_categories=categories)


def _events(before: Hall | None, hall: Hall) -> tuple[Event, ...]:
    done = Event(Topic.HALL, HallAction.SET_UP, hall.id, {"code": hall.code})
    changed = changes(before.policy if before else Policy(), hall.policy)
    if not changed:
        return (done,)
    return done, Event(Topic.HALL, HallAction.CHANGE_SETTINGS, hall.id, changed)


async def _departments(work: Work, file: HallFile) -> dict[str, DepartmentId]:
    known = {key: d.id for d in await work.u.hall.departments() for key in (d.name, d.code)}
    for entry in file.departments:
        id_ = known.get(entry.code) or known.get(entry.name) or DepartmentId(work.u.new_id())
        await work.u.hall.save_department(_department(entry, id_))
        known[entry.code] = id_
    return known


def _department(entry: DepartmentEntry, id_: DepartmentId) -> Department:
    return Department(
        id=id_,
        code=entry.code,
        name=entry.name,
        full_name=entry.full_name,
        document_name=entry.document_name,
        approval_section=entry.approval_section,
        phone=entry.phone,
    )


async def _must_know_items(work: Work, file: HallFile) -> None:
    problems = file.unknown_items({item.code for item in await work.u.catalogue.latest()})
    if problems:
        raise BadInput("import.problems", problems, count=len(problems))


async def _lines(work: Work, file: HallFile, departments: dict[str, DepartmentId]) -> dict[str, LineId]:
    known = {line.prefix: line.id for line in await work.u.lines.all()}
    for entry in file.lines:
        line = _line(entry, known.get(entry.prefix) or LineId(work.u.new_id()), departments)
        await work.u.lines.save(line)
        known[entry.prefix] = line.id
    return known


def _line(entry: LineEntry, id_: LineId, departments: dict[str, DepartmentId]) -> Line:
    return Line(
        id_, entry.prefix, entry.name, _of(departments, entry.department), frozenset(entry.items),
        entry.daily_quota,
    )  # fmt: skip


async def _counters(
    work: Work, file: HallFile, departments: dict[str, DepartmentId], lines: dict[str, LineId]
) -> None:
    known = {counter.number: counter for counter in await work.u.counters.all()}
    for entry in file.counters:
        before = known.get(entry.number)
        if before is None:
            fresh = Counter(CounterId(work.u.new_id()), entry.number, entry.name)
            await work.u.counters.add(_set(fresh, entry, departments, lines))
        else:
            await work.u.counters.save(_set(before, entry, departments, lines))


def _set(
    counter: Counter, entry: CounterEntry, departments: dict[str, DepartmentId], lines: dict[str, LineId]
) -> Counter:
    return replace(
        counter,
        name=entry.name,
        direction=entry.direction,
        department=_of(departments, entry.department),
        lines={lines[served.prefix]: served.preference for served in entry.lines},
    )


async def _staff(work: Work, file: HallFile, departments: dict[str, DepartmentId], hash_of: Hash) -> None:
    known = {member.number: member for member in await work.u.staff.all()}
    for entry in file.staff:
        department = _of(departments, entry.department)
        before = known.get(entry.number)
        if before is None:
            hashed = await hash_of(entry.password) if entry.password else NO_PASSWORD
            id_ = StaffId(work.u.new_id())
            await work.u.staff.add(StaffMember(id_, entry.number, entry.name, entry.role, hashed, department))
        else:
            await work.u.staff.save(replace(before, name=entry.name, role=entry.role, department=department))
    everybody = await work.u.staff.all()
    if not any(map(_can_administer, everybody)):
        problem = Problem("staff", Message("import.rule.administrator"))
        raise BadInput("import.problems", (problem,), count=1)


def _can_administer(member: StaffMember) -> bool:
    may_sign_in = member.state is StaffState.ACTIVE and member.password_hash != NO_PASSWORD
    return member.role is Role.ADMINISTRATOR and may_sign_in


def _public_hash(work: Work) -> Hash:
    """Hashes a password once, however many have it: that of the sample is no secret, and a hash takes its time.

    In a real hall nobody may see by the hashes who has the same password.
    """
    made: dict[str, str] = {}

    async def hash_of(password: str) -> str:
        if password not in made:
            made[password] = await work.ports.passwords.hash(password)
        return made[password]

    return hash_of


V = TypeVar("V")


def _of(table: dict[str, V], key: str | None) -> V | None:
    return table[key] if key else None
