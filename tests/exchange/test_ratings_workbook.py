"""The figures of ratings as a workbook: counts beside shares, and nothing of what is too few."""

from dataclasses import replace
from io import BytesIO

from openpyxl import Workbook, load_workbook

from app.domain.five_ones import Grouping
from app.domain.rating_figures import RatingFigure
from app.exchange.ratings_workbook import ratings_workbook
from app.ports.ratings_report import RatingsReport
from app.texts import Language, Texts
from tests.ui.office.ratings_scenes import hiding, report


def written(told: RatingsReport, language: Language = "zh") -> Workbook:
    return load_workbook(BytesIO(ratings_workbook(told, Texts(language))))


def test_every_figure_stands_beside_its_definition_and_its_counts() -> None:
    page = written(report(7)).worksheets[0]
    assert page["A1"].value == "青溪区政务服务中心 好差评统计：2026年3月1日至2026年3月17日"
    rows = {row[0].value: row for row in page.iter_rows(min_row=5, max_row=10)}
    assert list(rows) == ["满意率", "非常满意", "满意", "基本满意", "差评", "不计"]
    good = rows["满意率"]
    assert [cell.value for cell in good[1:4]] == [252 / 254, 252, 254]
    assert good[1].number_format == "0.0%"
    assert "占计入的全部评价" in str(good[4].value)
    assert rows["不计"][2].value == 1
    assert "评价自愿" in str(page["A12"].value)


def test_every_level_of_every_part_has_its_count_and_its_share() -> None:
    page = written(report(7)).worksheets[1]
    assert (page.title, page["A1"].value, page["C1"].value) == ("按部门", "部门", "非常满意")
    assert [cell.value for cell in page[3]][2:5] == [43 / 62, 43, 62]
    assert [cell.value for cell in page[3]][17:20] == [60 / 62, 60, 62]
    assert page.max_row == 9


def test_what_is_too_few_is_said_to_be_and_nothing_else_is() -> None:
    told = hiding(report(5), 2)
    page = written(told).worksheets[1]
    for row in (page[3], page[4]):
        assert {cell.value for cell in row[2:]} == {"评价太少，不显示", None}
    assert page[5][3].value == 49
    whole = written(replace(told, whole=told.whole.hidden())).worksheets[0]
    numbers = [cell.value for row in whole.iter_rows(min_row=5, max_row=10) for cell in row[1:4]]
    assert set(numbers) == {"评价太少，不显示", None}


def test_of_the_hall_alone_there_are_no_parts() -> None:
    hall = replace(report(0), by=Grouping.HALL)
    (page,) = written(hall, "en").worksheets
    assert [page.cell(row, 3).value for row in range(5, 5 + len(RatingFigure))] == [0] * len(RatingFigure)
    assert page.title == "Ratings"
