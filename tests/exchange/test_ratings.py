"""Files of ratings: every problem with its place, in JSON and in CSV."""

from datetime import date
from pathlib import Path

import pytest

from app.domain.errors import BadInput
from app.domain.rating import RatingLevel
from app.domain.rating_file import RatingEntry
from app.exchange.ratings import read_ratings


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def problems(path: Path) -> list[tuple[str, str]]:
    with pytest.raises(BadInput) as wrong:
        read_ratings(path)
    return [(problem.where, problem.what.code) for problem in wrong.value.problems]


def test_what_a_file_says(tmp_path: Path) -> None:
    csv = written(tmp_path, "r.csv", "number,level,day,item,comment\nA001,不满意,2026-03-18,,慢\n")
    json = written(tmp_path, "r.json", '[{"day": "2026-03-18", "number": "A001", "level": "dissatisfied"}]')
    day, bad = date(2026, 3, 18), RatingLevel.DISSATISFIED
    assert read_ratings(csv) == (RatingEntry("2", day, "A001", bad, None, "慢"),)
    assert read_ratings(json) == (RatingEntry("[0]", day, "A001", bad),)


@pytest.mark.parametrize(
    ("text", "where", "code"),
    [
        ("day,number,level\n18.3.,A001,满意", "2:day", "import.rule.day"),
        ("day,number,level\n2026-03-18,A001,好", "2:level", "import.rule.one_of"),
        ("day,number,level\n2026-03-18,A001,", "2:level", "import.rule.missing"),
        ("day,number,level\n2026-03-18,A001,满意\n,A002,满意", "3:day", "import.rule.missing"),
        ("day,number,level,star\n2026-03-18,A001,满意,5", "2:star", "import.rule.unknown"),
        ("day,number,level\n2026-03-18,A001,满意,5", "2:?", "import.rule.unknown"),
    ],
)
def test_a_problem_of_csv_has_its_line_and_name(tmp_path: Path, text: str, where: str, code: str) -> None:
    assert problems(written(tmp_path, "r.csv", text)) == [(where, code)]


def test_the_code_on_a_ticket_says_day_and_number(tmp_path: Path) -> None:
    file = written(tmp_path, "r.csv", "code,level\nyici:ticket/2026-03-18/A001,满意\n")
    assert read_ratings(file) == (RatingEntry("2", date(2026, 3, 18), "A001", RatingLevel.SATISFIED),)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ('"code": "yici:document/1"', ["code", "day", "number"]),
        ('"code": "yici:ticket/18.3./A001"', ["code", "day", "number"]),
        ('"code": "yici:ticket/2026-03-18/A001", "day": "2026-03-18", "number": "A001"', ["code"]),
    ],
)
def test_a_code_that_is_no_tickets_or_too_much(tmp_path: Path, entry: str, expected: list[str]) -> None:
    found = problems(written(tmp_path, "r.json", f'[{{"level": "satisfied", {entry}}}]'))
    assert sorted(where.removeprefix("[0].") for where, _ in found) == expected


def test_a_problem_of_json_has_its_path(tmp_path: Path) -> None:
    text = '[{"day": "2026-03-18", "number": "", "level": 5, "stars": 1}]'
    assert problems(written(tmp_path, "r.json", text)) == [
        ("[0].number", "import.rule.blank"),
        ("[0].level", "import.rule.one_of"),
        ("[0].stars", "import.rule.unknown"),
    ]


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("r.xlsx", "x", "import.file.kind_ratings"),
        ("r.csv", " ", "import.file.empty"),
        ("r.csv", "\ufeff", "import.rule.few"),
        ("r.csv", 'day,number\n"2026', "import.file.not_csv"),
        ("r.csv", "day,number,level\n", "import.rule.few"),
        ("r.json", "[", "import.file.not_json"),
        ("r.json", "[]", "import.rule.few"),
    ],
)
def test_a_file_that_is_none(tmp_path: Path, name: str, text: str, code: str) -> None:
    ((_, found),) = problems(written(tmp_path, name, text))
    assert found == code
