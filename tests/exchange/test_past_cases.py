"""Files of past exception cases."""

import json
from pathlib import Path

import pytest

from app.domain.errors import BadInput
from app.domain.exception_category import ExceptionCategory
from app.exchange.past_cases import read_past_cases
from resources import resource

WHOLE = {"id": "1", "summary": "刷卡失败", "category": "payment"}


def _file(folder: Path, *cases: object) -> Path:
    path = folder / "cases.json"
    path.write_text(json.dumps(cases, ensure_ascii=False), encoding="utf-8")
    return path


def _places(path: Path) -> list[tuple[str, str]]:
    with pytest.raises(BadInput) as refused:
        read_past_cases(path)
    return [(problem.where, problem.what.code) for problem in refused.value.problems]


def test_the_known_cases_come_with_their_remedies() -> None:
    cases = read_past_cases(resource("exceptions", "known.json"))
    assert len(cases) == 35
    assert all(case.resolution for case in cases)
    first = cases[0]
    assert (first.category, first.source) == (ExceptionCategory.SEVERAL_DEPARTMENTS, "人力社保 · 浙江海宁")


def test_only_what_it_was_is_required(tmp_path: Path) -> None:
    (case,) = read_past_cases(_file(tmp_path, WHOLE))
    assert (case.category, case.resolution, case.source) == (ExceptionCategory.PAYMENT, "", None)


def test_every_problem_is_listed_with_its_place(tmp_path: Path) -> None:
    bad = _file(
        tmp_path,
        WHOLE | {"summary": " "},
        WHOLE | {"category": "天气"},
        {"id": "3", "summary": "x", "category": "其他别的", "days_taken": "3", "who": "我"},
    )
    assert _places(bad) == [
        ("[0].summary", "import.rule.blank"),
        ("[1].category", "import.rule.one_of"),
        ("[2].category", "import.rule.one_of"),
        ("[2].days_taken", "import.rule.whole_number"),
        ("[2].who", "import.rule.unknown"),
    ]


def test_a_name_stands_once(tmp_path: Path) -> None:
    assert _places(_file(tmp_path, WHOLE, WHOLE)) == [("[1].id", "import.rule.twice")]


def test_an_empty_list_is_refused(tmp_path: Path) -> None:
    assert _places(_file(tmp_path)) == [("$", "import.rule.few")]
