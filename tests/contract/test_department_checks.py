"""Checks over departments are kept with every answer."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from uuid_utils.compat import uuid7

from app.domain.alarm import SILENT, Alarm
from app.domain.calendar import Due
from app.domain.department_check import DepartmentCheck, start_check
from app.domain.errors import NotFound
from app.domain.ids import DepartmentCheckId
from app.ports.errors import ConcurrentChange
from db import Database
from tests.contract.small_hall import CLERKS, OFFICE
from tests.contract.test_searched_cases import a_case

NINE = datetime.fromisoformat("2026-03-18T09:00:00+08:00")


async def _started(hall: Database, alarm: Alarm = SILENT) -> DepartmentCheck:
    case = a_case("1", 0)
    check, _ = start_check(
        DepartmentCheck(
            DepartmentCheckId(uuid7()),
            "C1",
            case.id,
            "也过期？",
            (OFFICE.id,),
            Due(date(2027, 1, 4), True),
            CLERKS[0].id,
            NINE,
            alarm=alarm,
        )
    )
    async with hall.uow() as u:
        await u.exceptions.add(case)
        await u.department_checks.add(check)
        await u.commit()
    return check


async def test_what_somebody_has_yet_to_answer_is_found_when_it_falls_due(hall: Database) -> None:
    check = await _started(hall, Alarm(date(2026, 12, 31), date(2027, 1, 5)))
    async with hall.uow() as u:
        found = u.department_checks.falling_due
        assert [await found(date(2026, 12, day), 9) for day in (30, 31)] == [[], ["C1"]]
        stored = await u.department_checks.by_number("C1", lock=True)
        assert stored == check
        warned = replace(stored, alarm=Alarm(None, date(2027, 1, 5)), warned_at=NINE, overdue_at=NINE)
        await u.department_checks.save(warned)
        assert await found(date(2027, 1, 4), 9) == []
        again = await u.department_checks.by_number("C1")
        assert again == replace(warned, version=2)
        await u.department_checks.save(again.answer(OFFICE.id, False, "", CLERKS[1].id, NINE)[0])
        assert await found(date(2027, 1, 5), 9) == []


async def test_an_answer_is_kept_and_closes_the_list(hall: Database) -> None:
    check = await _started(hall)
    (page,) = await hall.readers.department_checks()
    assert (page.number, page.case, page.unanswered, page.due, page.by_name) == (
        "C1", "1", 1, check.due, CLERKS[0].name,
    )  # fmt: skip
    async with hall.uow() as u:
        stored = await u.department_checks.by_number("C1", lock=True)
        assert stored == check
        answered, _ = stored.answer(OFFICE.id, True, "两台", CLERKS[1].id, NINE)
        await u.department_checks.save(answered)
        await u.commit()
    async with hall.uow() as u:
        assert (await u.department_checks.by_number("C1")).answers == answered.answers
    assert await hall.readers.department_checks() == ()
    (page,) = await hall.readers.department_checks(open_only=False)
    (entry,) = page.entries
    assert (page.found, entry.department, entry.found, entry.text, entry.by_name) == (
        1, OFFICE.code, True, "两台", CLERKS[1].name,
    )  # fmt: skip
    assert await hall.readers.department_check("C1") == page


async def test_somebody_faster_is_noticed(hall: Database) -> None:
    await _started(hall)
    async with hall.uow() as u:
        slow = await u.department_checks.by_number("C1")
    async with hall.uow() as u:
        fast = await u.department_checks.by_number("C1")
        await u.department_checks.save(fast.answer(OFFICE.id, False, "", CLERKS[0].id, NINE)[0])
        await u.commit()
    async with hall.uow() as u:
        await u.department_checks.by_number("C1")
        with pytest.raises(ConcurrentChange):
            await u.department_checks.save(slow.answer(OFFICE.id, True, "有", CLERKS[1].id, NINE)[0])


async def test_what_is_not_there_is_said_to_be(hall: Database) -> None:
    async with hall.uow() as u:
        with pytest.raises(NotFound, match=r"department_check\.rule\.none"):
            await u.department_checks.by_number("x")
    with pytest.raises(NotFound, match=r"department_check\.rule\.none"):
        await hall.readers.department_check("x")
