"""Groups of exceptions are kept as they are, and two cannot have one case."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from uuid_utils.compat import uuid7

from app.domain.alarm import Alarm
from app.domain.calendar import Due
from app.domain.errors import NotFound
from app.domain.exception_group import CauseGroup, GroupAction, new_group
from app.domain.ids import CauseGroupId, ExceptionCaseId
from app.ports.errors import ConcurrentChange
from app.ports.queries import ExceptionQuery
from db import Database
from tests.contract.small_hall import CLERKS, OFFICE
from tests.contract.test_searched_cases import a_case
from tests.domain.test_exception_group import EveryDay

NINE = datetime.fromisoformat("2026-03-18T09:00:00+08:00")
DAY = date(2026, 3, 18)
BY = CLERKS[0].id


async def _case(hall: Database, number: str) -> ExceptionCaseId:
    case = a_case(number, 0)
    async with hall.uow() as u:
        await u.exceptions.add(case)
        await u.commit()
    return case.id


async def _group(hall: Database, number: str, *cases: ExceptionCaseId) -> CauseGroup:
    group, _ = new_group(CauseGroupId(uuid7()), number, "证书过期", BY, NINE)
    async with hall.uow() as u:
        await u.exception_groups.add(group)
        for case in cases:
            group, _ = group.add(case, BY, NINE)
            await u.exception_groups.save(group)
        await u.commit()
    return group


async def _stored(hall: Database, number: str) -> CauseGroup:
    async with hall.uow() as u:
        return await u.exception_groups.by_number(number)


async def test_what_a_group_owes_is_found_when_it_falls_due(hall: Database) -> None:
    limits = {
        "G1": Alarm(date(2026, 3, 20), date(2026, 3, 24)),
        "G2": Alarm(None, date(2026, 3, 19)),
        "G3": Alarm(),
    }
    async with hall.uow() as u:
        for number, alarm in limits.items():
            group, _ = new_group(CauseGroupId(uuid7()), number, "证书过期", BY, NINE)
            await u.exception_groups.add(replace(group, due=Due(DAY, True), alarm=alarm))
        await u.commit()
    async with hall.uow() as u:
        found = u.exception_groups.falling_due
        assert [await found(date(2026, 3, day), 9) for day in (18, 19, 20)] == [[], ["G2"], ["G1", "G2"]]
        assert await found(date(2026, 3, 24), 1) == ["G1"]
        group = await u.exception_groups.by_number("G1", lock=True)
        assert (group.due, group.alarm) == (Due(DAY, True), limits["G1"])
        group, _ = group.by_rule(GroupAction.WARN, NINE)
        await u.exception_groups.save(group)
        await u.commit()
    assert (await _stored(hall, "G1")).steps[-1].by is None
    (row, *_) = await hall.readers.exception_groups()
    assert (row.due, row.days_left) == (Due(DAY, True), (DAY - (await hall.readers.hall()).day).days)


async def test_a_group_grows_step_by_step(hall: Database) -> None:
    first, second = await _case(hall, "1"), await _case(hall, "2")
    await _group(hall, "G1", first)
    async with hall.uow() as u:
        group = await u.exception_groups.by_number("G1", lock=True)
        group, _ = group.add(second, BY, NINE)
        group, _ = group.plan("换证书", OFFICE.id, 3, BY, NINE, DAY, EveryDay())
        group, _ = group.prove("记录", CLERKS[1].id, NINE)
        await u.exception_groups.save(group)
        assert await u.exception_groups.number_of(second) == "G1"
        await u.commit()
    stored = await _stored(hall, "G1")
    assert (stored.cases, stored.rectification, stored.state) == (
        (first, second), group.rectification, group.state,
    )  # fmt: skip
    assert [step.action for step in stored.steps] == ["create", "add", "add", "plan", "prove"]
    assert stored.steps == group.steps


async def test_a_case_has_one_group(hall: Database) -> None:
    case = await _case(hall, "1")
    await _group(hall, "G1", case)
    with pytest.raises(ConcurrentChange):
        await _group(hall, "G2", case)
    with pytest.raises(NotFound, match=r"exception_group\.rule\.none"):
        await _stored(hall, "G2")


async def test_somebody_faster_is_noticed(hall: Database) -> None:
    await _group(hall, "G1")
    slow = await _stored(hall, "G1")
    async with hall.uow() as u:
        fast = await u.exception_groups.by_number("G1")
        await u.exception_groups.save(fast.plan("一", OFFICE.id, 1, BY, NINE, DAY, EveryDay())[0])
        await u.commit()
    async with hall.uow() as u:
        await u.exception_groups.by_number("G1")
        with pytest.raises(ConcurrentChange):
            await u.exception_groups.save(slow.plan("二", OFFICE.id, 1, BY, NINE, DAY, EveryDay())[0])


async def test_exceptions_are_listed_by_group(hall: Database) -> None:
    first = await _case(hall, "1")
    await _case(hall, "2")
    await _group(hall, "G1", first)
    query = ExceptionQuery(open_only=False, group="G1")
    assert [row.number for row in await hall.readers.exceptions(query)] == ["1"]
    (row,) = await hall.readers.exception_groups()
    assert (row.number, row.cases, row.open_cases, row.due, row.unit) == ("G1", 1, 1, None, None)


async def test_a_case_that_is_taken_out_may_be_put_into_another_group(hall: Database) -> None:
    first, wrong, third = [await _case(hall, number) for number in ("1", "2", "3")]
    await _group(hall, "G1", first, wrong, third)
    async with hall.uow() as u:
        group = await u.exception_groups.by_number("G1", lock=True)
        group, _ = group.remove(wrong, "另一原因", BY, NINE)
        await u.exception_groups.save(group)
        await u.commit()
    assert (await _stored(hall, "G1")).cases == (first, third)
    await _group(hall, "G2", wrong)
    page = await hall.readers.exception_group("G1")
    assert [case.number for case in page.cases] == ["1", "3"]
    assert page.steps[-1].case == "2"
