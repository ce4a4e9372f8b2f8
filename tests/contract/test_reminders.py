"""Reminders to departments are kept with what came of them, on both databases."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from uuid_utils.compat import uuid7

from app.domain.errors import NotFound
from app.domain.ids import ReminderId
from app.domain.reminder import Reminder, ReminderStanding
from app.ports.errors import ConcurrentChange
from app.ports.queries import ReminderQuery
from db import Database
from tests.contract.small_hall import CLERKS, HALL, OFFICE, SUPERVISOR, at, received
from tests.contract.test_searched_cases import a_case


async def _today(hall: Database) -> date:
    async with hall.uow() as u:
        return HALL.business_day(await u.now())


def _reminder(number: str, put_right_by: date, minutes: float = 0) -> Reminder:
    return Reminder(
        ReminderId(uuid7()),
        number,
        OFFICE.id,
        "逾期未办",
        "第四十二条",
        put_right_by,
        at(minutes),
        SUPERVISOR.id,
    )


async def _add(hall: Database, *reminders: Reminder) -> None:
    async with hall.uow() as u:
        for reminder in reminders:
            await u.reminders.add(reminder)
        await u.commit()


async def test_it_is_kept_whole_and_read_as_it_stands_today(hall: Database) -> None:
    today = await _today(hall)
    case, exception = received(), a_case("1", 0)
    about_case = replace(_reminder("R1", today), case=case.id)
    about_exception = replace(_reminder("R2", today), exception=exception.id)
    async with hall.uow() as u:
        await u.cases.add(case)
        await u.exceptions.add(exception)
        await u.commit()
    await _add(hall, about_case, about_exception)
    async with hall.uow() as u:
        assert await u.reminders.by_number("R1") == about_case
        assert await u.reminders.by_number("R2", lock=True) == about_exception
    row = await hall.readers.reminder("R1")
    assert (row.department, row.department_name, row.case, row.exception, row.about) == (
        OFFICE.code, OFFICE.name, case.number, None, case.number,
    )  # fmt: skip
    assert (row.standing, row.days_left, row.issued_by) == (ReminderStanding.TODAY, 0, SUPERVISOR.number)
    assert (await hall.readers.reminder("R2")).exception == "1"
    assert await hall.readers.scanned_reminder(about_case.id) == row


async def test_what_is_owed_comes_first_by_its_day(hall: Database) -> None:
    today = await _today(hall)
    late, soon, far = (_reminder(f"R{days}", today + timedelta(days=days)) for days in (-2, 1, 9))
    done, _ = _reminder("R0", today, 5).put_right("已补办", today, CLERKS[0].id)
    void, _ = _reminder("R5", today, 1).void("发错单位")
    await _add(hall, far, void, soon, done, late)
    rows = await hall.readers.reminders(ReminderQuery(open_only=False))
    assert [(row.number, row.standing) for row in rows] == [
        ("R-2", ReminderStanding.OVERDUE),
        ("R1", ReminderStanding.OPEN),
        ("R9", ReminderStanding.OPEN),
        ("R0", ReminderStanding.PUT_RIGHT),
        ("R5", ReminderStanding.VOID),
    ]
    owed = await hall.readers.reminders(ReminderQuery())
    assert [row.number for row in owed] == ["R-2", "R1", "R9"]
    assert [row.number for row in await hall.readers.reminders(ReminderQuery(limit=1))] == ["R-2"]
    assert list(await hall.readers.reminders(ReminderQuery(department="XX"))) == []
    assert len(await hall.readers.reminders(ReminderQuery(department=OFFICE.code))) == 3
    assert [row.number for row in await hall.readers.reminders(ReminderQuery(text="r9"))] == ["R9"]
    assert len(await hall.readers.reminders(ReminderQuery(text=OFFICE.name))) == 3


async def test_an_answer_is_kept_and_somebody_faster_is_noticed(hall: Database) -> None:
    today = await _today(hall)
    await _add(hall, _reminder("R1", today))
    async with hall.uow() as u:
        slow = await u.reminders.by_number("R1")
    async with hall.uow() as u:
        taken = await u.reminders.by_number("R1", lock=True)
        await u.reminders.save(taken.put_right("已补办", today, CLERKS[0].id)[0])
        await u.commit()
    row = await hall.readers.reminder("R1")
    assert (row.answered_on, row.answered_by, row.answer) == (today, CLERKS[0].number, "已补办")
    async with hall.uow() as u:
        await u.reminders.by_number("R1")
        with pytest.raises(ConcurrentChange):
            await u.reminders.save(slow.void("发错单位")[0])


async def test_a_number_is_given_once(hall: Database) -> None:
    today = await _today(hall)
    await _add(hall, _reminder("R1", today))
    async with hall.uow() as u:
        with pytest.raises(ConcurrentChange):
            await u.reminders.add(_reminder("R1", today))


async def test_what_is_not_there_is_said_to_be(hall: Database) -> None:
    async with hall.uow() as u:
        with pytest.raises(NotFound, match=r"reminder\.rule\.none"):
            await u.reminders.by_number("x")
    with pytest.raises(NotFound, match=r"reminder\.rule\.none"):
        await hall.readers.reminder("x")
    with pytest.raises(NotFound, match=r"reminder\.rule\.none"):
        await hall.readers.scanned_reminder(ReminderId(uuid7()))
