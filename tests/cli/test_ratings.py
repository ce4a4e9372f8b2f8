"""Ratings by command line, on both databases: given, counted, followed up, brought in from files."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from tests.cli.running import Yici, staff_names

SUPERVISOR, GUIDE, CLERK, MATE, COUNTER, HOUSE = "0002", "0003", "0102", "0105", ("--counter", "2"), "IT008"


def served(yici: Yici) -> str:
    """One visit for a house, served by the clerk; its number."""
    number = str(
        yici.done("ticket", "issue", "--item", HOUSE, "--phone", "13800000001", staff=GUIDE)["ticket"][
            "number"
        ]
    )
    yici.done("call", "next", *COUNTER, staff=CLERK)
    yici.done("call", "start", *COUNTER, staff=CLERK)
    yici.done("call", "finish", *COUNTER, "--outcome", "completed", staff=CLERK)
    return number


@pytest.fixture
def number(yici: Yici) -> str:
    """A served ticket."""
    yici.done("counter", "open", *COUNTER, staff=CLERK)
    return served(yici)


def test_a_bad_rating_from_the_desk_to_the_file(
    yici: Yici, number: str, pass_days: Callable[[int], None]
) -> None:
    given = yici.done("rating", "give", number, "--level", "dissatisfied", "--comment", "等太久", staff=GUIDE)
    rating = given["rating"]
    assert (rating["ticket"], rating["level"], rating["source"]) == (number, "dissatisfied", "screen")
    follow_up = rating["follow_up"]
    (open_,) = yici.done("rating", "follow-up", "list", staff=SUPERVISOR)["follow_ups"]
    assert (open_["number"], open_["owner"], open_["next_step"]) == (follow_up, None, "contact")
    step = ("rating", "follow-up")
    yici.done(*step, "assign", follow_up, "--handler", MATE, staff=SUPERVISOR)
    yici.done(*step, "extend", follow_up, "--reason", "三个部门", staff=SUPERVISOR)
    yici.done(*step, "contact", follow_up, "--text", "已致电", staff=MATE)
    yici.done(*step, "note", follow_up, "--text", "又来电", staff=MATE)
    yici.done(*step, "put-right", follow_up, "--text", "重新讲解", staff=MATE)
    yici.done(*step, "ask", follow_up, "--not-satisfied", staff=SUPERVISOR)
    yici.done(*step, "rework", follow_up, staff=SUPERVISOR)
    yici.done(*step, "put-right", follow_up, "--text", "再讲一遍", staff=MATE)
    early = yici(*step, "appeal", follow_up, "--reason", "不是我", staff=CLERK)
    assert (early.status, early.error["code"]) == (3, "follow_up.rule.only_rated")
    pass_days(1)
    appeal = yici.done(*step, "appeal", follow_up, "--reason", "不是我", staff=CLERK)["appeal"]
    assert (appeal["follow_up"], appeal["state"]) == (follow_up, "lodged")
    yici.done(*step, "review", follow_up, "--dismiss", "--reason", "看了录像", staff=SUPERVISOR)
    yici.done(*step, "ask", follow_up, "--satisfied", staff=SUPERVISOR)
    refused = yici(*step, "close", follow_up, staff=CLERK)
    assert (refused.status, refused.error["code"]) == (6, "staff.rule.not_permitted")
    yici.done(*step, "close", follow_up, staff=SUPERVISOR)
    shown = yici.done(*step, "show", follow_up, staff=SUPERVISOR)["follow_up"]
    assert (shown["state"], shown["due"], shown["appeal"], len(shown["steps"])) == (
        "closed",
        None,
        "dismissed",
        13,
    )
    told = yici.for_people("--lang", "en", "--as", SUPERVISOR, *step, "show", follow_up)
    assert all(did in told for did in ("Assigned", "Person contacted", "Appeal dismissed", "Closed"))
    assert yici.done(*step, "list", staff=SUPERVISOR)["follow_ups"] == []
    assert len(yici.done(*step, "list", "--all", staff=SUPERVISOR)["follow_ups"]) == 1


def test_a_limit_is_warned_of_where_no_station_is_open(
    yici: Yici, number: str, pass_days: Callable[[int], None]
) -> None:
    given = yici.done("rating", "give", number, "--level", "dissatisfied", staff=GUIDE)["rating"]
    step = ("rating", "follow-up")
    assert yici.done(*step, "sweep", staff=SUPERVISOR) == {"fell_due": {"warned": 0}}
    pass_days(14)
    assert yici.done(*step, "sweep", staff=SUPERVISOR) == {"fell_due": {"warned": 1}}
    assert yici.done(*step, "sweep", staff=SUPERVISOR) == {"fell_due": {"warned": 0}}
    shown = yici.done(*step, "show", given["follow_up"], staff=SUPERVISOR)["follow_up"]["steps"][-1]
    assert (shown["action"], shown["by"]) == ("warn", None)
    assert shown["at"][:10] < shown["due"]
    told = yici.for_people("--as", SUPERVISOR, *step, "show", given["follow_up"])
    assert "按规则" in told
    assert "到期" in told


def test_ratings_are_listed_and_counted_for_those_who_may(yici: Yici, number: str) -> None:
    yici.done("rating", "give", number, "--level", "satisfied", staff=GUIDE)
    (listed,) = yici.done("rating", "list", staff=SUPERVISOR)["ratings"]
    assert (listed["ticket"], listed["clerk"], listed["counter"]) == (number, CLERK, 2)
    assert yici.done("rating", "list", "--bad", staff=SUPERVISOR)["ratings"] == []
    stats = yici.done("rating", "stats", "--by", "counter", staff=SUPERVISOR)["rating_stats"]
    (group,) = stats["groups"]
    assert (group["key"], group["levels"]["satisfied"], group["total"]) == ("2", 1, 1)
    assert (group["good"], group["bad"]["share"]) == ({"numerator": 1, "denominator": 1, "share": 1.0}, 0.0)
    assert yici("rating", "list", staff=CLERK).status == 6
    assert yici.done("rating", "stats", staff=CLERK)["rating_stats"]["groups"][0]["total"] == 0
    today = yici("rating", "stats", "--to", stats["to"], staff=CLERK)
    assert (today.status, today.error["code"]) == (3, "rating.rule.next_day")
    assert yici.done("rating", "stats", "--mine", staff=CLERK)["rating_stats"]["groups"][0]["total"] == 0
    mine = yici("rating", "stats", "--mine", "--to", stats["to"], staff=SUPERVISOR)
    assert mine.error["code"] == "rating.rule.next_day"
    assert yici("rating", "stats").status == 6


def test_of_too_few_a_clerk_gets_no_figures(
    yici: Yici, number: str, pass_days: Callable[[int], None]
) -> None:
    day = yici.done("rating", "give", number, "--level", "satisfied", staff=GUIDE)["rating"]["served_on"]
    pass_days(1)
    span = ("rating", "stats", "--from", day, "--to", day)
    for wish in ((), ("--mine",), ("--by", "counter")):
        (group,) = yici.done(*span, *wish, staff=CLERK)["rating_stats"]["groups"]
        assert (group["too_few"], group["levels"], group["total"], group["good"]) == (True, None, None, None)
    assert "评价太少" in yici.plain("--database", yici.url, "--as", CLERK, *span).out
    (group,) = yici.done(*span, staff=SUPERVISOR)["rating_stats"]["groups"]
    assert (group["too_few"], group["total"]) == (False, 1)


def test_files_are_of_past_days_and_hide_what_is_too_few_whoever_asks(
    yici: Yici, number: str, tmp_path: Path, pass_days: Callable[[int], None]
) -> None:
    day = yici.done("rating", "give", number, "--level", "satisfied", staff=GUIDE)["rating"]["served_on"]
    book, paper = tmp_path / "好差评.xlsx", tmp_path / "好差评.pdf"
    files = ("--by", "counter", "--xlsx", str(book), "--pdf", str(paper))
    today = yici("rating", "stats", "--to", day, *files, staff=SUPERVISOR)
    assert (today.status, today.error["code"]) == (3, "rating.rule.next_day")
    pass_days(1)
    own = yici("rating", "stats", "--mine", *files, staff=CLERK)
    assert (own.status, own.error["code"]) == (2, "rating.rule.no_file_of_own")
    assert not book.exists()
    stats = yici.done("rating", "stats", "--from", day, "--to", day, *files, staff=SUPERVISOR)["rating_stats"]
    assert stats["files"] == [str(book), str(paper)]
    assert [group["too_few"] for group in stats["groups"]] == [True]
    assert load_workbook(book).worksheets[1]["C3"].value == "评价太少，不显示"
    said = "".join(page.extract_text() for page in PdfReader(paper).pages)
    assert "评价太少" in said
    again = yici("rating", "stats", *files, staff=SUPERVISOR)
    assert (again.status, again.error["code"]) == (5, "device.file_exists")


def test_people_get_tables(yici: Yici, number: str) -> None:
    yici.done("rating", "give", number, "--level", "very_dissatisfied", staff=GUIDE)
    as_supervisor = ("--database", yici.url, "--as", SUPERVISOR, "rating")
    assert "非常不满意" in yici.plain(*as_supervisor, "list").out
    assert "0.0% 0/1" in yici.plain(*as_supervisor, "stats").out
    assert "联系群众" in yici.plain(*as_supervisor, "follow-up", "list").out
    (case,) = yici.done("rating", "follow-up", "list", staff=SUPERVISOR)["follow_ups"]
    shown = yici.plain(*as_supervisor, "follow-up", "show", case["number"]).out
    assert "收到差评" in shown
    assert not [name for name in staff_names() if name in shown]


def test_a_second_rating_is_refused(yici: Yici, number: str) -> None:
    yici.done("rating", "give", number, "--level", "satisfied", staff=GUIDE)
    again = yici("rating", "give", number, "--level", "satisfied", staff=GUIDE)
    assert (again.status, again.error["code"]) == (3, "rating.rule.twice")
    assert yici("rating", "give", number, staff=GUIDE).status == 2


@pytest.mark.parametrize("kind", ["json", "csv"])
def test_a_file_is_brought_in(yici: Yici, number: str, tmp_path: Path, kind: str) -> None:
    other = served(yici)
    day = yici.done("ticket", "show", number)["ticket"]["issued_at"][:10]
    rows = [
        {"day": day, "number": number, "level": "满意"},
        {"day": day, "number": other, "level": "very_dissatisfied", "comment": "慢, 找 13800000001"},
    ]
    file = tmp_path / f"ratings.{kind}"
    if kind == "json":
        file.write_text(json.dumps(rows, ensure_ascii=False), "utf-8")
    else:
        lines = [
            "day,number,level,comment",
            f"{day},{number},满意,",
            f'{day},{other},very_dissatisfied,"{rows[1]["comment"]}"',
        ]
        file.write_text("\n".join(lines), "utf-8-sig")
    came = yici.done("rating", "import", str(file), staff=SUPERVISOR)["imported"]
    assert came == {"ratings": 2, "follow_ups": 1}
    listed = yici.done("rating", "list", staff=SUPERVISOR)["ratings"]
    assert {(r["level"], r["source"], r["comment"]) for r in listed} == {
        ("satisfied", "qr", ""),
        ("very_dissatisfied", "qr", "慢, 找 138****0001"),
    }
    twice = yici("rating", "import", str(file), staff=SUPERVISOR)
    assert twice.status == 5
    place = ["[0]", "[1]"] if kind == "json" else ["2", "3"]
    assert [p["where"] for p in twice.error["problems"]] == place


def test_bad_ratings_stand_in_the_mornings_summary(
    yici: Yici, number: str, pass_days: Callable[[int], None]
) -> None:
    yici.done("rating", "give", number, "--level", "dissatisfied", staff=GUIDE)
    pass_days(14)
    owed = yici.done("case", "summary")["owed"]
    assert owed["follow_ups"] == [{"step": "contact", "urgency": "overdue", "count": 1}]
    assert "差评：待联系" in yici.plain("--database", yici.url, "--lang", "zh", "case", "summary").out
