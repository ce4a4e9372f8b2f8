"""A small hall: one department, three clerks, two lines, three counters, three items."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from uuid_utils.compat import uuid7

from app.adapters.working_days import PublishedWorkingDays
from app.domain import case_receipt, ticket_calls
from app.domain.applicant import UNNAMED, Applicant
from app.domain.case import By, Case
from app.domain.case_clock import tell_by
from app.domain.case_parts import Limit
from app.domain.catalogue import Guide, HandlingType, Material, Regime, ServiceItem, Situation
from app.domain.counter import Counter
from app.domain.errand import Errand
from app.domain.events import Event, Topic
from app.domain.hall import ApprovalSection, Department, Hall
from app.domain.ids import (
    CaseId,
    CounterId,
    DepartmentId,
    ErrandId,
    HallId,
    ItemVersionId,
    LineId,
    StaffId,
    TicketId,
)
from app.domain.line import Line, number_text
from app.domain.person import NOBODY, Person, Protected
from app.domain.staff import Actor, Role, StaffMember
from app.domain.ticket import Ticket
from app.domain.ticket_table import TicketAction
from app.domain.working_time import WorkingTime
from app.ports.unit_of_work import UnitOfWork
from db import Database

LONG_AGO = date(2020, 1, 1)

HALL = Hall(HallId(uuid7()), "QX", "青溪县政务大厅", "Asia/Shanghai", address="青溪路 1 号")
OFFICE = Department(
    DepartmentId(uuid7()),
    code="NY",
    name="农业农村",
    full_name="青溪县农业农村局",
    document_name="青溪农业农村",
    approval_section=ApprovalSection.OWN,
    phone="0000-12345",
)


def _clerk(number: str, name: str, role: Role = Role.CLERK) -> StaffMember:
    return StaffMember(StaffId(uuid7()), number, name, role, "hash", OFFICE.id)


CLERKS = (_clerk("0101", "甲"), _clerk("0102", "乙"), _clerk("0103", "丙"))
SUPERVISOR = _clerk("0002", "丁", Role.SUPERVISOR)
ACTOR = Actor(CLERKS[0].id, "0101", "甲", Role.CLERK, OFFICE.id, "counter 1")

A = Line(LineId(uuid7()), "A", "农业", OFFICE.id, frozenset({"IT1", "IT2"}))
B = Line(LineId(uuid7()), "B", "其他", None, frozenset({"IT3"}), daily_quota=500)

COUNTERS = (
    Counter(CounterId(uuid7()), 1, "1 号窗口", OFFICE.id, "东区", {A.id: timedelta()}),
    Counter(CounterId(uuid7()), 2, "2 号窗口", lines={A.id: timedelta(), B.id: timedelta(minutes=4)}),
    Counter(CounterId(uuid7()), 3, "3 号窗口", lines={B.id: timedelta()}),
)

MATERIALS = (
    Material(1, "申请表", original=True, original_copies=1, issuer="申请人"),
    Material(2, "身份证", copy=True, copies=2, may_be_late=False, note="正反面"),
    Material(3, "委托书", required=False, listed=False),
)


def _item(code: str, name: str) -> ServiceItem:
    return ServiceItem(
        id=ItemVersionId(uuid7()),
        code=code,
        version_number=1,
        name=name,
        department=OFFICE.id,
        effective_from=LONG_AGO,
        regime=Regime.LICENCE,
        item_type="行政许可",
        materials=MATERIALS,
        situations=(Situation("委托办理", (1, 2, 3), Decimal("0.125")),),
        handling=HandlingType.PROMISED,
        statutory_days=Decimal(20),
        promised_days=Decimal("7.5"),
        online=True,
        visits=1,
        subjects=("自然人",),
        guide=Guide(conditions="无", legal_basis=("种子法",), steps=("申请", "受理"), fee="不收费"),
    )


ITEMS = (_item("IT1", "种子生产许可"), _item("IT2", "兽药经营许可"), _item("IT3", "公共场所卫生许可"))


def protected(text: str) -> Protected:
    """Something like a protected value, the same for the same text."""
    return Protected(f"{text[0]}*", b"lookup:" + text.encode(), b"cipher:" + text.encode(), 1)


SOMEBODY = Person(protected("张三"), protected("370000000000000000"), protected("13800000000"))


BY = By(
    CLERKS[0].id,
    datetime.fromisoformat("2026-03-18T10:00:00+08:00"),
    WorkingTime.of(HALL, PublishedWorkingDays()),
)
LIMIT = Limit(Decimal(20), Decimal(10))


def received(
    ticket: TicketId | None = None,
    *,
    number: str = "IT1-2026-00001",
    regime: Regime = Regime.LICENCE,
    applicant: Applicant = UNNAMED,
) -> Case:
    """A case as its papers come."""
    case = Case(
        id=CaseId(uuid7()),
        number=number,
        item=ITEMS[0].id,
        item_code="IT1",
        regime=regime,
        situation=None,
        department=OFFICE.id,
        received_on=BY.day,
        counts_from=BY.day,
        tell_by=tell_by(BY.day, BY.time),
        ticket=ticket,
        applicant=applicant,
    )
    return case_receipt.receive(case, BY)[0]


async def set_up(database: Database) -> None:
    """Save the small hall."""
    async with database.uow() as u:
        await u.hall.save(HALL)
        await u.hall.save_department(OFFICE)
        for member in (*CLERKS, SUPERVISOR):
            await u.staff.add(member)
        for item in ITEMS:
            await u.catalogue.add_version(item)
        for line in (A, B):
            await u.lines.save(line)
        for counter in COUNTERS:
            await u.counters.add(counter)
        await u.commit()


async def new_ticket(
    u: UnitOfWork, line: Line = A, item: ServiceItem = ITEMS[0], person: Person = NOBODY, errands: int = 1
) -> Ticket:
    """A ticket with the next number of the line, added."""
    day = HALL.business_day(await u.now())
    issue = await u.lines.allocate(line.id, day)
    ticket = Ticket(
        id=TicketId(u.new_id()),
        hall=HALL.id,
        day=day,
        number=number_text(line.prefix, issue.sequence),
        line=line.id,
        came=issue.at,
        line_at=issue.at,
        errands=tuple(Errand(ErrandId(u.new_id()), item.id, item.code, line.id) for _ in range(errands)),
        person=person,
        since=issue.at,
    )
    await u.tickets.add(ticket)
    return ticket


async def issue(database: Database, line: Line = A, **how: object) -> Ticket:
    """A waiting ticket, committed and recorded."""
    async with database.uow() as u:
        ticket = await new_ticket(u, line, **how)  # type: ignore[arg-type]
        u.record(ACTOR, Event(Topic.TICKETS, TicketAction.ISSUE, ticket.id, {"number": ticket.number}))
        await u.commit()
        return ticket


async def open_counter(database: Database, index: int = 0) -> Counter:
    """A counter opened by its clerk."""
    async with database.uow() as u:
        counter = await u.counters.by_number(COUNTERS[index].number, lock=True)
        opened, events = counter.open(CLERKS[index].id, await u.now())
        await u.counters.save(opened)
        u.record(ACTOR, *events)
        await u.commit()
        return await u.counters.get(opened.id)


async def call(database: Database, counter: Counter) -> Ticket | None:
    """The next ticket, called to the counter."""
    async with database.uow() as u:
        at = await u.counters.by_number(counter.number, lock=True)
        now = await u.now()
        found = await u.tickets.claim_next(at, HALL.business_day(now), now)
        if found is None:
            return None
        assert at.clerk is not None
        ticket, events = ticket_calls.call(found, at.id, at.clerk, now)
        await u.tickets.save(ticket)
        u.record(ACTOR, *events)
        await u.commit()
        return replace(ticket, version=ticket.version + 1)


def at(minutes: float) -> datetime:
    """An instant of some morning."""
    return datetime.fromisoformat("2026-03-18T09:00:00+08:00") + timedelta(minutes=minutes)
