"""Similar cases, and past ones from a file, from the command line."""

import json
from pathlib import Path

from resources import resource
from tests.cli.running import Yici, staff_names
from tests.cli.test_exception_working import set_up

GUIDE, SUPERVISOR, CLERK = "0003", "0002", "0105"


def test_similar_cases_are_the_halls_own_and_the_known_ones(yici: Yici) -> None:
    number = yici.done(
        "exception", "open", "--summary", "老人激活社保卡要刷脸", "--category", "special_people",
        staff=GUIDE,
    )["exception"]["number"]  # fmt: skip
    found = yici.done("exception", "similar", "老人激活社保卡", "--top", "2")["similar"]
    assert [(one["number"], one["open"], one["known"]) for one in found] == [
        (number, True, False),
        ("EX048", False, True),
    ]
    assert found[0]["score"] > found[1]["score"] > 0
    assert (found[0]["remedy"], found[0]["category"]) == ("", "special_people")
    assert "上门" in found[1]["remedy"]


def test_an_answer_becomes_the_remedy(yici: Yici) -> None:
    opened = yici.done(
        "exception", "open", "--summary", "无人机登记打不开", "--category", "other", staff=GUIDE
    )
    number = opened["exception"]["number"]
    yici.done("exception", "triage", number, staff=SUPERVISOR)
    yici.done("exception", "assign", number, "--handler", CLERK, staff=SUPERVISOR)
    yici.done("exception", "take", number, staff=CLERK)
    yici.done("exception", "answer", number, "--text", "换浏览器可办", staff=CLERK)
    found = yici.done("exception", "similar", "无人机登记")["similar"]
    assert (found[0]["number"], found[0]["remedy"]) == (number, "换浏览器可办")
    words = yici.plain("--database", yici.url, "--lang", "zh", "exception", "similar", "无人机登记").out
    assert "换浏览器可办" in words


def test_past_cases_come_in_closed_and_once(yici: Yici) -> None:
    file = str(resource("exceptions", "known.json"))
    assert yici.done("exception", "import", file, staff=SUPERVISOR) == {
        "cases": 35,
        "new": 35,
        "problems": [],
    }
    assert yici.done("exception", "import", file, staff=SUPERVISOR)["new"] == 0
    assert yici.done("exception", "list")["exceptions"] == []
    page = yici.done("exception", "show", "EX048")["exception"]
    assert (page["state"], page["category"]) == ("closed", "special_people")
    assert [step["action"] for step in page["steps"]] == ["open", "answer", "close"]
    (found, *_) = yici.done("exception", "similar", "老人激活社保卡人脸识别")["similar"]
    assert (found["number"], found["known"], found["source"]) == ("EX048", False, "人力社保/银行 · 湖北广水")
    assert found["remedy"] == page["steps"][1]["text"]


def test_past_cases_have_the_halls_own_categories_by_code_or_name(fresh: Yici, tmp_path: Path) -> None:
    set_up(fresh, tmp_path, exception_categories=[{"code": "parking", "name": "停车"}])
    file = tmp_path / "cases.json"
    past = [{"id": name, "summary": "没有车位", "category": name} for name in ("parking", "停车")]
    file.write_text(json.dumps(past), "utf-8")
    assert fresh.done("exception", "import", str(file), staff=SUPERVISOR)["new"] == 2
    assert fresh.done("exception", "show", "停车")["exception"]["category"] == "parking"


def test_a_file_with_problems_brings_nothing_in(yici: Yici, tmp_path: Path) -> None:
    good = {"id": "1", "summary": "刷卡失败", "category": "payment"}
    file = tmp_path / "cases.json"
    file.write_text(json.dumps([good, {"id": "2", "summary": "", "category": "?"}]), encoding="utf-8")
    refused = yici("exception", "import", str(file), staff=SUPERVISOR)
    assert refused.status == 5
    assert [p["where"] for p in refused.error["problems"]] == ["[1].summary", "[1].category"]
    assert yici.done("exception", "list", "--all")["exceptions"] == []


def test_who_does_not_direct_brings_nothing_in(yici: Yici) -> None:
    refused = yici("exception", "import", str(resource("exceptions", "known.json")), staff=CLERK)
    assert refused.error["code"] == "staff.rule.not_permitted"


def test_a_group_from_its_cause_to_its_end_and_back(yici: Yici) -> None:
    first, second = (
        yici.done("exception", "open", "--summary", "缴税刷卡失败", "--category", "payment", staff=GUIDE)[
            "exception"
        ]["number"]
        for _ in range(2)
    )
    made = yici.done("exception", "group", "create", "--cause", "证书过期", "--case", first, staff=SUPERVISOR)
    number = made["group"]["number"]
    assert [case["number"] for case in made["group"]["cases"]] == [first]
    unit = yici.done("hall", "show")["departments"][0]["code"]
    planned = yici.done(
        "exception", "rectify", "plan", number, "--measure", "换证书", "--department", unit, "--days", "3",
        staff=SUPERVISOR,
    )["group"]  # fmt: skip
    assert (planned["state"], planned["measure"]) == ("rectifying", "换证书")
    yici.done("exception", "rectify", "prove", number, "--proof", "记录", staff=CLERK)
    back = yici.done(
        "exception", "rectify", "review", number, "--not-passed", "--text", "不清", staff=SUPERVISOR
    )
    assert back["group"]["state"] == "rectifying"
    yici.done("exception", "rectify", "prove", number, "--proof", "照片", staff=CLERK)
    assert yici.done("exception", "rectify", "review", number, "--passed", staff=SUPERVISOR)["group"]["proof"]
    assert yici.done("exception", "group", "list")["groups"] == []
    again = yici.done("exception", "group", "add", number, second, staff=SUPERVISOR)["group"]
    assert (again["state"], again["steps"][-1]["action"], again["steps"][-1]["case"]) == (
        "rectifying", "reopen", second,
    )  # fmt: skip
    (listed,) = yici.done("exception", "group", "list")["groups"]
    assert (listed["number"], listed["cases"], listed["open_cases"]) == (number, 2, 2)
    words = yici.plain("--database", yici.url, "--lang", "zh", "exception", "group", "show", number).out
    assert not [name for name in staff_names() if name in words]
    assert "再次发生" in words


def test_a_check_over_departments(yici: Yici) -> None:
    case = yici.done(
        "exception", "open", "--summary", "刷卡机证书过期", "--category", "payment", staff=GUIDE
    )["exception"]["number"]
    codes = [department["code"] for department in yici.done("hall", "show")["departments"][:2]]
    asked = [part for code in codes for part in ("--department", code)]
    check = yici.done("exception", "check", "start", case, *asked, staff=SUPERVISOR)["check"]
    assert (check["exception"], check["question"], check["unanswered"]) == (case, "刷卡机证书过期", 2)
    number = check["number"]
    yici.done(
        "exception", "check", "answer", number, "--found", "--text", "两台", "--department", codes[0],
        staff=SUPERVISOR,
    )  # fmt: skip
    (listed,) = yici.done("exception", "check", "list")["checks"]
    assert (listed["number"], listed["unanswered"], listed["found"]) == (number, 1, 1)
    shown = yici.done("exception", "check", "show", number)["check"]
    assert [(a["department"], a["found"], a["text"]) for a in shown["answers"]] == [
        (codes[0], True, "两台"), (codes[1], None, ""),
    ]  # fmt: skip
    words = yici.plain("--database", yici.url, "--lang", "zh", "exception", "check", "show", number).out
    assert "两台" in words
