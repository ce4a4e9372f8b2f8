"""The ledger of exceptions on paper."""

from dataclasses import replace
from io import BytesIO

from pypdf import PdfReader

from app.documents.renderer import PdfRenderer
from app.domain.exception_figures import ExceptionFigure, ExceptionGrouping
from app.ports.exceptions_report import LedgerList
from tests.ui.office.ledger_scenes import case, report


def pages(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def test_each_figure_with_its_counts_and_its_meaning_and_who_is_named(renderer: PdfRenderer) -> None:
    (page,) = pages(renderer.render(replace(report(7), by=ExceptionGrouping.HALL, rows=())))
    for words in (
        "25 件", "1.5 天", "4 / 25", "到期没有答复", "九成在几天以内", "导入的往例只列入台账", "逾期最多的单位",
        "人社医保：逾期 3 件，共 8 件", "办得最好的单位", "不动产：答复 3 件，中位 1.5 个工作日",
    ):  # fmt: skip
        assert words in page, words


def test_parts_and_cases_with_every_step(renderer: PdfRenderer) -> None:
    rows = tuple(case(n) for n in range(30))
    listed = LedgerList(rows=rows, figure=ExceptionFigure.OVERDUE)
    shown = replace(report(7, ExceptionGrouping.CATEGORY), figure=ExceptionFigure.OVERDUE, listed=listed)
    found = pages(renderer.render(shown))
    said = "".join(found).replace("\n", "")
    assert "逾期（按类别）" in said
    assert "支付/刷卡" in said
    assert all(f"例外〔2026〕{n:04d}" in said for n in range(30))
    assert said.count("周* 登记") == 30
    assert "已换用备用刷卡机" in said
    assert "林* 交办：交不动产 赵*，2026年3月9日前办结" in said
    assert "往例：医保 · 江岸" in said
    assert "逾期：2026年3月5日答复" in said


def test_in_english_too(english: PdfRenderer) -> None:
    assert "Units with most overdue" in pages(english.render(report(7)))[0]


def test_in_english_one_day_is_one_and_a_title_goes_on_in_small_letters(english: PdfRenderer) -> None:
    listed = LedgerList(rows=(case(1),), figure=ExceptionFigure.OVERDUE)
    shown = replace(report(7, ExceptionGrouping.CATEGORY), figure=ExceptionFigure.OVERDUE, listed=listed)
    said = " ".join(" ".join(pages(english.render(shown))).split())
    assert "Answered 4 Mar 2026, 1 working day " in said
    assert "Overdue, by category" in said
    assert "周* Registered" in said
    assert "周* Register " not in said
    assert ", median 1.5 working days" in said
