"""A case by command line alone, on both databases, and the calendar."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.running import Yici
from tests.documents.scanned import scanned

CLERK, SUPERVISOR, ADMINISTRATOR = "0102", "0002", "0001"
LICENCE = "IT026"
STAFF_NAME = "何静"
C = {
    "number", "state", "item", "regime", "department", "applicant", "received_on", "accepted_on", "decided_on",
    "watch", "due", "provisional",
}  # fmt: skip
WHOLE = C | {
    "identity", "phone", "contact", "agent", "organisation_code", "tell_by", "decide_by", "promised_by", "deemed",
    "outstanding", "papers", "pledge", "trips", "notices", "documents", "steps",
}  # fmt: skip


@pytest.fixture
def number(yici: Yici) -> str:
    """A case that came by post."""
    case = yici.done(
        "case", "open", "--item", LICENCE, "--situation", "其他单位", "--name", "单雄信", "--phone", "13812340621",
        "--id-number", "11010519491231002X", "--agent", "秦叔宝", "--material", "1:2:copy", staff=CLERK,
    )["case"]  # fmt: skip
    assert set(case) == WHOLE
    assert (case["state"], case["applicant"], case["agent"], case["watch"]) == (
        "received",
        "单*",
        "秦*",
        "tell",
    )
    assert (case["identity"], case["phone"]) == ("11**************2X", "138****0621")
    assert case["papers"] == [
        {"material": 1, "due": None, "handed_in": 2, "form": "copy", "kept": True, "returned_on": None}
    ]
    return str(case["number"])


def test_from_receipt_to_the_file(yici: Yici, number: str, tmp_path: Path) -> None:
    paper = tmp_path / "slip.pdf"
    told = yici.done(
        "case", "notify", number, "--problem", "1:missing", "--problem", "3:expired:上年的", "--pdf", str(paper),
        staff=CLERK,
    )["notice"]  # fmt: skip
    assert number in "".join(page.extract_text() for page in PdfReader(paper).pages)
    case = yici.done("case", "show", number)["case"]
    shown = yici.for_people("case", "show", number)
    assert ("何*" in shown, STAFF_NAME in shown) == (True, False)
    assert (case["state"], case["outstanding"], case["notices"]) == ("notified", [1, 3], [told["number"]])
    for brought, state in (("1", "notified"), ("3", "supplemented")):
        case = yici.done("case", "supplement", number, "--brought", brought, staff=CLERK)["case"]
        assert case["state"] == state
    assert yici.done("case", "accept", number, staff=CLERK)["case"]["watch"] == "decide"
    held = yici.done("case", "suspend", number, "--procedure", "inspection", "--days", "5", staff=CLERK)[
        "case"
    ]
    assert (held["state"], held["watch"]) == ("suspended", "resume")
    yici.done("case", "resume", number, staff=CLERK)
    longer = ("--days", "5", "--reason", "情况复杂", "--approved-by", "局长")
    yici.done("case", "extend", number, *longer, staff=CLERK)
    yici.done("case", "decide", number, "--result", "granted", "--certificate", "采伐许可证", staff=CLERK)
    yici.done("case", "deliver", number, "--way", "post", staff=CLERK)
    case = yici.done("case", "archive", number, staff=CLERK)["case"]
    assert (case["state"], case["watch"], case["due"]) == ("archived", None, None)
    assert [step["action"] for step in case["steps"]] == [
        "receive", "notify", "supplement", "accept", "suspend", "resume", "extend", "decide", "deliver", "archive",
    ]  # fmt: skip
    told = yici.for_people("--lang", "en", "case", "show", number)
    assert all(did in told for did in ("Supplements asked for", "Put on hold", "Resumed", "Decided"))
    assert yici.done("case", "list")["cases"] == []
    (listed,) = yici.done("case", "list", "--all")["cases"]
    assert set(listed) == C


@pytest.mark.parametrize("typed", ["单雄信", "sxx", "danxiongxin", "0621", "qinshubao", "IT026-", "采伐"])
def test_found_again(yici: Yici, number: str, typed: str) -> None:
    assert [case["number"] for case in yici.done("case", "list", "--find", typed)["cases"]] == [number]


def test_found_again_by_the_code_of_a_paper(yici: Yici, number: str, tmp_path: Path) -> None:
    yici.done("case", "open", "--item", LICENCE, "--name", "程咬金", staff=CLERK)
    paper = tmp_path / "paper.pdf"
    accepted = yici.done("case", "accept", number, staff=CLERK)["case"]["documents"][0]["number"]
    yici.done("document", "print", accepted, "--pdf", str(paper), staff=CLERK)
    code = scanned(paper.read_bytes())
    assert [case["number"] for case in yici.done("case", "list", "--find", code)["cases"]] == [number]


def test_a_further_notice_needs_a_supervisor(
    yici: Yici, number: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = ("--problem", "1:missing")
    yici.done("case", "notify", number, *problem, staff=CLERK)
    refused = yici("case", "notify", number, "--problem", "3:expired:上年的", staff=CLERK)
    assert (refused.status, refused.error["code"]) == (3, "notice.rule.already_told")
    again = ("case", "notify", number, "--problem", "3:expired:上年的", "--reason", "漏看了", "--agreed-by")
    monkeypatch.setenv("YICI_AGREED_PASSWORD", "wrong")
    assert yici(*again, SUPERVISOR, staff=CLERK).status == 6
    monkeypatch.setenv("YICI_AGREED_PASSWORD", "sample")
    assert yici(*again, CLERK, staff=CLERK).status == 6
    yici.done(*again, SUPERVISOR, staff=CLERK)
    assert yici.done("case", "show", number)["case"]["outstanding"] == [1, 3]


def test_a_further_notice_tells_again_what_has_not_come(yici: Yici, monkeypatch: pytest.MonkeyPatch) -> None:
    """Silence about a material meant that it was in order: a second slip claimed papers that nobody had seen."""
    monkeypatch.setenv("YICI_AGREED_PASSWORD", "sample")
    agreed = ("--reason", "漏看了", "--agreed-by", SUPERVISOR)
    number = yici.done("case", "open", "--item", LICENCE, staff=CLERK)["case"]["number"]
    problems = ("--problem", "1:missing", "--problem", "2:expired:上年的", "--problem", "3:missing:请补交")
    yici.done("case", "notify", number, *problems, staff=CLERK)
    yici.done("case", "supplement", number, "--brought", "3", staff=CLERK)
    told = yici.done("case", "notify", number, "--problem", "4:missing:须加盖公章", *agreed, staff=CLERK)[
        "notice"
    ]
    assert [(p["material"], p["kind"], p["text"]) for p in told["problems"]] == [
        (1, "missing", ""), (2, "expired", "上年的"), (4, "missing", "须加盖公章"),
    ]  # fmt: skip
    named = ("--problem", "2:missing:请补交", "--not-applicable", "1")
    told = yici.done("case", "notify", number, *named, *agreed, staff=CLERK)["notice"]
    assert [(p["material"], p["kind"]) for p in told["problems"]] == [(2, "missing"), (4, "missing")]
    assert yici.done("case", "show", number)["case"]["outstanding"] == [2, 4]


@pytest.mark.parametrize(
    ("arguments", "status", "code"),
    [
        (("accept", "IT026-2026-99999"), 3, "case.rule.none"),
        (("deliver", "NUMBER"), 3, "case.rule.transition"),
        (("refuse", "NUMBER", "--reason", " "), 3, "case.rule.say_why"),
        (("receive", "NUMBER", "--material", "1:two"), 2, "cli.usage.handed_in"),
        (("receive", "NUMBER", "--material", "1:2:copy:lost"), 2, "cli.usage.handed_in"),
        (("receive", "NUMBER", "--material", "1:2:copy:kept:1"), 2, "cli.usage.handed_in"),
        (("receive", "NUMBER", "--material", "2:::returned"), 3, "case.rule.not_held"),
        (("applicant", "NUMBER"), 3, "case.rule.nothing_corrected"),
        (("receive", "NUMBER", "--material", "99"), 3, "notice.rule.foreign_material"),
        (("supplement", "NUMBER", "--brought", "1"), 3, "case.rule.transition"),
        (("accept", "NUMBER", "--pledged", "3"), 2, "cli.usage.pledge"),
        (("accept", "NUMBER", "--pledged-by", "2098-01-01"), 2, "cli.usage.pledge"),
        (("accept", "NUMBER", "--pledged-form", "原件"), 2, "cli.usage.pledge"),
    ],
)
def test_what_cannot_be(yici: Yici, number: str, arguments: tuple[str, ...], status: int, code: str) -> None:
    result = yici("case", *(number if one == "NUMBER" else one for one in arguments), staff=CLERK)
    assert (result.status, result.error["code"]) == (status, code)


def test_a_pledge_says_what_by_when_and_how(yici: Yici) -> None:
    number = yici.done("case", "open", "--item", "IT060", staff=CLERK)["case"]["number"]
    today = yici.done("case", "show", number)["case"]["received_on"]
    pledge = ("--pledged", "3", "--pledged-by", today, "--pledged-form", "原件一份")
    case = yici.done("case", "accept", number, *pledge, staff=CLERK)["case"]
    assert case["pledge"] == {"materials": [3], "due": today, "form": "原件一份", "kept_on": None}


def test_papers_seen_kept_and_given_back_and_the_applicant_corrected(yici: Yici, number: str) -> None:
    yici.done("case", "receive", number, "--material", "3:1:original:seen", staff=CLERK)
    case = yici.done("case", "receive", number, "--material", "1:::returned", staff=CLERK)["case"]
    assert [(p["material"], p["kept"], bool(p["returned_on"])) for p in case["papers"]] == [
        (1, True, True),
        (3, False, False),
    ]
    firm = ("--organisation", "青溪农场", "--organisation-code", "91110000600037341l", "--no-agent")
    case = yici.done("case", "applicant", number, *firm, staff=CLERK)["case"]
    assert (case["applicant"], case["organisation_code"], case["contact"], case["agent"]) == (
        "青溪农场", "91110000600037341L", "单*", None
    )  # fmt: skip


def test_limits_in_working_days(yici: Yici) -> None:
    due = yici.done("calendar", "due", "--from", "2026-09-24", "--days", "5")["due"]
    assert due == {"from": "2026-09-24", "days": 5.0, "day": "2026-10-09", "at": None, "provisional": False}
    hour = yici.done("calendar", "due", "--from", "2026-09-24", "--days", "0.125")["due"]
    assert hour["at"] == "2026-09-24T01:00:00+08:00"


def test_a_year_that_the_office_enters(yici: Yici) -> None:
    asked = ("calendar", "due", "--from", "2098-12-30", "--days", "3")
    assert yici.done(*asked)["due"] == {
        "from": "2098-12-30", "days": 3.0, "day": "2099-01-02", "at": None, "provisional": True,
    }  # fmt: skip
    for year, off in ((2098, "05-01"), (2099, "01-01..01-04")):
        enter = ("calendar", "enter", str(year), "--off", off, "--source", "国办发")
        assert yici(*enter, staff=CLERK).status == 6
        yici.done(*enter, staff=ADMINISTRATOR)
    assert yici.done(*asked)["due"]["day"] == "2099-01-06"
    assert yici.done(*asked)["due"]["provisional"] is False
    years = yici.done("calendar", "years")["years"]
    assert [(year["year"], year["off"]) for year in years] == [
        (2098, ["2098-05-01"]), (2099, ["2099-01-01", "2099-01-02"]),
    ]  # fmt: skip
    yici.done("calendar", "forget", "2099", staff=ADMINISTRATOR)
    assert yici.done(*asked)["due"]["provisional"] is True
    wrong = yici("calendar", "enter", "2099", "--off", "13-01", staff=ADMINISTRATOR)
    assert (wrong.status, wrong.error["code"]) == (2, "cli.usage.days")


def test_what_is_owed(yici: Yici, number: str) -> None:
    owed = yici.done("case", "summary")["owed"]
    assert set(owed) == {"day", "soon_until", "cases", "follow_ups"}
    assert owed["cases"] == [{"watch": "tell", "urgency": "later", "count": 1}]
    table = yici.plain("--database", yici.url, "--lang", "zh", "case", "summary").out
    assert "合计" in table
    nowhere = yici.done("case", "summary", "--department", "无")["owed"]
    assert nowhere["cases"] == []


def test_whose_hands_a_case_went_through(yici: Yici, number: str) -> None:
    (case,) = yici.done("case", "list")["cases"]
    assert [c["number"] for c in yici.done("case", "list", "--by", CLERK)["cases"]] == [case["number"]]
    assert yici.done("case", "list", "--by", "0003")["cases"] == []


def test_too_late_to_tell_and_swept_without_a_station(
    yici: Yici, number: str, pass_days: Callable[[int], None]
) -> None:
    assert yici.done("case", "sweep", staff=CLERK) == {
        "swept": {"deemed_accepted": 0, "ended": 0, "recomputed": 0}
    }
    pass_days(30)
    for late in (("notify", number, "--problem", "1:missing"), ("refuse", number, "--reason", "不归我们")):
        refused = yici("case", *late, staff=CLERK)
        assert (refused.status, refused.error["code"]) == (3, "case.rule.lapsed")
    assert yici.done("case", "sweep", staff=CLERK)["swept"]["deemed_accepted"] == 1
    case = yici.done("case", "show", number)["case"]
    assert (case["state"], case["deemed"], case["accepted_on"]) == ("accepted", True, case["received_on"])
    assert (
        "视为受理" in yici.plain("--database", yici.url, "--lang", "zh", "--as", CLERK, "case", "sweep").out
    )


def test_what_is_decided_on_the_spot_is_granted_by_the_finish_and_taken_back_with_it(yici: Yici) -> None:
    clerk, at = "0105", ("--counter", "5")
    number = yici.done("case", "open", "--item", "IT001", staff=clerk)["case"]["number"]
    yici.done("case", "notify", number, "--problem", "3:missing", staff=clerk)
    yici.done("ticket", "issue", "--item", "IT001", staff="0003")
    yici.done("counter", "open", *at, staff=clerk)
    for step in (("next",), ("start",), ("link-case", number)):
        yici.done("call", *step, *at, staff=clerk)
    refused = yici("call", "finish", *at, "--outcome", "completed", staff=clerk)
    assert (refused.status, refused.error["code"]) == (3, "case.rule.outstanding")
    yici.done("case", "supplement", number, "--brought", "3", staff=clerk)
    yici.done("call", "finish", *at, "--outcome", "completed", staff=clerk)
    case = yici.done("case", "show", number)["case"]
    assert (case["state"], case["watch"], len(case["documents"])) == ("decided", "deliver", 2)
    yici.done("call", "undo", *at, staff=clerk)
    assert yici.done("case", "show", number)["case"]["state"] == "supplemented"


def test_a_pledge_that_was_not_kept_is_seen_until_it_is_filed(
    yici: Yici, pass_days: Callable[[int], None]
) -> None:
    number = yici.done("case", "open", "--item", "IT060", staff=CLERK)["case"]["number"]
    today = yici.done("case", "show", number)["case"]["received_on"]
    yici.done("case", "accept", number, "--pledged", "3", "--pledged-by", today, staff=CLERK)
    pass_days(1)
    late = yici("case", "pledge-kept", number, staff=CLERK)
    assert (late.status, late.error["code"]) == (3, "case.rule.pledge_over")
    assert yici.done("case", "sweep", staff=CLERK)["swept"]["ended"] == 1
    (listed,) = yici.done("case", "list")["cases"]
    assert (listed["number"], listed["state"], listed["watch"]) == (number, "ended", "archive")
    assert [owed["watch"] for owed in yici.done("case", "summary")["owed"]["cases"]] == ["archive"]
    for paper in yici.done("case", "show", number)["case"]["documents"]:
        assert yici.done("document", "verify", paper["number"])["verified"]["status"] == "void"
    yici.done("case", "archive", number, staff=CLERK)
    assert yici.done("case", "list")["cases"] == []


def test_what_is_beyond_the_list_is_told_with_its_basis(yici: Yici) -> None:
    number = yici.done("case", "open", "--item", LICENCE, staff=CLERK)["case"]["number"]
    refused = yici("case", "notify", number, "--problem", "+疫木除治方案:missing", staff=CLERK)
    assert (refused.status, refused.error["code"]) == (3, "notice.rule.say_basis")
    mistyped = yici("case", "notify", number, "--problem", "+疫木除治方案:gone:条例", staff=CLERK)
    assert (mistyped.status, mistyped.error["code"]) == (2, "cli.usage.problem")
    problem = "+疫木除治方案:expired:《森林病虫害防治条例》第十八条:上年的"
    told = yici.done("case", "notify", number, "--problem", problem, staff=CLERK)["notice"]
    assert told["problems"] == [
        {
            "material": 101, "name": "疫木除治方案", "kind": "expired", "text": "上年的",
            "basis": "《森林病虫害防治条例》第十八条",
        }
    ]  # fmt: skip
    case = yici.done("case", "supplement", number, "--brought", "101", staff=CLERK)["case"]
    assert (case["state"], case["outstanding"]) == ("supplemented", [])
