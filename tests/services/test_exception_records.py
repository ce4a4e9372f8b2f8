"""The record of an exception case: issued as it stands, printed, and proved."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from app.domain.document import DocumentStatus
from app.domain.errors import BadInput, NotFound
from app.domain.exception_terms import ExceptionLevel
from app.domain.paper_code import exception_code
from app.domain.person import mask_name
from app.domain.print_job import Paper, PaperKind, Printer
from app.services.documents import verify
from app.services.exception_groups import create_group, plan_rectification, prove_rectification
from app.services.exception_records import issue_exception_record
from app.services.exception_working import extend_exception
from app.services.exceptions import (
    answer_exception,
    assign_exception,
    close_exception,
    note_exception,
    reopen_exception,
    take_exception,
    triage_exception,
)
from app.services.issue_ticket import ANYBODY
from app.services.notices import consult
from app.services.paper import paper_pdf
from app.services.printing import end_print, print_again, print_paper, start_print
from tests.refusals import refused
from tests.services.at_work import CLERK, GUIDE, HOUSE, MATE, SUPERVISOR, HallAtWork
from tests.services.test_exceptions import PAYMENT, assigned, opened

STATION = "supervision"


async def _said(hall: HallAtWork, paper: Paper) -> str:
    pages = PdfReader(BytesIO(await paper_pdf(hall.ports, paper))).pages
    return "".join("".join(page.extract_text().split()) for page in pages)


async def test_it_says_what_is_known_and_only_masked_names(hall: HallAtWork) -> None:
    number = (await opened(hall, item=HOUSE, wish="退还多收的钱")).row.number
    await hall.do(SUPERVISOR, triage_exception, number, PAYMENT, ExceptionLevel.SIMPLE, "银行接口故障")
    await hall.do(SUPERVISOR, assign_exception, number, CLERK)
    said = await _said(hall, await hall.do(SUPERVISOR, issue_exception_record, number))
    for words in (
        f"编号：{number}状态：交办",
        "反映人张*联系电话138****0001",
        "反映问题刷卡缴费失败诉求退还多收的钱",
        "研判意见银行接口故障",
        "交办日期2026年3月18日办结期限2026年3月19日",
        f"承办人：{mask_name(hall.staff[CLERK].name)}工号：{CLERK}",
    ):
        assert words in said, words
    for actor in hall.staff.values():
        assert actor.name not in said


async def test_each_print_tells_how_the_case_stands_and_the_earlier_one_stays(hall: HallAtWork) -> None:
    number = (await opened(hall)).row.number
    first = await hall.do(SUPERVISOR, print_paper, STATION, PaperKind.EXCEPTION, number)
    assert (first.printer, first.paper.number, first.paper.copy) == (Printer.A4, number, 0)
    before = await paper_pdf(hall.ports, first.paper)
    await hall.do(SUPERVISOR, start_print, first.id)
    await hall.do(SUPERVISOR, end_print, first.id)
    await hall.do(CLERK, note_exception, number, "已与银行核对")
    for order in (print_paper, print_again):
        later = await hall.do(SUPERVISOR, order, STATION, PaperKind.EXCEPTION, number)
        assert later.paper.subject != first.paper.subject
        said = await _said(hall, later.paper)
        assert "已与银行核对" in said
        assert "重印" not in said
    assert await paper_pdf(hall.ports, first.paper) == before


async def test_it_tells_its_group_and_who_has_had_it(hall: HallAtWork) -> None:
    number = (await opened(hall)).row.number
    await hall.do(SUPERVISOR, triage_exception, number, PAYMENT, ExceptionLevel.SIMPLE)
    for handler in (CLERK, MATE):
        await hall.do(SUPERVISOR, assign_exception, number, handler)
    group = (await hall.do(SUPERVISOR, create_group, "刷卡机证书过期", (number,))).row.number
    await hall.do(SUPERVISOR, plan_rectification, group, "换证书", "BDC", 5)
    await hall.do(SUPERVISOR, prove_rectification, group, "20 张卡都能刷")
    said = await _said(hall, await hall.do(SUPERVISOR, issue_exception_record, number))
    for words in (
        "原因刷卡机证书过期",
        f"问题分组{group}",
        "换证书，2026年3月25日前完成",
        "佐证：20张卡都能刷",
    ):
        assert words in said, words
    for handler in (CLERK, MATE):
        assert f"{mask_name(hall.staff[handler].name)}，2026年3月19日前办结" in said


async def test_its_code_proves_it(hall: HallAtWork) -> None:
    number = (await opened(hall)).row.number
    record = await hall.do(GUIDE, issue_exception_record, number)
    found = await verify(hall.ports, exception_code(record.subject))
    assert (found.number, found.exception, found.status) == (number, number, DocumentStatus.IN_FORCE)
    assert (found.is_genuine, found.document, found.notice) == (True, None, None)
    told = await hall.do(GUIDE, consult, HOUSE, frozenset())
    with pytest.raises(NotFound):  # on record, but no exception's
        await verify(hall.ports, exception_code(told.id))


async def test_what_cannot_be_recorded(hall: HallAtWork) -> None:
    with refused("exception.rule.none", NotFound):
        await hall.do(SUPERVISOR, print_paper, STATION, PaperKind.EXCEPTION, "例外〔2026〕9999")
    number = (await opened(hall, summary="\u0378")).row.number
    with refused("paper.error.unprintable", BadInput):
        await hall.do(SUPERVISOR, issue_exception_record, number)


async def test_an_extension_is_over_once_the_case_is_opened_again(hall: HallAtWork) -> None:
    number = (await assigned(hall, visitor=ANYBODY)).row.number
    await hall.do(CLERK, take_exception, number)
    await hall.do(CLERK, extend_exception, number, "等银行答复，已电话告知")
    assert "延至2026年4月1日" in await _said(hall, await hall.do(SUPERVISOR, issue_exception_record, number))
    await hall.do(CLERK, answer_exception, number, "已办")
    said = await _said(hall, await hall.do(SUPERVISOR, issue_exception_record, number))
    assert "延至2026年4月1日" in said
    assert "2026年3月20日" not in said, "the limit is that of the answer, not of its follow-up"
    await hall.do(SUPERVISOR, close_exception, number)
    await hall.do(SUPERVISOR, reopen_exception, number, "又发生了")
    said = await _said(hall, await hall.do(SUPERVISOR, issue_exception_record, number))
    assert "延至2026" not in said
    assert "等银行答复，已电话告知" in said, "the story tells it"
