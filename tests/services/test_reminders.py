"""Reminding a department: of a case, of an exception, in words of the office; answered, printed again, made void."""

import asyncio
from dataclasses import replace
from datetime import date
from io import BytesIO

from pypdf import PdfReader

from app.domain.document import DocumentStatus
from app.domain.errors import BadInput, NotFound, RuleBroken
from app.domain.exception_terms import ExceptionLevel
from app.domain.paper_code import reminder_code
from app.domain.print_job import Paper, PaperKind, Printer
from app.domain.reminder import ReminderStanding
from app.ports.queries import ReminderQuery
from app.ports.rows import ReminderRow
from app.services.documents import verify
from app.services.exceptions import answer_exception, assign_exception, take_exception, triage_exception
from app.services.paper import paper_pdf
from app.services.printing import end_print, print_again, print_paper, start_print
from app.services.reminders import Owing, answer_reminder, issue_reminder, void_reminder
from tests.refusals import refused
from tests.services.at_work import CLERK, DAY, HOUSE, SUPERVISOR, HallAtWork, clerk_of
from tests.services.test_cases import opened as opened_case
from tests.services.test_exceptions import PAYMENT, opened

STATION = "supervision"
STRANGER = clerk_of(8)
"""Of another department than the clerk's."""


async def _owing(hall: HallAtWork, **said: object) -> Owing:
    """Words to the clerk's own department."""
    own = hall.staff[CLERK].department
    async with hall.ports.uow() as u:
        code = next(d.code for d in await u.hall.departments() if d.id == own)
    return replace(Owing("窗口无人值守", "大厅管理办法第六条", code), **said)  # type: ignore[arg-type]


async def _issued(hall: HallAtWork, **said: object) -> ReminderRow:
    return await hall.do(SUPERVISOR, issue_reminder, await _owing(hall, **said))


async def _said(hall: HallAtWork, row: ReminderRow, copy: int = 0) -> str:
    pdf = await paper_pdf(hall.ports, Paper(PaperKind.REMINDER, row.id, row.number, copy))
    return "".join("".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages)


async def test_in_the_offices_own_words_with_three_working_days(hall: HallAtWork) -> None:
    row = await _issued(hall)
    assert (row.number, row.standing, row.put_right_by) == (
        "政务办催〔2026〕0001号", ReminderStanding.OPEN, date(2026, 3, 23),
    )  # fmt: skip
    assert (row.about, row.issued_by) == (None, SUPERVISOR)
    said = await _said(hall, row)
    for words in (
        f"编号：{row.number}",
        "存在问题窗口无人值守",
        "依据大厅管理办法第六条",
        "整改期限2026年3月23日",
    ):
        assert words in said, words
    assert hall.staff[SUPERVISOR].name not in said


async def test_of_a_case_from_three_working_days_before_its_limit(hall: HallAtWork) -> None:
    number = (await opened_case(hall)).row.number  # to be told by Wednesday next
    about = Owing("未一次性告知", "行政许可法第三十二条", case=number)
    with refused("reminder.rule.not_near", number=number):
        await hall.do(SUPERVISOR, issue_reminder, about)
    hall.pass_time(hours=48)
    row = await hall.do(SUPERVISOR, issue_reminder, about)
    assert (row.case, row.number) == (number, "政务办催〔2026〕0001号")  # what was refused took no number
    async with hall.ports.uow() as u:
        case = await u.cases.by_number(number)
        own = next(d for d in await u.hall.departments() if d.id == case.department)
        item = await u.catalogue.version(case.item)
    assert row.department == own.code
    said = await _said(hall, row)
    assert f"{own.full_name}：" in said
    assert f"办件编号{number}办理期限2026年3月25日事项名称{''.join(item.name.split())}" in said


async def test_of_an_exception_once_it_is_late(hall: HallAtWork) -> None:
    number = (await opened(hall, item=HOUSE)).row.number
    await hall.do(SUPERVISOR, triage_exception, number, PAYMENT, ExceptionLevel.SIMPLE)
    about = Owing("未在期限内反馈", "例外事项处置机制", exception=number)
    with refused("reminder.rule.not_late", number=number):
        await hall.do(SUPERVISOR, issue_reminder, about)
    hall.pass_time(hours=48)
    with refused("reminder.rule.which"):  # nobody has it yet
        await hall.do(SUPERVISOR, issue_reminder, about)
    await hall.do(SUPERVISOR, assign_exception, number, CLERK)
    hall.pass_time(hours=240)
    row = await hall.do(SUPERVISOR, issue_reminder, about)
    assert (row.exception, row.department) == (number, (await _owing(hall)).department)
    assert f"例外事项{number}" in await _said(hall, row)
    await hall.do(SUPERVISOR, answer_reminder, row.number, "已整改")
    await hall.do(CLERK, take_exception, number)
    await hall.do(CLERK, answer_exception, number, "已答复当事人")
    with refused("reminder.rule.not_late", number=number):  # answered, it waits for the office
        await hall.do(SUPERVISOR, issue_reminder, about)


async def _late_case(hall: HallAtWork) -> Owing:
    """A case near its limit, and words about it."""
    number = (await opened_case(hall)).row.number
    hall.pass_time(hours=48)
    return Owing("未一次性告知", "行政许可法第三十二条", case=number)


async def test_one_reminder_about_a_thing_at_a_time(hall: HallAtWork) -> None:
    about = await _late_case(hall)
    orders = [hall.do(SUPERVISOR, issue_reminder, about) for _ in range(3)]
    results = await asyncio.gather(*orders, return_exceptions=True)
    (first,) = [result for result in results if isinstance(result, ReminderRow)]
    refusals = [str(result) for result in results if isinstance(result, RuleBroken)]
    assert len(refusals) == 2
    with refused("reminder.rule.runs", number=first.number, put_right_by=first.put_right_by):
        await hall.do(SUPERVISOR, issue_reminder, about)
    await hall.do(SUPERVISOR, void_reminder, first.number, "发错单位")
    second = await hall.do(SUPERVISOR, issue_reminder, about)
    hall.pass_time(hours=24 * 7)  # nobody answers: it may be asked once more
    third = await hall.do(SUPERVISOR, issue_reminder, about)
    assert (second.number, third.number) == ("政务办催〔2026〕0002号", "政务办催〔2026〕0003号")
    owed = await hall.ports.readers.reminders(ReminderQuery())
    assert [row.number for row in owed] == [second.number, third.number]


async def test_what_cannot_be_issued(hall: HallAtWork) -> None:
    with refused("reminder.rule.none", NotFound):
        await hall.ports.readers.reminder("政务办催〔2026〕0009号")
    with refused("reminder.rule.one_thing"):
        await _issued(hall, case="1", exception="2")
    with refused("case.rule.none", NotFound):
        await _issued(hall, case="IT999-2026-00001")
    with refused("reminder.rule.over", day=date(2026, 3, 17)):
        await _issued(hall, put_right_by=date(2026, 3, 17))
    with refused("paper.error.unprintable", BadInput):
        await _issued(hall, finding="\u0378")
    assert list(await hall.ports.readers.reminders(ReminderQuery(open_only=False))) == []


async def test_the_department_or_the_office_says_what_was_done(hall: HallAtWork) -> None:
    row = await _issued(hall)
    with refused("reminder.rule.other_department", number=row.number):
        await hall.do(STRANGER, answer_reminder, row.number, "已整改")
    with refused("reminder.rule.to_come", day=date(2026, 3, 19)):
        await hall.do(CLERK, answer_reminder, row.number, "已整改", date(2026, 3, 19))
    eve = date(2026, 3, 17)
    with refused("reminder.rule.not_issued_yet", day=eve, issued=DAY):
        await hall.do(CLERK, answer_reminder, row.number, "已整改", eve)
    done = await hall.do(CLERK, answer_reminder, row.number, "已安排替岗", DAY)
    assert (done.standing, done.answered_on, done.answered_by, done.answer) == (
        ReminderStanding.PUT_RIGHT, DAY, CLERK, "已安排替岗",
    )  # fmt: skip
    second = await _issued(hall)
    await hall.do(SUPERVISOR, answer_reminder, second.number, "纸质回执已收")
    assert list(await hall.ports.readers.reminders(ReminderQuery())) == []


async def test_it_is_overdue_by_itself(hall: HallAtWork) -> None:
    row = await _issued(hall, put_right_by=DAY)
    assert row.standing is ReminderStanding.TODAY
    hall.pass_time(hours=24)
    row = await hall.ports.readers.reminder(row.number)
    assert (row.standing, row.days_left) == (ReminderStanding.OVERDUE, -1)


async def test_printed_printed_again_and_proved(hall: HallAtWork) -> None:
    row = await _issued(hall)
    first = await hall.do(SUPERVISOR, print_paper, STATION, PaperKind.REMINDER, row.number)
    assert (first.printer, first.paper.copy) == (Printer.A4, 0)
    await hall.do(SUPERVISOR, start_print, first.id)
    await hall.do(SUPERVISOR, end_print, first.id)
    again = await hall.do(SUPERVISOR, print_again, STATION, PaperKind.REMINDER, row.number)
    assert again.paper.copy == 1
    assert "重印" in await _said(hall, row, copy=1)
    for code in (reminder_code(row.id), row.number):
        found = await verify(hall.ports, code)
        assert (found.number, found.status, found.is_genuine) == (row.number, DocumentStatus.IN_FORCE, True)
        assert found.reminder is not None
        assert found.reminder.reprints == 1
    await hall.do(SUPERVISOR, void_reminder, row.number, "发错单位")
    assert (await verify(hall.ports, row.number)).status is DocumentStatus.VOID
    assert (await _issued(hall)).number == "政务办催〔2026〕0002号"


async def test_numbers_have_no_gaps_when_many_are_issued_at_once(hall: HallAtWork) -> None:
    owing = await _owing(hall)
    wrong = replace(owing, rule=" ")
    orders = [hall.do(SUPERVISOR, issue_reminder, wrong if n % 4 == 0 else owing) for n in range(12)]
    results = await asyncio.gather(*orders, return_exceptions=True)
    numbers = sorted(row.number for row in results if isinstance(row, ReminderRow))
    assert numbers == [f"政务办催〔2026〕{n:04d}号" for n in range(1, 10)]
