"""The ledger of exceptions by command line, on both databases: listed with every step, counted and exported."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from tests.cli.running import Yici

SUPERVISOR, HANDLER, GUIDE = "0002", "0101", "0003"


def opened(yici: Yici, summary: str, category: str = "payment") -> str:
    done = yici.done("exception", "open", "--summary", summary, "--category", category, staff=GUIDE)
    return str(done["exception"]["number"])


def answered(yici: Yici, number: str) -> None:
    yici.done("exception", "triage", number, staff=SUPERVISOR)
    yici.done("exception", "assign", number, "--handler", HANDLER, staff=SUPERVISOR)
    yici.done("exception", "take", number, staff=HANDLER)
    yici.done("exception", "answer", number, "--text", "换了备用刷卡机", staff=HANDLER)


@pytest.fixture
def busy(yici: Yici, tmp_path: Path) -> Yici:
    """One that was answered, filed and opened again, one that waits, and a past one that a file brought in."""
    first = opened(yici, "刷卡失败")
    answered(yici, first)
    yici.done("exception", "close", first, staff=SUPERVISOR)
    yici.done("exception", "reopen", first, "--reason", "又刷不了", staff=SUPERVISOR)
    opened(yici, "人脸识别不过", "biometrics")
    past = [{"id": "P1", "summary": "缴费记录查不到", "category": "payment", "resolution": "补录"}]
    file = tmp_path / "past.json"
    file.write_text(json.dumps(past, ensure_ascii=False), encoding="utf-8")
    yici.done("exception", "import", str(file), staff=SUPERVISOR)
    return yici


def counted(figures: dict[str, Any], figure: str) -> tuple[int, int]:
    return figures[figure]["numerator"], figures[figure]["denominator"]


def test_the_ledger_has_every_case_with_every_step(busy: Yici) -> None:
    found = busy.done("exception", "ledger")["ledger"]
    assert (set(found), found["from"][-3:]) == ({"from", "to", "cases", "files"}, "-01")
    past, first, _ = found["cases"]
    assert [step["action"] for step in first["steps"]] == [
        "open", "triage", "assign", "take", "answer", "close", "reopen"
    ]  # fmt: skip
    assert [step["by"] for step in first["steps"]][3:5] == [HANDLER, HANDLER]
    assert (first["state"], first["days"], first["reopened"], first["overdue"]) == ("triaged", 0, 1, False)
    assert (past["number"], past["source"], past["days"], past["state"]) == ("P1", "", None, "closed")
    assert first["source"] is None


def test_filters(busy: Yici) -> None:
    def summaries(*options: str) -> list[str]:
        return [case["summary"] for case in busy.done("exception", "ledger", *options)["ledger"]["cases"]]

    assert summaries("--category", "biometrics") == ["人脸识别不过"]
    assert summaries("--state", "closed") == ["缴费记录查不到"]
    assert summaries("--department", "") == ["缴费记录查不到", "刷卡失败", "人脸识别不过"]
    assert summaries("--overdue") == []
    assert summaries("--from", "2020-01-01", "--to", "2020-12-31") == []


def test_past_cases_are_not_counted(busy: Yici) -> None:
    found = busy.done("exception", "stats", "--by", "category", "--list", "reopened")["exception_stats"]
    hall = found["hall"]
    assert counted(hall, "registered") == (2, 2)
    assert counted(hall, "answered") == (1, 2)
    assert (hall["median_days"], hall["p90_days"]) == (0, 0)
    assert counted(hall, "open") == (2, 2)
    assert counted(hall, "reopened") == (1, 2)
    assert [(group["key"], group["registered"]["numerator"]) for group in found["groups"]] == [
        ("biometrics", 1), ("payment", 1)
    ]  # fmt: skip
    assert [case["summary"] for case in found["list"]] == ["刷卡失败"]
    assert found["worst"] == []


@pytest.mark.parametrize("by", ["hall", "category", "department", "item", "month"])
def test_parted(busy: Yici, by: str) -> None:
    found = busy.done("exception", "stats", "--by", by)["exception_stats"]
    assert bool(found["groups"]) is (by != "hall")
    counted = sum(group["registered"]["numerator"] for group in found["groups"])
    assert counted == {"hall": 0, "department": 3}.get(by, 2), "a reopened one is of who answered it too"


def test_files(busy: Yici, tmp_path: Path) -> None:
    book, paper = tmp_path / "台账.xlsx", tmp_path / "台账.pdf"
    files = ("--xlsx", str(book), "--pdf", str(paper))
    found = busy.done("exception", "ledger", "--by", "category", *files)["ledger"]
    assert found["files"] == [str(book), str(paper)]
    assert [page.title for page in load_workbook(book).worksheets] == [
        "统计", "按类别", "例外事项台账", "办理过程"
    ]  # fmt: skip
    said = "".join(page.extract_text() for page in PdfReader(paper).pages).replace("\n", "")
    assert "换了备用刷卡机" in said
    assert "缴费记录查不到" in said
    again = busy("exception", "stats", *files)
    assert (again.status, again.error["code"]) == (5, "device.file_exists")


def test_people_get_words(busy: Yici) -> None:
    said = busy.plain("--database", busy.url, "--lang", "zh", "exception", "stats", "--by", "department")
    assert said.status == 0
    assert all(words in said.out for words in ("答复用时", "0 天", "政务办（未交办）", "口径"))
    listed = busy.plain("--database", busy.url, "--lang", "en", "exception", "ledger")
    assert listed.status == 0
    assert "Past case" in listed.out
