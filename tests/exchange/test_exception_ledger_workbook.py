"""The ledger of exceptions as a workbook: figures as numbers beside their definitions, cases, and every step."""

from dataclasses import replace
from io import BytesIO

from openpyxl import Workbook, load_workbook

from app.domain.exception_figures import ExceptionFigure, ExceptionGrouping
from app.exchange.exception_ledger import exceptions_workbook
from app.ports.exceptions_report import LedgerList
from app.texts import Language, Texts
from tests.ui.office.ledger_scenes import case, denied, report

REPORT = report(3, ExceptionGrouping.CATEGORY)
LISTED = LedgerList(rows=tuple(case(n) for n in range(5)), figure=ExceptionFigure.REGISTERED)


def written(language: Language = "zh", listed: LedgerList | None = None) -> Workbook:
    return load_workbook(BytesIO(exceptions_workbook(replace(REPORT, listed=listed), Texts(language))))


def test_every_figure_stands_beside_its_definition() -> None:
    page = written().worksheets[0]
    rows = {row[0].value: row for row in page.iter_rows(min_row=5)}
    overdue = rows["逾期"]
    assert [cell.value for cell in overdue[1:4]] == [4 / 25, 4, 25]
    assert overdue[1].number_format == "0.0%"
    assert "到期没有答复" in str(overdue[4].value)
    assert rows["答复用时中位数（工作日）"][2].value == "1.5"
    assert rows["答复用时 P90（工作日）"][2].value == 10
    assert "公安户籍：逾期 2 件，共 7 件" in rows


def test_its_parts_have_a_sheet_of_their_own() -> None:
    page = written().worksheets[1]
    assert (page.title, page["A3"].value, page["B3"].value) == ("按类别", "system_failure", "系统故障")
    assert [page.cell(3, column).value for column in (12, 13, 14)] == [0, 0, 5]


def test_cases_and_every_step() -> None:
    book = written(listed=LISTED)
    cases, steps = book.worksheets[2], book.worksheets[3]
    first = {head.value: cell.value for head, cell in zip(cases[2], cases[3], strict=True)}
    assert (first["编号"], first["登记日"], first["什么事没有办成"]) == (
        "例外〔2026〕0000", "2026-03-02", "刷卡交税提示系统忙，换机仍失败"
    )  # fmt: skip
    assert (first["部门"], first["承办人"], first["往例来源"]) == ("不动产", "赵*", None)
    assert cases["S7"].value == "往例：医保 · 江岸"
    assert steps.max_row == 1 + 5 * 4
    assert [cell.value for cell in steps[2]][:6] == [
        "例外〔2026〕0000", "2026-03-02 02:00", "周*", "0003", "登记", "登记"
    ]  # fmt: skip


def test_a_negative_answer_stands_beside_its_basis() -> None:
    steps = written(listed=replace(LISTED, rows=(denied(),))).worksheets[3]
    told = {head.value: cell.value for head, cell in zip(steps[1], steps[2], strict=True)}
    assert (told["步骤"], told["内容"], told["依据"]) == (
        "拟否定答复",
        "滞纳金不能免除。",
        "税收征收管理法第三十二条",
    )


def test_in_english_too() -> None:
    assert [page.title for page in written("en", LISTED).worksheets] == [
        "Figures", "By category", "Ledger of exceptions", "Steps"
    ]  # fmt: skip
