"""Cases come back as they were saved, are found again, and are told when the calendar moves them."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from app.domain import case_course, case_receipt
from app.domain.applicant import Applicant, Organisation
from app.domain.calendar import Due, YearArrangement
from app.domain.case_parts import (
    Decision,
    Delivery,
    DeliveryWay,
    Extension,
    Paper,
    PaperForm,
    Pledge,
    Procedure,
    Refusal,
    RefusalGround,
    Result,
    WatchKind,
)
from app.domain.case_table import CaseAction, CaseState
from app.domain.catalogue import Regime
from app.domain.errand import Outcome
from app.ports.queries import CaseQuery, OwedQuery
from db import Database
from tests.contract.small_hall import BY, LIMIT, SOMEBODY, at, issue, received


async def test_an_errand_ends_with_its_case(hall: Database) -> None:
    ticket = await issue(hall, person=SOMEBODY)
    case = received(ticket.id)
    done = replace(ticket.errands[0], case=case.id, outcome=Outcome.ACCEPTED, finished_at=at(9))
    async with hall.uow() as u:
        await u.cases.add(case)
        accepted, _ = case_receipt.accept(case, LIMIT, BY)
        await u.cases.save(accepted)
        await u.tickets.save(replace(ticket, errands=(done,)))
        await u.commit()
    async with hall.uow() as u:
        assert await u.cases.get(case.id) == replace(accepted, version=2)
        assert (await u.tickets.get(ticket.id)).errands == (done,)


async def test_a_case_keeps_its_whole_course(hall: Database) -> None:
    case = received(applicant=Applicant(SOMEBODY, Organisation("青溪农场", "91330000MA27XY1234"), SOMEBODY))
    pledge = Pledge((2,), Due(date(2026, 3, 20)), "原件")
    async with hall.uow() as u:
        await u.cases.add(case)
        case, _ = case_receipt.take_papers(case, (Paper(1, "申请书", 1, 1, PaperForm.ORIGINAL, kept=False),))
        case, _ = case_receipt.notify(case, frozenset({2, 3}), 20, BY)
        case, _ = case_receipt.supplement(case, frozenset({2, 3}), (Paper(3, "声明书"),), BY)
        case, _ = case_receipt.accept(case, LIMIT, BY, pledge=pledge, is_joint=True)
        case, _ = case_receipt.keep_pledge(case, (Paper(2, "证明"),), BY)
        case, _ = case_course.suspend(case, Procedure.INSPECTION, 5, BY)
        case, _ = case_course.resume(case, BY)
        case, _ = case_course.extend(case, Extension(5, "情况复杂", "局长"), BY)
        case, _ = case_course.decide(case, Decision(Result.DENIED, BY.day, "不符合条件"), 10, BY)
        case, _ = case_course.deliver(case, Delivery(DeliveryWay.POST, BY.day, "张*"), 30, BY)
        await u.cases.save(case)
        await u.commit()
    async with hall.uow() as u:
        kept = await u.cases.by_number(case.number, lock=True)
        assert kept == replace(case, version=2)
        await u.cases.save(case_course.archive(kept, BY)[0])
        await u.commit()
    async with hall.uow() as u:
        assert (await u.cases.get(case.id)).steps[-1].action is CaseAction.ARCHIVE


async def test_a_refused_case_keeps_where_to_turn(hall: Database) -> None:
    case, refusal = received(), Refusal("不归我们", RefusalGround.OTHER_AUTHORITY, "住建局")
    async with hall.uow() as u:
        await u.cases.add(case)
        refused, _ = case_receipt.refuse(case, refusal, BY)
        await u.cases.save(refused)
        await u.commit()
    async with hall.uow() as u:
        assert (await u.cases.get(case.id)).refusal == refusal


async def test_cases_that_the_calendar_moves(hall: Database) -> None:
    """A licence that nobody told and a broken pledge, each on the day after its last; nothing else."""
    told_by, pledged_by = date(2026, 3, 25), date(2026, 3, 20)
    licence, other = received(number="1"), received(number="2", regime=Regime.OTHER)
    pledged, _ = case_receipt.accept(received(number="3"), LIMIT, BY, pledge=Pledge((2,), Due(pledged_by)))
    async with hall.uow() as u:
        for case in (licence, other, pledged):
            await u.cases.add(case)
        assert await u.cases.lapsed(pledged_by, 10) == []
        assert await u.cases.lapsed(told_by, 10) == [pledged.id]
        assert await u.cases.lapsed(told_by + timedelta(days=1), 10) == [pledged.id, licence.id]
        assert await u.cases.lapsed(told_by + timedelta(days=1), 1) == [pledged.id]


async def test_what_the_calendar_ended_waits_for_the_file(hall: Database) -> None:
    pledge = Pledge((2,), Due(date(2026, 3, 20)))
    pledged, _ = case_receipt.accept(received(number="1"), LIMIT, BY, pledge=pledge)
    late = replace(BY, staff=None, at=BY.at + timedelta(days=5))
    ended, _ = case_course.break_pledge(pledged, late)
    gone, _ = case_course.withdraw(received(number="2"), "", BY)
    async with hall.uow() as u:
        for case in (ended, gone):
            await u.cases.add(case)
        await u.commit()

    async def waiting() -> list[tuple[str, WatchKind | None]]:
        rows = await hall.readers.cases(CaseQuery())
        return [(row.number, row.watch and row.watch.kind) for row in rows]

    assert await waiting() == [("1", WatchKind.ARCHIVE)]
    async with hall.uow() as u:
        owed = await u.reads.owed(OwedQuery(late.day, late.day))
        assert [(row.watch, row.count) for row in owed] == [(WatchKind.ARCHIVE, 1)]
        await u.cases.save(case_course.archive(await u.cases.get(ended.id, lock=True), BY)[0])
        await u.commit()
    assert await waiting() == []


async def test_open_cases_that_came_by_a_day(hall: Database) -> None:
    case, later = received(number="1"), replace(received(number="2"), received_on=date(2026, 4, 1))
    gone, _ = case_course.withdraw(received(number="3"), "", BY)
    async with hall.uow() as u:
        for one in (case, later, gone):
            await u.cases.add(one)
        assert await u.cases.open_that_came_by(case.received_on) == [case.id]
        assert await u.cases.open_that_came_by(date(2026, 4, 1)) == [case.id, later.id]
        assert await u.cases.open_that_came_by(case.received_on - timedelta(days=1)) == []


async def test_cases_are_found_by_keys_and_by_text(hall: Database) -> None:
    firm = received(number="1", applicant=Applicant(organisation=Organisation("青溪农场")))
    person = received(number="2")
    async with hall.uow() as u:
        await u.cases.add(firm)
        await u.cases.add(person)
        await u.cases.find_by(person.id, frozenset({b"old"}))
        await u.cases.find_by(person.id, frozenset({b"name", b"end"}))
        await u.commit()

    async def found(**asked: Any) -> list[str]:
        return [row.number for row in await hall.readers.cases(CaseQuery(**asked))]

    assert await found(keys=(b"end", b"no")) == ["2"]
    assert await found(keys=(b"old",)) == []
    assert await found(text="农场") == ["1"]
    assert await found(text="农场", keys=(b"name",)) == ["1", "2"]
    assert await found() == ["1", "2"]
    assert await found(due_by=date(2026, 3, 24)) == []
    assert await found(watch=WatchKind.TELL, department="NY") == ["1", "2"]
    assert await found(state=CaseState.DECIDED) == []


async def test_the_office_s_years(hall: Database) -> None:
    first = YearArrangement(
        2027, frozenset({date(2027, 1, 1)}), frozenset({date(2027, 1, 3)}), "国办发〔2026〕9号"
    )
    async with hall.uow() as u:
        await u.calendar.enter(replace(first, source=""))
        await u.calendar.enter(first)
        assert await u.calendar.entered() == [first]
        assert await u.calendar.remove(2027)
        assert not await u.calendar.remove(2027)
        assert await u.calendar.entered() == []
