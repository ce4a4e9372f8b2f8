"""Workbooks: filled-in templates are read as JSON is, and problems name sheet and cell."""

import json
from collections.abc import Callable
from datetime import time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from app.domain.errors import BadInput
from app.domain.message import Message
from app.exchange.catalogue import read_catalogue
from app.exchange.catalogue_workbook import CATALOGUE_SHEETS
from app.exchange.hall import read_hall
from app.exchange.hall_workbook import HALL_SHEETS
from app.exchange.templates import write_catalogue_template, write_hall_template
from app.exchange.workbook import Sheet
from app.ports.errors import DeviceFailed
from app.texts import LANGUAGES, Language, Texts
from resources import resource
from tests.refusals import problems_of, refused


def json_of(*parts: str) -> Any:
    return json.loads(resource(*parts).read_text(encoding="utf-8"))


def fill(book: Workbook, sheet: Sheet, rows: list[dict[str, Any]], language: Language) -> None:
    """Write rows by column key, as a person would: yes and no in words, lists in one cell."""
    texts = Texts(language)
    page = book[texts(sheet.code)]
    for number, row in enumerate(rows, 2):
        for place, column in enumerate(sheet.columns, 1):
            value = row.get(column.key)
            if column.choices and value is not None:
                value = texts(column.choices[value])
            elif isinstance(value, bool):
                value = texts("import.word.yes" if value else "import.word.no")
            elif isinstance(value, list):
                value = "\n".join(map(str, value))
            page.cell(number, place, value)


def hall_rows(whole: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    counters = [
        counter | {"lines": [f"{s['prefix']}+{s.get('preference_minutes', 0)}" for s in counter["lines"]]}
        for counter in whole["counters"]
    ]
    return whole | {"hall": [whole["hall"]], "counters": counters}


def catalogue_rows(items: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """The rows of the three sheets; a form says yes to what it names, as in JSON."""
    materials = [material | {"item": item["id"]} for item in items for material in item["materials"]]
    situations = [
        {
            "item": item["id"],
            "name": s["name"],
            "material": name,
            "beyond_list": name not in {material["name"] for material in item["materials"]} or None,
            "promised_days": s.get("promised_days"),
        }
        for item in items
        for s in item["situations"] or []
        for name in s["materials"]
    ]
    return {"items": items, "materials": materials, "situations": situations}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_hall_is_the_same_from_a_workbook(tmp_path: Path, language: Language) -> None:
    path = tmp_path / "hall.xlsx"
    write_hall_template(path, Texts(language))
    book = load_workbook(path)
    rows = hall_rows(json_of("hall", "sample.json"))
    for sheet in HALL_SHEETS:
        fill(book, sheet, rows.get(sheet.key, []), language)
    book.save(path)
    assert read_hall(path) == read_hall(resource("hall", "sample.json"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bundled_catalogue_is_the_same_from_a_workbook(tmp_path: Path, language: Language) -> None:
    path = tmp_path / "catalogue.xlsx"
    write_catalogue_template(path, Texts(language))
    book = load_workbook(path)
    rows = catalogue_rows(json_of("catalogue", "catalogue.json"))
    for sheet in CATALOGUE_SHEETS:
        fill(book, sheet, rows[sheet.key], language)
    book.save(path)
    assert read_catalogue(path) == read_catalogue(resource("catalogue", "catalogue.json"))


@pytest.fixture
def hall_book(tmp_path: Path) -> Workbook:
    """A small hall in a filled-in Chinese template."""
    path = tmp_path / "template.xlsx"
    write_hall_template(path, Texts("zh"))
    book = load_workbook(path)
    book["大厅"].append(["QX", "青溪"])
    book["开放时间"].append(["1-5", "09:00", time(17, 30)])
    book["部门"].append(["BDC", "不动产", None, None, "挂牌"])
    book["队列"].append(["A", "不动产", "BDC", "IT008，IT057"])
    book["窗口"].append([1, "不动产", None, None, "A+5"])
    book["人员"].append(["0001", "刘明远", "管理员", None, "secret"])
    return book


def saved(book: Workbook, folder: Path) -> Path:
    path = folder / "hall.xlsx"
    book.save(path)
    return path


def problems(path: Path) -> list[tuple[str, str]]:
    with pytest.raises(BadInput) as caught:
        read_hall(path)
    return problems_of(caught.value)


def test_a_filled_in_template_is_read(hall_book: Workbook, tmp_path: Path) -> None:
    hall = read_hall(saved(hall_book, tmp_path))
    (period,) = hall.opening_hours
    assert (period.weekdays, period.closes) == ((0, 1, 2, 3, 4), time(17, 30))
    assert hall.lines[0].items == ("IT008", "IT057")
    assert [p.where for p in hall.unknown_items({"IT008"})] == ["队列!D2"]


def test_empty_rows_do_not_count_and_numbers_may_be_whole_fractions(
    hall_book: Workbook, tmp_path: Path
) -> None:
    hall_book["队列"]["E2"] = 80.0
    hall_book["人员"]["B9"] = "  "
    assert read_hall(saved(hall_book, tmp_path)).lines[0].daily_quota == 80


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "code"),
    [
        ("大厅", "A2", None, "import.rule.missing"),
        ("大厅", "C2", "Asia/Qingxi", "import.rule.timezone"),
        ("开放时间", "A2", "8", "import.rule.weekdays"),
        ("开放时间", "B2", 0.375, "import.rule.time"),
        ("部门", "B2", 7, "import.rule.text"),
        ("部门", "E2", "也许", "import.rule.choice"),
        ("队列", "B2", "=A2", "import.rule.formula"),
        ("队列", "B2", "#REF!", "import.rule.formula"),
        ("队列", "C2", "GA", "import.rule.no_department"),
        ("队列", "D2", "IT008 IT008", "import.rule.twice"),
        ("队列", "E2", "很多", "import.rule.whole_number"),
        ("窗口", "E2", "A+", "import.rule.served_lines"),
        ("窗口", "E2", "Z", "import.rule.no_line"),
        ("窗口", "E2", "A A", "import.rule.twice"),
        ("人员", "A2", 1, "import.rule.text"),
        ("人员", "C2", "保洁", "import.rule.choice"),
    ],
)
def test_a_problem_names_its_cell(
    hall_book: Workbook, tmp_path: Path, sheet: str, cell: str, value: object, code: str
) -> None:
    hall_book[sheet][cell] = value
    assert problems(saved(hall_book, tmp_path)) == [(f"{sheet}!{cell}", code)]


def test_problems_of_all_sheets_are_listed(hall_book: Workbook, tmp_path: Path) -> None:
    hall_book["部门"]["A2"] = 7
    hall_book["队列"].append(["b", "税务"])
    assert problems(saved(hall_book, tmp_path)) == [
        ("部门!A2", "import.rule.text"),
        ("队列!A3", "import.rule.prefix"),
        ("队列!D3", "import.rule.missing"),
        ("队列!C2", "import.rule.no_department"),
    ]


def test_what_does_not_fit_together_is_told_with_what_is_wrong_as_such(
    hall_book: Workbook, tmp_path: Path
) -> None:
    hall_book["大厅"].append(["QX2", "又一个"])
    hall_book["大厅"]["C2"] = "Asia/Qingxi"
    hall_book["窗口"].append([1, None, None, "GA", "Q"])
    hall_book["设置"].append([None, 20])
    last = hall_book["设置"].max_row
    assert problems(saved(hall_book, tmp_path)) == [
        ("大厅!A3", "import.rule.one_row"),
        (f"设置!A{last}", "import.rule.missing"),
        ("大厅!C2", "import.rule.timezone"),
        ("窗口!B3", "import.rule.missing"),
        ("窗口!A3", "import.rule.twice"),
        ("窗口!D3", "import.rule.no_department"),
        ("窗口!E3", "import.rule.no_line"),
    ]


def rename(title: str, new: str) -> Callable[[Workbook], object]:
    return lambda book: setattr(book[title], "title", new)


def head(page: str, cell: str, text: str | None) -> Callable[[Workbook], object]:
    return lambda book: book[page].__setitem__(cell, text)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            rename("队列", "排队"),
            [("排队", "import.rule.sheet_unknown"), ("hall.xlsx", "import.rule.sheet_missing")],
        ),
        (head("窗口", "C1", "朝向"), [("窗口!C1", "import.rule.column_unknown")]),
        (head("窗口", "C1", "窗口号"), [("窗口!C1", "import.rule.column_twice")]),
        (head("窗口", "B1", None), [("窗口", "import.rule.column_missing")]),
        (lambda book: book["大厅"].append(["QX2", "又一个"]), [("大厅!A3", "import.rule.one_row")]),
        (lambda book: book["窗口"].delete_rows(2), [("窗口!A2", "import.rule.few")]),
    ],
)
def test_wrong_sheets_and_columns(
    hall_book: Workbook,
    tmp_path: Path,
    change: Callable[[Workbook], object],
    expected: list[tuple[str, str]],
) -> None:
    change(hall_book)
    assert problems(saved(hall_book, tmp_path)) == expected


def test_an_empty_sheet_and_the_keys_as_headings_do_no_harm(hall_book: Workbook, tmp_path: Path) -> None:
    hall_book.create_sheet("Sheet1")
    hall_book["窗口"].title = "counters"
    hall_book["counters"]["A1"] = "number"
    assert read_hall(saved(hall_book, tmp_path)).counters[0].number == 1


@pytest.mark.parametrize("content", [b"PK\x03\x04 damaged", b"no workbook at all", b"\xd0\xcf\x11\xe0 old"])
def test_a_file_that_is_no_workbook(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "hall.xlsx"
    path.write_bytes(content)
    assert problems(path) == [("hall.xlsx", "import.file.not_xlsx")]


@pytest.fixture
def catalogue_book(tmp_path: Path) -> Workbook:
    path = tmp_path / "template.xlsx"
    write_catalogue_template(path, Texts("zh"))
    book = load_workbook(path)
    put(book["事项"], 2, {"编号": "IT001", "事项名称": "登记", "部门": "税务", "事项类型": "公共服务"})
    put(book["材料"], 2, {"事项编号": "IT001", "材料名称": "申请书", "复印件": "是", "复印件份数": 2})
    put(book["情形"], 2, {"事项编号": "IT001", "情形名称": "代办", "材料名称": "委托书", "清单外材料": "是"})
    put(book["情形"], 3, {"事项编号": "IT001", "情形名称": "代办", "材料名称": "申请书"})
    return book


def put(page: Worksheet, row: int, values: dict[str, object]) -> None:
    columns = {cell.value: cell.column for cell in page[1]}
    for heading, value in values.items():
        page.cell(row, columns[heading], value)


def test_an_empty_cell_of_required_is_unknown_and_the_heading_tells_what_others_mean(
    catalogue_book: Workbook, tmp_path: Path
) -> None:
    (item,) = read_catalogue(saved(catalogue_book, tmp_path)).items
    assert [m.said_required for m in item.materials] == [None, None]
    hints = {
        cell.value: cell.comment.text.splitlines()[1]
        for page in ("事项", "材料", "情形")
        for cell in catalogue_book[page][1]
        if cell.comment
    }
    assert hints["必要"] == "“是”或“否”；不清楚就留空。"
    assert hints["材料清单完整"] == "“是”或“否”；留空即为“是”。"
    assert hints["清单外材料"] == "“是”或“否”；留空即为“否”。"


def test_rows_of_one_situation_belong_together(catalogue_book: Workbook, tmp_path: Path) -> None:
    (item,) = read_catalogue(saved(catalogue_book, tmp_path)).items
    assert [(m.name, m.listed, m.copy, m.copy_copies) for m in item.materials] == [
        ("申请书", True, True, 2),
        ("委托书", False, None, None),
    ]
    assert [(s.name, s.materials) for s in item.situations] == [("代办", (2, 1))]


def test_problems_of_a_catalogue_name_their_cells(catalogue_book: Workbook, tmp_path: Path) -> None:
    put(catalogue_book["事项"], 2, {"承诺时限（工作日）": "三天"})
    put(catalogue_book["材料"], 3, {"事项编号": "IT002", "材料名称": "申请书"})
    put(catalogue_book["材料"], 4, {"事项编号": "IT001", "材料名称": "身份证", "必要": "大概"})
    put(catalogue_book["情形"], 4, {"事项编号": "IT001", "情形名称": "代办", "材料名称": 3})
    with pytest.raises(BadInput) as caught:
        read_catalogue(saved(catalogue_book, tmp_path))
    assert problems_of(caught.value) == [
        ("材料!A3", "import.rule.no_listed_item"),
        ("事项!J2", "import.rule.number"),
        ("情形!C4", "import.rule.text"),
        ("材料!I4", "import.rule.yes_no"),
    ]


def test_rows_without_a_readable_item_are_told_whatever_else_is_wrong(
    catalogue_book: Workbook, tmp_path: Path
) -> None:
    put(catalogue_book["事项"], 3, {"事项名称": "登记", "部门": "税务", "事项类型": "公共服务"})
    put(catalogue_book["材料"], 3, {"材料名称": "申请书"})
    put(catalogue_book["材料"], 4, {"事项编号": "=A2", "材料名称": "申请书"})
    with pytest.raises(BadInput) as caught:
        read_catalogue(saved(catalogue_book, tmp_path))
    assert problems_of(caught.value) == [
        ("材料!A3", "import.rule.missing"),
        ("材料!A4", "import.rule.formula"),
        ("事项!A3", "import.rule.missing"),
    ]


@pytest.mark.parametrize(
    ("name", "mark", "code", "likely"),
    [
        ("申清书", None, "import.rule.mistyped_material", ("申请书", "材料!B2")),
        ("申请书（原件）", "否", "import.rule.mistyped_material", ("申请书", "材料!B2")),
        ("户口簿", None, "import.rule.unlisted_material", None),
        ("申清书", "也许", "import.rule.yes_no", None),
    ],
)
def test_a_material_that_the_list_has_not_is_marked_or_refused(
    catalogue_book: Workbook,
    tmp_path: Path,
    name: str,
    mark: str | None,
    code: str,
    likely: tuple[str, str] | None,
) -> None:
    put(catalogue_book["情形"], 3, {"材料名称": name, "清单外材料": mark})
    with pytest.raises(BadInput) as caught:
        read_catalogue(saved(catalogue_book, tmp_path))
    (problem,) = caught.value.problems
    assert (problem.where, problem.what.code) == ("情形!D3" if mark == "也许" else "情形!C3", code)
    told = (problem.what.params.get("likely"), problem.what.params.get("there"))
    assert told == (likely or (None, None))


def test_a_marked_material_that_the_list_has_is_the_lists(catalogue_book: Workbook, tmp_path: Path) -> None:
    put(catalogue_book["情形"], 3, {"清单外材料": "是"})
    (item,) = read_catalogue(saved(catalogue_book, tmp_path)).items
    assert [m.name for m in item.materials] == ["申请书", "委托书"]


def test_a_catalogue_without_items(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.xlsx"
    write_catalogue_template(path, Texts("en"))
    with pytest.raises(BadInput) as caught:
        read_catalogue(path)
    assert problems_of(caught.value) == [("Items!A2", "import.rule.few")]


def test_a_template_offers_what_may_be_chosen(tmp_path: Path) -> None:
    path = tmp_path / "hall.xlsx"
    write_hall_template(path, Texts("zh"))
    page = load_workbook(path)["人员"]
    (choices,) = page.data_validations.dataValidation
    assert choices.formula1 == '"管理员,值班长,导办台,窗口人员"'
    assert str(choices.sqref).startswith("C2:")
    assert page.column_dimensions["A"].number_format == "@"
    assert page["A1"].comment.text.startswith("必填。")


def test_a_template_that_cannot_be_written(tmp_path: Path) -> None:
    path, reason = tmp_path / "gone" / "hall.xlsx", Message("file.reason.missing")
    with refused("device.file_failed", DeviceFailed, path=str(path), reason=reason):
        write_hall_template(path, Texts("zh"))


@pytest.mark.parametrize("write", [write_hall_template, write_catalogue_template])
def test_a_template_never_covers_a_file(write: Callable[[Path, Texts], None], tmp_path: Path) -> None:
    filled_in = tmp_path / "hall.xlsx"
    filled_in.write_bytes(b"an hour of work")
    with refused("device.file_exists", DeviceFailed, path=str(filled_in)):
        write(filled_in, Texts("zh"))
    assert filled_in.read_bytes() == b"an hour of work"
