"""The five ones by command line, on both databases: what happened is counted, listed and exported."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from tests.cli.running import Yici

GUIDE, CLERK, COUNTER, HOUSE = "0003", "0102", ("--counter", "2"), "IT008"
FIGURES = {"one_place", "one_trip", "one_day", "told_once", "online", "sent_online"}


def counted(document: dict[str, Any], figure: str) -> tuple[int, int, float | None]:
    ratio = document[figure]
    return ratio["numerator"], ratio["denominator"], ratio["share"]


def trip(yici: Yici, *finish: str, case: str | None = None) -> str:
    """One visit for a house; returns its ticket."""
    number = str(yici.done("ticket", "issue", "--item", HOUSE, staff=GUIDE)["ticket"]["number"])
    yici.done("call", "next", *COUNTER, staff=CLERK)
    yici.done("call", "start", *COUNTER, staff=CLERK)
    if case:
        yici.done("call", "link-case", case, *COUNTER, staff=CLERK)
    yici.done("call", "finish", *COUNTER, "--outcome", *finish, staff=CLERK)
    return number


@pytest.fixture
def busy(yici: Yici) -> Yici:
    """A case decided after two trips, and a consultation, which counts nowhere."""
    yici.done("counter", "open", *COUNTER, staff=CLERK)
    trip(yici, "accepted", "--days", "5")
    case = yici.done("case", "list")["cases"][0]["number"]
    yici.done("case", "decide", case, "--result", "granted", staff=CLERK)
    trip(yici, "collected", case=case)
    trip(yici, "consulted")
    return yici


def test_what_happened_is_counted_and_listed(busy: Yici) -> None:
    found = busy.done("five-ones", "--list", "one_trip")["five_ones"]
    assert set(found) == {"from", "to", "by", "hall", "groups", "list", "files"}
    assert set(found["hall"]) == FIGURES
    assert counted(found["hall"], "one_place") == (2, 2, 1.0)
    assert counted(found["hall"], "one_trip") == (0, 1, 0.0)
    assert counted(found["hall"], "one_day") == (1, 1, 1.0)
    assert counted(found["hall"], "told_once") == (0, 0, None)
    (case,) = found["list"]
    assert (case["number"][:6], case["item"], case["counter"], case["counts"]) == ("IT008-", HOUSE, 2, False)
    assert (found["by"], found["groups"], found["files"], found["from"][-3:]) == ("hall", [], [], "-01")
    assert busy.done("five-ones")["five_ones"]["list"] is None


@pytest.mark.parametrize("by", ["department", "item", "counter", "day", "month", "quarter"])
def test_parted(busy: Yici, by: str) -> None:
    found = busy.done("five-ones", "--by", by)["five_ones"]
    (group,) = found["groups"]
    assert counted(group, "one_place") == (2, 2, 1.0)
    assert set(group) == {"key", "name"} | FIGURES
    expected = {"item": HOUSE, "counter": "2", "day": found["to"], "month": found["to"][:7]}
    assert group["key"] == expected.get(by, group["key"])


def test_another_span(busy: Yici) -> None:
    past = busy.done("five-ones", "--from", "2020-01-01", "--to", "2020-12-31", "--by", "month")["five_ones"]
    assert past["groups"] == []
    assert all(counted(past["hall"], figure) == (0, 0, None) for figure in FIGURES)
    wrong = busy("five-ones", "--from", "2020-01-02", "--to", "2020-01-01")
    assert (wrong.status, wrong.error["code"]) == (2, "five_ones.rule.span")


def test_sent_online(yici: Yici) -> None:
    items = [item["code"] for item in yici.done("catalogue", "list")["items"]]
    tried = [yici("ticket", "send-online", "--item", code, staff=GUIDE) for code in items]
    done = [result.document["sent_online"] for result in tried if result.status == 0]
    assert done
    assert {result.error["code"] for result in tried if result.status} == {"ticket.rule.not_online"}
    hall = yici.done("five-ones")["five_ones"]["hall"]
    assert counted(hall, "sent_online") == counted(hall, "online") == (len(done), len(done), 1.0)


def test_sent_online_by_mistake(yici: Yici) -> None:
    items = [item["code"] for item in yici.done("catalogue", "list")["items"]]
    tried = (yici("ticket", "send-online", "--item", code, staff=GUIDE) for code in items)
    sent = next(result.document["sent_online"] for result in tried if result.status == 0)
    undone = yici.done("ticket", "undo-send-online", sent["id"], staff=GUIDE)["not_sent_online"]
    assert undone == sent
    assert counted(yici.done("five-ones")["five_ones"]["hall"], "sent_online") == (0, 0, None)
    again = yici("ticket", "undo-send-online", sent["id"], staff=GUIDE)
    assert again.error["code"] == "ticket.rule.not_sent"


def test_files(busy: Yici, tmp_path: Path) -> None:
    book, paper = tmp_path / "五个一.xlsx", tmp_path / "五个一.pdf"
    files = ("--xlsx", str(book), "--pdf", str(paper))
    found = busy.done("five-ones", "--by", "department", "--list", "one_place", *files)["five_ones"]
    assert found["files"] == [str(book), str(paper)]
    assert len(load_workbook(book).worksheets) == 3
    assert "2 / 2" in "".join(page.extract_text() for page in PdfReader(paper).pages)
    again = busy("five-ones", *files)
    assert (again.status, again.error["code"]) == (5, "device.file_exists")


def test_people_get_words(busy: Yici) -> None:
    said = busy.plain("--database", busy.url, "--lang", "zh", "five-ones", "--by", "day", "--list", "one_day")
    assert said.status == 0
    assert all(words in said.out for words in ("只跑一处", "100.0%", "2/2", "计入", "受理当日或次一工作日"))
