"""Bad input: a clear message, every problem with its place, nothing half-done."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from resources import resource
from tests.cli.running import Yici

ADMINISTRATOR, GUIDE = "0001", "0003"


def _catalogue() -> list[dict[str, Any]]:
    content: list[dict[str, Any]] = json.loads(resource("catalogue", "catalogue.json").read_text("utf-8"))
    return content


def _file(folder: Path, content: object) -> Path:
    path = folder / "given.json"
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


def _not_json(folder: Path) -> Path:
    path = folder / "given.json"
    path.write_text('[{"id": ', encoding="utf-8")
    return path


def _not_utf8(folder: Path) -> Path:
    path = folder / "given.json"
    path.write_bytes("[事项]".encode("gb18030"))
    return path


def _a_folder(folder: Path) -> Path:
    path = folder / "given.json"
    path.mkdir()
    return path


def _wrong_columns(folder: Path) -> Path:
    book = Workbook()
    assert book.active is not None
    book.active.append(["anything", "else"])
    path = folder / "given.xlsx"
    book.save(path)
    return path


def _another_kind(folder: Path) -> Path:
    path = folder / "given.pdf"
    path.write_bytes(b"%PDF-1.7")
    return path


@pytest.mark.parametrize(
    "make", [_not_json, _not_utf8, _a_folder, _wrong_columns, _another_kind], ids=lambda make: make.__name__
)
def test_an_unreadable_file(yici_on_file: Yici, tmp_path: Path, make: Callable[[Path], Path]) -> None:
    before = yici_on_file.done("catalogue", "list")
    file = make(tmp_path)
    refused = yici_on_file("catalogue", "import", str(file), staff=ADMINISTRATOR)
    assert refused.status == 5
    assert all(p["where"] and p["what"] for p in refused.error["problems"])
    assert refused.error["problems"]
    assert yici_on_file.done("catalogue", "list") == before


def test_duplicate_codes_and_wrong_values_are_all_listed_and_nothing_comes_in(
    yici_on_file: Yici, tmp_path: Path
) -> None:
    before = yici_on_file.done("catalogue", "list")
    items = _catalogue()[:3]
    items[0]["name"] = "改了名字"
    items[1]["id"] = items[0]["id"]
    doubled = yici_on_file("catalogue", "import", str(_file(tmp_path, items)), staff=ADMINISTRATOR)
    assert (doubled.status, [p["where"] for p in doubled.error["problems"]]) == (5, ["[1].id"])

    items[0]["promised_days"] = "tomorrow"
    items[2]["colour"] = "red"
    wrong = yici_on_file("catalogue", "import", str(_file(tmp_path, items)), staff=ADMINISTRATOR)
    assert [p["where"] for p in wrong.error["problems"]] == ["[0].promised_days", "[2].colour", "[1].id"]
    assert yici_on_file.done("catalogue", "list") == before


def test_a_dry_run_says_what_would_come_in_and_brings_nothing(yici_on_file: Yici, tmp_path: Path) -> None:
    items = _catalogue()[:2]
    items[0]["name"] = "改了名字"
    file = str(_file(tmp_path, items))
    planned = yici_on_file.done("catalogue", "import", file, "--dry-run")
    assert (planned["items"], planned["problems"]) == (2, [])
    assert yici_on_file.done("catalogue", "show", "IT001")["item"]["name"] != "改了名字"
    assert yici_on_file.done("catalogue", "import", file, staff=ADMINISTRATOR) == planned
    assert yici_on_file.done("catalogue", "show", "IT001")["item"]["name"] == "改了名字"


def test_a_name_that_no_font_has(yici: Yici) -> None:
    failed = yici("case", "open", "--item", "IT026", "--name", "\u0378某", staff="0102")
    assert (failed.status, failed.error["code"]) == (2, "paper.error.unprintable")
    (problem,) = failed.error["problems"]
    assert problem["where"] == "\u0378*"
    assert "U+0378" in problem["what"]
    assert yici.done("case", "list")["cases"] == []


def test_an_unknown_item(yici: Yici) -> None:
    refused = yici("ticket", "issue", "--item", "IT999", staff=GUIDE)
    assert refused.status == 3
    assert "IT999" in refused.error["message"]
    assert yici.done("ticket", "list") == {"tickets": []}


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("110105194912310021", "person.rule.identity_check_digit"),
        ("1101051949", "person.rule.identity_length"),
        ("11010519491331002X", "person.rule.identity_date"),
    ],
)
def test_a_wrong_identity_number(yici_on_file: Yici, number: str, code: str) -> None:
    refused = yici_on_file("ticket", "issue", "--item", "IT001", "--id-number", number, staff=GUIDE)
    assert (refused.status, refused.error["code"]) == (2, code)
    assert number not in refused.out + refused.err
    assert yici_on_file.done("ticket", "list") == {"tickets": []}


@pytest.mark.parametrize("problem", ["1", "one:missing", "1:lost", ":"])
def test_a_problem_that_is_none(yici_on_file: Yici, problem: str) -> None:
    yici_on_file.done("ticket", "issue", "--item", "IT001", staff=GUIDE)
    refused = yici_on_file(
        "notice", "issue", "--ticket", "B001", "--item", "IT001", "--problem", problem, staff=GUIDE
    )
    assert (refused.status, refused.error["code"]) == (2, "cli.usage.problem")


def test_a_material_that_the_item_does_not_ask_for(yici_on_file: Yici) -> None:
    yici_on_file.done("ticket", "issue", "--item", "IT001", staff=GUIDE)
    refused = yici_on_file(
        "notice", "issue", "--ticket", "B001", "--item", "IT001", "--problem", "99:missing", staff=GUIDE
    )
    assert (refused.status, refused.error["code"]) == (3, "notice.rule.foreign_material")


def test_a_full_disk(yici: Yici, tmp_path: Path) -> None:
    full = yici("ticket", "issue", "--item", "IT001", "--pdf", "/dev/full", staff=GUIDE)
    _the_ticket_is_there_and_can_be_printed(yici, full, tmp_path)


def test_a_folder_that_is_not_there(yici: Yici, tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere" / "ticket.pdf"
    unwritten = yici("ticket", "issue", "--item", "IT001", "--pdf", str(nowhere), staff=GUIDE)
    _the_ticket_is_there_and_can_be_printed(yici, unwritten, tmp_path)
    assert not nowhere.parent.exists()


def _the_ticket_is_there_and_can_be_printed(yici: Yici, failed: Any, folder: Path) -> None:
    assert (failed.status, failed.error["code"]) == (5, "cli.paper.ticket_unwritten")
    assert "B001" in failed.error["message"]
    assert failed.document["ticket"]["number"] == "B001"
    assert [t["number"] for t in yici.done("ticket", "list")["tickets"]] == ["B001"]
    again = folder / "again.pdf"
    yici.done("ticket", "reprint", "B001", "--pdf", str(again), staff=GUIDE)
    assert again.read_bytes().startswith(b"%PDF")
