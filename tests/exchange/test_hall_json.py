"""Halls in JSON: what is read, and every problem in its place."""

import json
from collections.abc import Callable
from copy import deepcopy
from datetime import time, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import BadInput
from app.domain.hall import ApprovalSection, OpenPeriod
from app.domain.hall_file import CounterLine, HallFile
from app.domain.staff import Role
from app.exchange.hall import read_hall
from app.exchange.problems import Location, json_path
from tests.refusals import problems_of

HALL: dict[str, Any] = {
    "hall": {"code": "QX", "name": "青溪区政务服务中心"},
    "opening_hours": [{"weekdays": [1, 2, 3, 4, 5], "opens": "09:00", "closes": "17:30"}],
    "departments": [
        {
            "code": "BDC",
            "name": "不动产",
            "full_name": "青溪区自然资源局",
            "document_name": "青溪不动产",
            "approval_section": "hung",
        },
        {"code": "SW", "name": "税务"},
    ],
    "lines": [
        {"prefix": "A", "name": "不动产", "department": "BDC", "items": ["IT008", "IT057"]},
        {"prefix": "E", "name": "税务", "department": "税务", "items": ["IT058"], "daily_quota": 80},
    ],
    "counters": [
        {"number": 1, "name": "综合", "lines": [{"prefix": "A", "preference_minutes": 5}, {"prefix": "E"}]},
        {
            "number": 2,
            "name": "税务",
            "direction": "东区左侧",
            "department": "SW",
            "lines": [{"prefix": "E"}],
        },
    ],
    "staff": [
        {"number": "0001", "name": "刘明远", "role": "administrator", "password": "secret"},
        {"number": "0101", "name": "陈立安", "role": "clerk", "department": "税务"},
    ],
}


def read(folder: Path, change: Callable[[dict[str, Any]], object] = lambda hall: None) -> HallFile:
    content = deepcopy(HALL)
    change(content)
    path = folder / "hall.json"
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return read_hall(path)


def test_a_hall_is_read(tmp_path: Path) -> None:
    hall = read(tmp_path)
    assert (hall.hall.code, hall.hall.timezone) == ("QX", "Asia/Shanghai")
    assert hall.opening_hours == (OpenPeriod((0, 1, 2, 3, 4), time(9), time(17, 30)),)
    assert [d.full_name for d in hall.departments] == ["青溪区自然资源局", "税务"]
    assert [d.document_name for d in hall.departments] == ["青溪不动产", "税务"]
    assert [d.approval_section for d in hall.departments] == [ApprovalSection.HUNG, ApprovalSection.NONE]
    assert [(line.prefix, line.department, line.items) for line in hall.lines] == [
        ("A", "BDC", ("IT008", "IT057")),
        ("E", "SW", ("IT058",)),
    ]
    assert hall.counters[0].lines == (CounterLine("A", timedelta(minutes=5)), CounterLine("E"))
    assert (hall.counters[1].direction, hall.counters[1].department) == ("东区左侧", "SW")
    assert [(s.number, s.role, s.department, s.password) for s in hall.staff] == [
        ("0001", Role.ADMINISTRATOR, None, "secret"),
        ("0101", Role.CLERK, "SW", None),
    ]


def test_a_day_may_last_until_midnight(tmp_path: Path) -> None:
    hall = read(tmp_path, lambda h: h["opening_hours"][0].update(opens="00:00", closes="24:00"))
    assert hall.opening_hours[0].closes == time()


def test_staff_may_come_later(tmp_path: Path) -> None:
    assert read(tmp_path, lambda h: h.pop("staff")).staff == ()


def test_a_password_is_nowhere_shown(tmp_path: Path) -> None:
    assert "secret" not in repr(read(tmp_path))


def put(hall: dict[str, Any], location: Location, value: object) -> None:
    """Write a value at a location of the file."""
    at: Any = hall
    for part in location[:-1]:
        at = at[part]
    at[location[-1]] = value


@pytest.mark.parametrize(
    ("location", "value", "code"),
    [
        (("hall",), None, "import.rule.object"),
        (("rooms",), [], "import.rule.unknown"),
        (("hall", "timezone"), "Asia/Qingxi", "import.rule.timezone"),
        (("hall", "timezone"), "../x", "import.rule.timezone"),
        (("opening_hours",), [], "import.rule.few"),
        (("opening_hours", 0, "opens"), "9", "import.rule.time"),
        (("opening_hours", 0, "opens"), 9, "import.rule.time"),
        (("opening_hours", 0, "closes"), "25:00", "import.rule.time"),
        (("opening_hours", 0, "weekdays", 0), 0, "import.rule.least"),
        (("departments", 1, "code"), "BDC", "import.rule.twice"),
        (("departments", 1, "name"), "不动产", "import.rule.twice"),
        (("departments", 1, "approval_section"), "maybe", "import.rule.one_of"),
        (("lines", 0, "prefix"), "a", "import.rule.prefix"),
        (("lines", 0, "prefix"), "ABC", "import.rule.prefix"),
        (("lines", 1, "prefix"), "A", "import.rule.twice"),
        (("lines", 0, "department"), "GA", "import.rule.no_department"),
        (("lines", 1, "items", 0), "IT008", "import.rule.twice"),
        (("lines", 0, "daily_quota"), 0, "import.rule.least"),
        (("counters", 1, "number"), 1, "import.rule.twice"),
        (("counters", 1, "number"), "2", "import.rule.whole_number"),
        (("counters", 1, "department"), "GA", "import.rule.no_department"),
        (("counters", 1, "lines"), [], "import.rule.few"),
        (("counters", 1, "lines", 0, "prefix"), "Z", "import.rule.no_line"),
        (("counters", 0, "lines", 1, "prefix"), "A", "import.rule.twice"),
        (("counters", 0, "lines", 0, "preference_minutes"), 61, "import.rule.most"),
        (("staff", 1, "number"), "0001", "import.rule.twice"),
        (("staff", 1, "number"), 101, "import.rule.text"),
        (("staff", 1, "role"), "cleaner", "import.rule.one_of"),
        (("staff", 1, "department"), "消防", "import.rule.no_department"),
    ],
)
def test_a_problem_has_its_place(tmp_path: Path, location: Location, value: object, code: str) -> None:
    with pytest.raises(BadInput) as caught:
        read(tmp_path, lambda hall: put(hall, location, value))
    # Counters that serve a line whose prefix is gone miss it: that is told too.
    found = [problem for problem in problems_of(caught.value) if problem[1] in (code, "import.rule.twice")]
    assert found == [(json_path(location), code)]


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        read(tmp_path, lambda hall: hall["lines"][0].pop("items"))
    assert problems_of(caught.value) == [("lines[0].items", "import.rule.missing")]


def test_what_does_not_fit_together_is_told_with_what_is_wrong_as_such(tmp_path: Path) -> None:
    def spoil(hall: dict[str, Any]) -> None:
        put(hall, ("opening_hours", 0, "opens"), "9")
        put(hall, ("staff", 1, "role"), "cleaner")
        put(hall, ("departments", 1, "code"), "BDC")
        put(hall, ("counters", 1, "number"), 1)
        put(hall, ("counters", 1, "name"), None)
        put(hall, ("counters", 1, "department"), "GA")
        put(hall, ("counters", 1, "lines", 0), {"prefix": "Q", "preference_minutes": 61})

    with pytest.raises(BadInput) as caught:
        read(tmp_path, spoil)
    assert problems_of(caught.value) == [
        ("opening_hours[0].opens", "import.rule.time"),
        ("counters[1].name", "import.rule.text"),
        ("counters[1].lines[0].preference_minutes", "import.rule.most"),
        ("staff[1].role", "import.rule.one_of"),
        ("departments[1].code", "import.rule.twice"),
        ("counters[1].number", "import.rule.twice"),
        ("counters[1].department", "import.rule.no_department"),
        ("counters[1].lines[0].prefix", "import.rule.no_line"),
    ]


@pytest.mark.parametrize("section", [None, [], {}, "税务"])
def test_a_section_that_is_not_there_is_told_once(tmp_path: Path, section: object) -> None:
    with pytest.raises(BadInput) as caught:
        read(tmp_path, lambda hall: put(hall, ("departments",), section))
    assert [where for where, _ in problems_of(caught.value)] == ["departments"]


def test_a_value_that_is_wrong_as_such_is_told_once(tmp_path: Path) -> None:
    def spoil(hall: dict[str, Any]) -> None:
        for section, number in (("lines", 0), ("lines", 1)):
            put(hall, (section, number, "prefix"), "a")
        for number, line in ((0, 0), (0, 1), (1, 0)):
            put(hall, ("counters", number, "lines", line, "prefix"), "a")

    with pytest.raises(BadInput) as caught:
        read(tmp_path, spoil)
    assert {code for _, code in problems_of(caught.value)} == {"import.rule.prefix"}


def test_hours_end_after_they_begin(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        read(tmp_path, lambda hall: put(hall, ("opening_hours", 0, "closes"), "09:00"))
    assert problems_of(caught.value) == [("opening_hours[0]", "import.rule.hours")]


def test_a_short_password_is_refused_without_being_told(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        read(tmp_path, lambda hall: put(hall, ("staff", 1, "password"), "12345"))
    assert problems_of(caught.value) == [("staff[1].password", "import.rule.password_short")]
    assert "12345" not in str(caught.value.problems)


def test_items_that_the_catalogue_lacks_are_named_with_their_line(tmp_path: Path) -> None:
    missing = read(tmp_path).unknown_items({"IT008", "IT058"})
    assert [(p.where, p.what.code, p.what.params) for p in missing] == [
        ("lines[0].items", "import.rule.no_item", {"value": "IT057"})
    ]
