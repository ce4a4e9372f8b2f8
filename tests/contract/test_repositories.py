"""Every aggregate comes back as it was saved, on both databases."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import update
from uuid_utils.compat import uuid7

from app.domain import ticket_calls
from app.domain.attachment import Attachment, AttachmentKind, AttachmentPlace
from app.domain.calendar import Due
from app.domain.errors import NotFound, NotPermitted
from app.domain.exception_case import Channel, Context, ExceptionCase, Part, Step
from app.domain.exception_category import ExceptionCategory
from app.domain.exception_table import ExceptionAction, ExceptionState
from app.domain.exception_terms import ExceptionLevel, Rung
from app.domain.hall import OpenPeriod
from app.domain.ids import (
    AttachmentId,
    CaseId,
    CommandId,
    DepartmentId,
    ExceptionCaseId,
    ItemVersionId,
    NoticeId,
    StaffId,
)
from app.domain.judgement import Findings, Shortcoming, ShortcomingKind
from app.domain.notice import Notice, NoticeKind
from app.domain.policy import Policy, Priority
from app.domain.ticket_table import TicketState
from app.ports.document_repositories import StoredDocument
from app.ports.rows import DepartmentRow
from db import Database
from db.tables import commands
from tests.contract.small_hall import (
    ACTOR,
    CLERKS,
    COUNTERS,
    HALL,
    ITEMS,
    LONG_AGO,
    MATERIALS,
    OFFICE,
    SOMEBODY,
    A,
    B,
    at,
    issue,
    new_ticket,
    open_counter,
)
from tests.refusals import refused


async def test_hall_with_hours_and_policy(hall: Database) -> None:
    changed = replace(
        HALL,
        name="新大厅",
        opening_hours=(OpenPeriod((0, 1, 2), at(0).time(), at(60).time()),),
        policy=replace(Policy(), setback=timedelta(minutes=7), live_tickets_per_person=1),
    )
    async with hall.uow() as u:
        assert await u.hall.get() == HALL
        await u.hall.save(changed)
        await u.commit()
    async with hall.uow() as u:
        assert await u.hall.get() == changed
        assert await u.hall.departments() == [OFFICE]


async def test_department_is_replaced_by_its_id(hall: Database) -> None:
    async with hall.uow() as u:
        await u.hall.save_department(replace(OFFICE, phone=None, name="新名"))
        await u.commit()
        assert await u.hall.departments() == [replace(OFFICE, phone=None, name="新名")]
    assert await hall.readers.departments() == (DepartmentRow("NY", "新名", None),)


async def test_staff(hall: Database) -> None:
    async with hall.uow() as u:
        member = await u.staff.by_number("0101", lock=True)
        assert member == CLERKS[0] == await u.staff.get(CLERKS[0].id)
        await u.staff.save(member.disable())
        await u.commit()
    async with hall.uow() as u:
        assert await u.staff.find("0101") == replace(CLERKS[0].disable(), version=2)
        assert await u.staff.find("9999") is None
        assert [m.number for m in await u.staff.all()] == ["0002", "0101", "0102", "0103"]


async def test_catalogue_versions_follow_each_other(hall: Database) -> None:
    second = replace(
        ITEMS[0], id=ItemVersionId(uuid7()), version_number=2, effective_from=date(2026, 3, 1),
        promised_days=Decimal(3),
    )  # fmt: skip
    async with hall.uow() as u:
        await u.catalogue.add_version(second)
        await u.commit()
    async with hall.uow() as u:
        ended = replace(ITEMS[0], effective_to=date(2026, 3, 1))
        assert await u.catalogue.in_force("IT1", date(2026, 2, 28)) == ended
        assert await u.catalogue.in_force("IT1", date(2026, 3, 1)) == second
        assert await u.catalogue.version(ITEMS[0].id) == ended
        assert list(await u.catalogue.latest()) == [second, *ITEMS[1:]]
        with pytest.raises(NotFound):
            await u.catalogue.in_force("IT1", date(2019, 12, 31))


async def test_a_version_replaced_before_it_began_was_never_in_force(hall: Database) -> None:
    later, sooner = date(2030, 1, 1), date(2029, 1, 1)
    versions = [
        replace(ITEMS[0], id=ItemVersionId(uuid7()), version_number=number, effective_from=day)
        for number, day in ((2, later), (3, sooner))
    ]
    async with hall.uow() as u:
        for version in versions:
            await u.catalogue.add_version(version)
        await u.commit()
        assert await u.catalogue.in_force("IT1", later) == versions[1]


async def test_lines_take_over_items(hall: Database) -> None:
    async with hall.uow() as u:
        assert await u.lines.by_prefix("A") == A == await u.lines.get(A.id)
        assert await u.lines.for_item("IT3") == B
        await u.lines.save(replace(A, items=A.items | {"IT3"}))
        await u.commit()
    async with hall.uow() as u:
        assert await u.lines.for_item("IT3") == replace(A, items=A.items | {"IT3"})
        assert list(await u.lines.all())[1] == replace(B, items=frozenset())
        with pytest.raises(NotFound, match=r"line\.rule.none_for_item"):
            await u.lines.for_item("IT9")


async def test_counters_with_their_lines(hall: Database) -> None:
    async with hall.uow() as u:
        assert list(await u.counters.all()) == list(COUNTERS)
        counter = await u.counters.by_number(1, lock=True)
        opened, _ = counter.open(CLERKS[0].id, at(0))
        moved = replace(opened, lines={B.id: timedelta(minutes=2)})
        await u.counters.save(moved)
        await u.commit()
    async with hall.uow() as u:
        assert await u.counters.get(COUNTERS[0].id) == replace(moved, version=2)
        assert await u.counters.find_by_clerk(CLERKS[0].id) == replace(moved, version=2)
        assert await u.counters.find_by_clerk(CLERKS[1].id) is None


async def test_ticket_with_all_it_can_hold(hall: Database) -> None:
    async with hall.uow() as u:
        plain = await new_ticket(u, person=SOMEBODY, errands=2)
        await u.commit()
    first, second = plain.errands
    checked = replace(first, brought=frozenset({1, 2}), not_applicable=frozenset({3}), situation="委托办理")
    full = replace(
        plain, errands=(checked, second),
        priority=Priority.ELDERLY, state=TicketState.HELD, counter=COUNTERS[0].id, clerk=CLERKS[0].id, calls=3,
        first_called_at=at(2), called_at=at(3), out_of_order="带婴儿", misses=1,
        pinned_counter=COUNTERS[1].id, pinned_clerk=CLERKS[1].id,
        skip_counter=COUNTERS[2].id, skip_until=at(5), note="去复印", reprints=1, is_test=True, since=at(4),
    )  # fmt: skip
    async with hall.uow() as u:
        assert await u.tickets.get(plain.id) == plain
        await u.tickets.save(full)
        await u.commit()
    async with hall.uow() as u:
        assert await u.tickets.by_number(full.number, full.day, lock=True) == replace(full, version=2)


async def test_only_open_tickets_of_a_person_count(hall: Database) -> None:
    for _ in range(2):
        ticket = await issue(hall, person=SOMEBODY)
    await issue(hall)
    await issue(hall, B, person=SOMEBODY)
    assert SOMEBODY.identity is not None
    async with hall.uow() as u:
        assert await u.tickets.live_of_person(SOMEBODY.identity.lookup, A.id, ticket.day) == 2
        await u.tickets.save(replace(ticket, state=TicketState.CANCELLED))
        assert await u.tickets.live_of_person(SOMEBODY.identity.lookup, A.id, ticket.day) == 1


async def test_notice_with_its_findings(hall: Database) -> None:
    ticket = await issue(hall, person=SOMEBODY)
    findings = Findings(
        (Shortcoming(MATERIALS[1], ShortcomingKind.EXPIRED, "过期", 1),), (MATERIALS[0],), (), (MATERIALS[2],)
    )
    notice = Notice(
        NoticeId(uuid7()), "青溪农业农村告〔2026〕0001号", NoticeKind.SUPPLEMENT, OFFICE.id, ITEMS[0].id, "IT1",
        "委托办理", findings, date(2026, 3, 18), at(2), CLERKS[0].id, ticket.id, None, date(2026, 3, 25), SOMEBODY,
    )  # fmt: skip
    async with hall.uow() as u:
        await u.notices.add(notice)
        again, _ = notice.reprint()
        await u.notices.save(again)
        await u.commit()
    async with hall.uow() as u:
        kept = replace(again, version=2)
        assert await u.notices.by_number(notice.number, lock=True) == kept
        assert await u.notices.of_ticket(ticket.id, "IT1") == [kept]
        assert await u.notices.of_ticket(ticket.id, "IT2") == []


async def test_exception_grows_step_by_step(hall: Database) -> None:
    ticket = await issue(hall)
    first = Step(ExceptionAction.OPEN, ExceptionState.REGISTERED, CLERKS[0].id, at(0), "缴费失败")
    case = ExceptionCase(
        ExceptionCaseId(uuid7()), "例外〔2026〕0001", Channel.COUNTER, ExceptionCategory.PAYMENT, "无法刷卡",
        date(2026, 3, 18), at(0), ExceptionLevel.SIMPLE, Due(date(2026, 3, 19)), (first,), "尽快", SOMEBODY,
        Context(ticket.id, ticket.number, "IT1", ITEMS[0].name, COUNTERS[0].id),
    )  # fmt: skip
    async with hall.uow() as u:
        await u.exceptions.add(case)
        await u.commit()
    async with hall.uow() as u:
        stored = await u.exceptions.by_number(case.number, lock=True)
        assert stored == case
        noted, _ = stored.stepped(ExceptionAction.NOTE, "联系了银行", CLERKS[1].id, at(5))
        await u.exceptions.save(noted)
        await u.commit()
    async with hall.uow() as u:
        assert await u.exceptions.by_number(case.number) == replace(noted, version=2)


async def test_what_an_exception_owes_is_kept_whole(hall: Database) -> None:
    first = Step(ExceptionAction.OPEN, ExceptionState.REGISTERED, CLERKS[0].id, at(0), "缴费失败")
    risen = Step(
        ExceptionAction.ESCALATE, ExceptionState.IN_HAND, None, at(3), "", OFFICE.id, CLERKS[0].id,
        date(2026, 3, 19), "条例第五条", Rung.SUPERVISION, "tax", ExceptionLevel.SIMPLE, False,
    )  # fmt: skip
    case = ExceptionCase(
        ExceptionCaseId(uuid7()), "例外〔2026〕0001", Channel.COUNTER, "tax", "无法刷卡",
        date(2026, 3, 18), at(0), ExceptionLevel.SIMPLE, Due(date(2026, 3, 19)), (first, risen),
        context=Context(case_number="IT1-1"), state=ExceptionState.IN_HAND, department=OFFICE.id,
        handler=CLERKS[0].id, contact_by=date(2026, 3, 18), extended=True, rung=Rung.SUPERVISION,
        warn_on=date(2026, 3, 18), rises_on=date(2026, 3, 20),
        parts=(Part(OFFICE.id, CLERKS[1].id, "核对"), Part(OFFICE.id, CLERKS[0].id, "查", "查到", at(4))),
    )  # fmt: skip
    async with hall.uow() as u:
        await u.exceptions.add(case)
        await u.commit()
    async with hall.uow() as u:
        stored = await u.exceptions.by_number(case.number, lock=True)
        assert stored == case
        fewer = replace(stored, parts=(replace(stored.parts[0], released=True), stored.parts[1]))
        await u.exceptions.save(fewer)
        await u.commit()
    async with hall.uow() as u:
        assert (await u.exceptions.by_number(case.number)).parts == fewer.parts


async def test_what_falls_due_is_found_while_it_is_open(hall: Database) -> None:
    first = Step(ExceptionAction.OPEN, ExceptionState.REGISTERED, CLERKS[0].id, at(0), "缴费失败")
    fresh = ExceptionCase(
        ExceptionCaseId(uuid7()), "1", Channel.COUNTER, "tax", "无法刷卡", date(2026, 3, 18), at(0),
        ExceptionLevel.SIMPLE, Due(date(2026, 3, 23)), (first,),
    )  # fmt: skip
    watched = {
        "1": {"warn_on": date(2026, 3, 20), "rises_on": date(2026, 3, 24)},
        "2": {"rises_on": date(2026, 3, 19)},
        "3": {"rises_on": date(2026, 3, 19), "state": ExceptionState.CLOSED},
        "4": {"state": ExceptionState.FOR_SIGN_OFF, "department": OFFICE.id, "handler": CLERKS[0].id},
        "5": {"rises_on": date(2026, 3, 23), "state": ExceptionState.ANSWERED},
    }
    async with hall.uow() as u:
        for number, changes in watched.items():
            await u.exceptions.add(
                replace(fresh, id=ExceptionCaseId(uuid7()), number=number, **changes)  # type: ignore[arg-type]
            )
        assert await u.exceptions.falling_due(date(2026, 3, 18), 9) == []
        assert await u.exceptions.falling_due(date(2026, 3, 19), 9) == ["2"]
        assert await u.exceptions.falling_due(date(2026, 3, 24), 9) == ["1", "2", "5"]
        assert await u.exceptions.falling_due(date(2026, 3, 24), 1) == ["1"]


async def test_files_are_kept_in_either_place(hall: Database) -> None:
    first = Step(ExceptionAction.OPEN, ExceptionState.REGISTERED, CLERKS[0].id, at(0), "缴费失败")
    case = ExceptionCase(
        ExceptionCaseId(uuid7()), "1", Channel.COUNTER, "tax", "无法刷卡", date(2026, 3, 18), at(0),
        ExceptionLevel.SIMPLE, Due(date(2026, 3, 23)), (first,),
    )  # fmt: skip
    here = Attachment(
        AttachmentId(uuid7()), case.id, 1, "票.png", AttachmentKind.PNG, 3, "0" * 64, CLERKS[0].id, at(1),
        AttachmentPlace.DATABASE,
    )  # fmt: skip
    there = replace(here, id=AttachmentId(uuid7()), number=2, place=AttachmentPlace.FOLDER)
    async with hall.uow() as u:
        await u.exceptions.add(case)
        await u.attachments.add(here, b"\x00\xff\x01")
        await u.attachments.add(there, None)
        await u.commit()
    async with hall.uow() as u:
        assert await u.attachments.count(case.id) == 2
        assert await u.attachments.get(case.id, 1) == (here, b"\x00\xff\x01")
        assert await u.attachments.get(case.id, 2) == (there, None)
        with pytest.raises(NotFound, match=r"attachment\.rule\.none"):
            await u.attachments.get(case.id, 3)


async def test_documents_keep_their_bytes(hall: Database) -> None:
    document = StoredDocument(uuid7(), "ticket", uuid7(), '{"号": 1}', "0" * 64, b"%PDF-\x00\xff", at(0))
    async with hall.uow() as u:
        await u.documents.add(document)
        await u.commit()
    async with hall.uow() as u:
        assert await u.documents.of(document.subject) == document
        with pytest.raises(NotFound, match=r"document\.rule\.none"):
            await u.documents.of(uuid7())


async def test_document_numbers_have_no_gaps(hall: Database) -> None:
    async with hall.uow() as u:
        assert await u.numbers.next("notice", OFFICE.id, 2026) == 1
    async with hall.uow() as u:
        assert [await u.numbers.next("notice", OFFICE.id, 2026) for _ in range(2)] == [1, 2]
        assert await u.numbers.next("notice", OFFICE.id, 2027) == 1
        assert await u.numbers.next("notice", DepartmentId(uuid7()), 2026) == 1
        await u.commit()
    async with hall.uow() as u:
        assert await u.numbers.next("notice", OFFICE.id, 2026) == 3


async def test_a_command_gives_its_result_again(hall: Database) -> None:
    ticket = await issue(hall)
    row = await hall.readers.ticket(ticket.number)
    command = CommandId(uuid7())
    async with hall.uow() as u:
        assert await u.commands.find(command, ACTOR.staff, "issue_ticket", type(row)) is None
        await u.commands.keep(command, ACTOR.staff, "issue_ticket", row)
        await u.commit()
    async with hall.uow() as u:
        assert await u.commands.find(command, ACTOR.staff, "issue_ticket", type(row)) == row


_ROW = DepartmentRow("NY", "x", None)


async def _kept(hall: Database) -> CommandId:
    """A command whose result is kept for ``issue_ticket``."""
    command = CommandId(uuid7())
    async with hall.uow() as u:
        await u.commands.keep(command, ACTOR.staff, "issue_ticket", _ROW)
        await u.commit()
    return command


async def test_a_commands_id_is_for_one_use_case(hall: Database) -> None:
    """Results of two use cases may be of one type, and would be taken for each other."""
    command = await _kept(hall)
    async with hall.uow() as u:
        with refused("command.rule.id_used"):
            await u.commands.find(command, ACTOR.staff, "cancel_ticket", DepartmentRow)


async def test_a_commands_result_is_for_who_gave_it(hall: Database) -> None:
    command = await _kept(hall)
    async with hall.uow() as u:
        with refused("command.rule.others", NotPermitted):
            await u.commands.find(command, StaffId(uuid7()), "issue_ticket", DepartmentRow)


async def test_what_an_older_program_kept_is_given_to_anybody(hall: Database) -> None:
    command = await _kept(hall)
    async with hall.uow() as u:
        await u._t.execute(update(commands).values(actor_id=None))  # type: ignore[attr-defined]
        assert await u.commands.find(command, StaffId(uuid7()), "issue_ticket", DepartmentRow) == _ROW


async def test_what_is_not_there_is_said_so(hall: Database) -> None:
    day = LONG_AGO
    async with hall.uow() as u:
        for missing, code in (
            (u.staff.by_number("9"), "staff.rule.none"),
            (u.staff.get(StaffId(uuid7())), "staff.rule.none"),
            (u.catalogue.version(ItemVersionId(uuid7())), "catalogue.rule.none"),
            (u.lines.by_prefix("Z"), "line.rule.none"),
            (u.counters.by_number(99, lock=True), "counter.rule.none"),
            (u.tickets.by_number("A001", day, lock=True), "ticket.rule.none"),
            (u.cases.get(CaseId(uuid7())), "case.rule.none"),
            (u.notices.by_number("x"), "notice.rule.none"),
            (u.exceptions.by_number("x", lock=True), "exception.rule.none"),
        ):
            with pytest.raises(NotFound, match=code):
                await missing


async def test_saving_twice_in_one_use_case(hall: Database) -> None:
    await open_counter(hall)
    ticket = await issue(hall)
    async with hall.uow() as u:
        loaded = await u.tickets.get(ticket.id)
        called, _ = ticket_calls.call(loaded, COUNTERS[0].id, CLERKS[0].id, at(1))
        await u.tickets.save(called)
        started, _ = ticket_calls.start(called, at(2))
        await u.tickets.save(started)
        await u.commit()
    async with hall.uow() as u:
        assert await u.tickets.live_at(COUNTERS[0].id) == replace(started, version=3)
