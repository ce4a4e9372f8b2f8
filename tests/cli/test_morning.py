"""A whole morning from nothing, by command line alone, on both databases."""

from datetime import datetime
from pathlib import Path

from pypdf import PdfReader

from tests.cli.running import Yici

GUIDE, CLERK, OTHER_CLERK, SUPERVISOR = "0003", "0105", "0106", "0002"
T = {
    "id", "number", "line", "state", "counter", "errands", "issued_at", "line_at", "calls", "ahead",
    "wait_minutes",
}  # fmt: skip


def test_from_an_empty_database_to_a_closed_exception(fresh: Yici, tmp_path: Path) -> None:
    _set_up(fresh)
    number = _issue(fresh, tmp_path / "ticket.pdf")
    _serve(fresh, number)
    notice = _tell(fresh, number, tmp_path / "slip.pdf")
    _finish(fresh, number)
    _settle(fresh, notice)


def _set_up(yici: Yici) -> None:
    made = yici.done("db", "init")
    assert set(made) == {"revision", "dialect", "ok"}
    assert made["ok"] is True
    assert made["dialect"] in yici.url
    assert yici.done("db", "check") == made

    hall = yici.done("hall", "sample")
    assert set(hall) == {"departments", "lines", "counters", "staff", "settings", "exception_categories"}
    assert {"number": 7, "lines": ["B", "G"]} in hall["counters"]
    assert {"number": "0001", "role": "administrator"} in hall["staff"]
    assert yici.done("hall", "show") == hall
    assert len(yici.done("catalogue", "list")["items"]) == 70


def _issue(yici: Yici, paper: Path) -> str:
    issued = yici.done(
        "ticket", "issue", "--item", "IT001", "--item", "IT002", "--name", "欧阳小文",
        "--id-number", "11010519491231002X", "--phone", "13800138000", "--pdf", str(paper), staff=GUIDE,
    )["ticket"]  # fmt: skip
    assert set(issued) == T
    assert (issued["number"], issued["line"], issued["state"]) == ("B001", "B", "waiting")
    assert issued["errands"] == [{"item": "IT001", "outcome": None}, {"item": "IT002", "outcome": None}]
    assert datetime.fromisoformat(issued["issued_at"]).utcoffset() is not None
    assert (issued["ahead"], issued["counter"], issued["calls"]) == (0, None, 0)
    assert "B001" in _text(paper)
    assert yici.done("ticket", "list", "--state", "waiting")["tickets"][0]["id"] == issued["id"]
    _nothing_personal_was_printed(yici)
    return str(issued["number"])


def _serve(yici: Yici, number: str) -> None:
    opened = yici.done("counter", "open", "--counter", "5", staff=CLERK)["counter"]
    assert opened == {"number": 5, "state": "open", "clerk": CLERK, "lines": ["B"], "ticket": None}
    called = yici.done("call", "next", "--counter", "5", staff=CLERK)["ticket"]
    assert (called["number"], called["state"], called["counter"], called["calls"]) == (number, "called", 5, 1)
    assert yici.done("call", "start", "--counter", "5", staff=CLERK)["ticket"]["state"] == "serving"
    at = {counter["number"]: counter for counter in yici.done("counter", "list")["counters"]}
    assert at[5]["ticket"] == number
    assert "办理中" in yici.plain("--database", yici.url, "counter", "list").out


def _tell(yici: Yici, ticket: str, paper: Path) -> str:
    notice = yici.done(
        "notice", "issue", "--ticket", ticket, "--item", "IT001",
        "--problem", "1:wrong_form:未签字", "--problem", "4:missing", "--pdf", str(paper), staff=CLERK,
    )["notice"]  # fmt: skip
    assert set(notice) == {"number", "kind", "ticket", "item", "problems", "due", "reprints"}
    assert (notice["kind"], notice["ticket"], notice["item"]) == ("supplement", ticket, "IT001")
    assert [(p["material"], p["kind"], p["text"]) for p in notice["problems"]] == [
        (1, "wrong_form", "未签字"),
        (4, "missing", ""),
    ]
    assert "未签字" in _text(paper)
    assert yici.done("notice", "show", notice["number"])["notice"] == notice

    again = paper.with_name("again.pdf")
    reprinted = yici.done("notice", "reprint", notice["number"], "--pdf", str(again), staff=CLERK)["notice"]
    assert reprinted["reprints"] == 1
    assert "重印" in _text(again)
    return str(notice["number"])


def _finish(yici: Yici, number: str) -> None:
    first = yici.done("call", "finish", "--counter", "5", "--outcome", "notified", staff=CLERK)["ticket"]
    assert (first["state"], first["errands"][0]["outcome"]) == ("waiting", "notified")
    yici.done("call", "next", "--counter", "5", staff=CLERK)
    yici.done("call", "start", "--counter", "5", staff=CLERK)
    done = yici.done("call", "finish", "--counter", "5", "--outcome", "exception", staff=CLERK)["ticket"]
    assert (done["state"], done["errands"][1]["outcome"]) == ("finished", "exception")
    assert yici.done("ticket", "show", number)["ticket"] == done
    assert yici.done("call", "next", "--counter", "5", staff=CLERK) == {"ticket": None}


def _settle(yici: Yici, notice: str) -> None:
    opened = yici.done(
        "exception", "open", "--summary", "刷卡机报错", "--category", "payment", "--ticket", "B001",
        staff=CLERK,
    )["exception"]  # fmt: skip
    assert set(opened) == {
        "number", "state", "category", "owner", "due", "provisional", "level", "rung", "contact_by", "case", "parts",
        "attachments", "steps", "owner_kind", "department", "summary", "wish", "channel", "ticket", "item", "satisfied",
        "next_step", "notices", "trips",
    }  # fmt: skip
    assert (opened["state"], opened["category"], opened["owner"]) == ("registered", "payment", None)
    assert (opened["owner_kind"], opened["ticket"], opened["next_step"]) == ("office", "B001", "triage")
    number = opened["number"]
    assert [e["number"] for e in yici.done("exception", "list")["exceptions"]] == [number]
    steps = [
        (SUPERVISOR, "triage", ["--level", "simple"], "triaged"),
        (SUPERVISOR, "assign", ["--handler", OTHER_CLERK], "assigned"),
        (OTHER_CLERK, "take", [], "in_hand"),
        (OTHER_CLERK, "note", ["--text", "已联系银行"], "in_hand"),
        (OTHER_CLERK, "answer", ["--text", "已更换机具"], "answered"),
        (SUPERVISOR, "follow-up", ["--not-satisfied"], "followed_up"),
        (SUPERVISOR, "rework", [], "in_hand"),
        (OTHER_CLERK, "answer", ["--text", "已退款"], "answered"),
        (SUPERVISOR, "follow-up", ["--satisfied"], "followed_up"),
        (SUPERVISOR, "close", [], "closed"),
    ]
    for staff, step, said, state in steps:
        moved = yici.done("exception", step, number, *said, staff=staff)["exception"]
        assert (step, moved["state"]) == (step, state)
    assert moved["owner"] == OTHER_CLERK
    assert len(yici.done("exception", "show", number)["exception"]["steps"]) == 1 + len(steps)
    assert yici.done("exception", "list") == {"exceptions": []}
    assert len(yici.done("exception", "list", "--state", "closed")["exceptions"]) == 1
    told = yici.for_people("exception", "show", number)
    assert ("王*" in told, "赵*" in told) == (True, True), "who did it, as at a station"
    for shown in (told, yici.for_people("exception", "list", "--state", "closed")):
        assert not {name for name in ("王思齐", "赵启文", "郑国华") if name in shown}
    assert notice


def _text(paper: Path) -> str:
    return "".join(page.extract_text() for page in PdfReader(paper).pages)


def _nothing_personal_was_printed(yici: Yici) -> None:
    everything = "".join(yici.printed)
    for secret in ("欧阳小文", "11010519491231002X", "13800138000"):
        assert secret not in everything
