"""The settings of a hall in its file: JSON and workbook, each problem in its place."""

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from app.domain.errors import BadInput
from app.domain.hall_settings import SETTINGS, Figure, figures
from app.domain.policy import LONGEST_ADVANTAGE, Policy
from app.exchange.hall import read_hall
from app.exchange.templates import write_hall_template
from app.texts import LANGUAGES, Language, Texts
from resources import resource
from tests.refusals import problems_of

SAMPLE = resource("hall", "sample.json")
LAST = len(SETTINGS) + 2
"""The first free row of the template's sheet."""


def settings_in(file: Path) -> dict[str, Figure]:
    return dict(read_hall(file).settings)


def problems_in(file: Path) -> list[tuple[str, str]]:
    with pytest.raises(BadInput) as caught:
        read_hall(file)
    return problems_of(caught.value)


def in_json(folder: Path, settings: object) -> Path:
    """The sample's file with settings."""
    content: dict[str, Any] = json.loads(SAMPLE.read_text("utf-8")) | {"settings": settings}
    path = folder / "hall.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def test_a_file_names_what_it_sets(tmp_path: Path) -> None:
    given = {"setback_minutes": 15, "usual_service_minutes": 7.5, "calls_before_miss": 2}
    assert settings_in(in_json(tmp_path, given)) == {
        "setback_minutes": 15,
        "usual_service_minutes": Decimal("7.5"),
        "calls_before_miss": 2,
    }


@pytest.mark.parametrize("settings", [{}, None])
def test_a_file_may_set_nothing(tmp_path: Path, settings: object) -> None:
    assert settings_in(in_json(tmp_path, settings)) == {}
    assert settings_in(SAMPLE) == {}


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("setback", 15, "import.rule.unknown"),
        ("head_start_ordinary_minutes", 5, "import.rule.unknown"),
        ("head_start_elderly_minutes", LONGEST_ADVANTAGE + 1, "import.rule.most"),
        ("setback_minutes", 0, "import.rule.least"),
        ("setback_minutes", "15", "import.rule.whole_number"),
        ("setback_minutes", "PT15M", "import.rule.whole_number"),
        ("setback_minutes", 2.5, "import.rule.whole_number"),
        ("setback_minutes", None, "import.rule.whole_number"),
        ("calls_before_miss", True, "import.rule.whole_number"),
        ("long_wait_minutes", "long", "import.rule.number"),
    ],
)
def test_a_problem_has_its_place(tmp_path: Path, name: str, value: object, code: str) -> None:
    given = {"undo_minutes": 10, name: value}
    assert problems_in(in_json(tmp_path, given)) == [(f"settings.{name}", code)]


def test_problems_of_settings_are_told_with_the_others(tmp_path: Path) -> None:
    file = in_json(tmp_path, {"calls_before_miss": 0, "undo_minutes": 61})
    content = json.loads(file.read_text("utf-8"))
    content["hall"]["name"] = ""
    file.write_text(json.dumps(content), encoding="utf-8")
    assert problems_in(file) == [
        ("hall.name", "import.rule.blank"),
        ("settings.calls_before_miss", "import.rule.least"),
        ("settings.undo_minutes", "import.rule.most"),
    ]


def template(folder: Path, language: Language = "zh") -> Workbook:
    """A template with the hall filled in, and the settings as they come."""
    path = folder / "template.xlsx"
    write_hall_template(path, Texts(language))
    book = load_workbook(path)
    for page, rows in zip(
        book.worksheets,
        (
            ["QX", "青溪"],
            ["1-5", "09:00", "17:30"],
            ["SW", "税务"],
            ["A", "税务", "SW", "IT058"],
            [1, "一", None, None, "A"],
        ),
        strict=False,
    ):
        page.append(rows)
    return book


def saved(book: Workbook, folder: Path) -> Path:
    path = folder / "hall.xlsx"
    book.save(path)
    return path


def sheet(book: Workbook, language: Language = "zh") -> Worksheet:
    return book[Texts(language)("import.sheet.settings")]


def row_of(page: Worksheet, name: str) -> int:
    """The row that the template gave to a setting, by its Chinese or English name."""
    words = [Texts(language)(f"setting.name.{name}") for language in LANGUAGES]
    return next(row for row in range(2, page.max_row + 1) if page.cell(row, 1).value in words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_template_tells_every_setting_with_its_default_and_sets_none(
    tmp_path: Path, language: Language
) -> None:
    book = template(tmp_path, language)
    rows = list(sheet(book, language).iter_rows(min_row=2, values_only=True))
    words = Texts(language)
    told = [(words(f"setting.name.{name}"), None, usual) for name, usual in figures(Policy()).items()]
    assert [row[:3] for row in rows] == told
    for (*_, meaning), setting in zip(rows, SETTINGS.values(), strict=True):
        bounds = meaning.split("。")[0]
        assert words(f"unit.{setting.unit}") in bounds
        assert {str(setting.least), str(setting.most)} <= set(re.findall(r"\d+", bounds))
    assert settings_in(saved(book, tmp_path)) == {}, "what is not written stays as it is in the hall"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_written_into_a_template_is_set(tmp_path: Path, language: Language) -> None:
    book = template(tmp_path, language)
    page = sheet(book, language)
    given = {"head_start_elderly_minutes": 30, "recall_gap_seconds": 8.0, "release_pause_minutes": 1.5}
    for name, value in given.items():
        page.cell(row_of(page, name), 2, value)
    assert settings_in(saved(book, tmp_path)) == given


def test_a_setting_may_go_by_its_name_in_json(tmp_path: Path) -> None:
    book = template(tmp_path)
    sheet(book).append(["setback_minutes", 20])
    assert settings_in(saved(book, tmp_path)) == {"setback_minutes": 20}


@pytest.mark.parametrize(
    ("name", "value", "cell", "code"),
    [
        ("setback_minutes", 61, "B8", "import.rule.most"),
        ("setback_minutes", "10 分钟", "B8", "import.rule.whole_number"),
        ("setback_minutes", "=5+5", "B8", "import.rule.formula"),
        ("过号后顺延", 20, f"A{LAST}", "import.rule.unknown"),
        (None, 20, f"A{LAST}", "import.rule.missing"),
    ],
)
def test_a_problem_names_its_cell(
    tmp_path: Path, name: str | None, value: object, cell: str, code: str
) -> None:
    book = template(tmp_path)
    page = sheet(book)
    if name in SETTINGS:
        page.cell(row_of(page, name), 2, value)
    else:
        page.append([name, value])
    assert problems_in(saved(book, tmp_path)) == [(f"设置!{cell}", code)]


def test_a_setting_twice_is_refused_at_the_second_name(tmp_path: Path) -> None:
    book = template(tmp_path)
    page = sheet(book)
    page.cell(row_of(page, "setback_minutes"), 2, 15)
    page.append(["Setback after a miss", 20])
    assert problems_in(saved(book, tmp_path)) == [(f"设置!A{LAST}", "import.rule.twice")]


def test_a_workbook_without_the_sheet_sets_nothing(tmp_path: Path) -> None:
    book = template(tmp_path)
    book.remove(sheet(book))
    assert settings_in(saved(book, tmp_path)) == {}
