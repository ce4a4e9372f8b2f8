"""The five ones as a workbook: figures as numbers, each beside its definition."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

from openpyxl import Workbook, load_workbook

from app.domain.five_ones import Figure, Grouping, Ratio, Span
from app.exchange.five_ones import five_ones_workbook
from app.ports.figures_report import FigureList, FiguresReport
from app.ports.rows import CountedRow, FiguresRow
from app.texts import Language, Texts

RATIOS = {figure: Ratio(n, 8) for n, figure in enumerate(Figure)} | {Figure.TOLD_ONCE: Ratio()}
REPORT = FiguresReport(
    hall="青溪县政务大厅",
    made_at=datetime(2026, 3, 18, 9, tzinfo=UTC),
    span=Span(date(2026, 3, 1), date(2026, 3, 18)),
    by=Grouping.ITEM,
    whole=RATIOS,
    rows=(FiguresRow("IT1", "=1+1", RATIOS), FiguresRow("", "", RATIOS)),
)
LISTED = FigureList(
    figure=Figure.SENT_ONLINE,
    rows=(
        CountedRow(None, date(2026, 3, 2), "IT1", "=1+1", "农业农村", None, True),
        CountedRow("A001", date(2026, 3, 3), "IT1", "", "农业农村", 3, False),
    ),
)


def written(language: Language = "zh", listed: FigureList | None = None) -> Workbook:
    return load_workbook(BytesIO(five_ones_workbook(replace(REPORT, listed=listed), Texts(language))))


def test_every_figure_stands_beside_its_definition() -> None:
    page = written().worksheets[0]
    rows = {row[0].value: row for row in page.iter_rows(min_row=5, max_row=10)}
    assert len(rows) == len(Figure)
    place = rows["只跑一次"]
    assert [cell.value for cell in place[1:4]] == [1 / 8, 1, 8]
    assert place[1].number_format == "0.0%"
    assert "至多取过一张号票" in str(place[4].value)
    assert [cell.value for cell in rows["一次性告知"][1:4]] == [None, 0, 0]


def test_its_parts_have_a_sheet_of_their_own() -> None:
    page = written().worksheets[1]
    assert (page.title, page["A1"].value, page["C1"].value, page["C2"].value) == (
        "按事项",
        "事项",
        "只跑一处",
        "比率",
    )
    assert (page["A3"].value, page["B3"].value, page["B3"].data_type) == ("IT1", "=1+1", "s")
    assert [page.cell(3, column).value for column in (6, 7, 8)] == [1 / 8, 1, 8]
    assert page["A4"].value == "无窗口"


def test_the_list_behind_a_figure() -> None:
    page = written(listed=LISTED).worksheets[2]
    assert [cell.value for cell in page[3]] == [
        "未取号",
        "2026-03-02",
        "IT1",
        "=1+1",
        "农业农村",
        None,
        "计入",
        "引导网办，没有取号",
    ]
    assert [cell.value for cell in page[4]][-3:] == [3, "不计入", "到大厅办理"]
    assert page["D3"].data_type == "s"


def test_in_english_too() -> None:
    assert [page.title for page in written("en", LISTED).worksheets] == ["Five ones", "By item", "List"]
