"""Every command does to the hall what it says."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.running import Yici

CLERK = "0105"
MATE = "0106"


@pytest.fixture
def desk(yici: Yici) -> Yici:
    """Counter 5 open, and two tickets waiting for it."""
    yici.staff = CLERK
    for _ in range(2):
        yici.done("ticket", "issue", "--item", "IT001", staff="0003")
    yici.done("counter", "open", "--counter", "5")
    return yici


def _call(desk: Yici, *arguments: str) -> dict[str, object]:
    ticket: dict[str, object] = desk.done("call", *arguments, "--counter", "5")["ticket"]
    return ticket


def test_calling_out_of_order_and_putting_back(desk: Yici) -> None:
    assert _call(desk, "ticket", "B002", "--reason", "老人")["number"] == "B002"
    assert _call(desk, "next")["number"] == "B002", "a counter that has a ticket gets that same one"
    released = _call(desk, "release")
    assert (released["state"], released["counter"]) == ("waiting", None)
    assert _call(desk, "next")["number"] == "B001"


def test_holding_resuming_and_requeueing_without_naming_the_only_one(desk: Yici) -> None:
    _call(desk, "next")
    _call(desk, "start")
    assert _call(desk, "hold", "--reason", "复印")["state"] == "held"
    assert _call(desk, "resume")["state"] == "serving"
    _call(desk, "hold")
    assert _call(desk, "requeue", "B001")["state"] == "waiting"
    assert desk("call", "resume", "--counter", "5").error["code"] == "counter.rule.none_held"


def test_of_several_that_are_held_one_is_named(desk: Yici) -> None:
    for _ in range(2):
        _call(desk, "next")
        _call(desk, "start")
        _call(desk, "hold")
    which = desk("call", "resume", "--counter", "5").error
    assert which["code"] == "counter.rule.which_held"
    assert "B001" in which["message"]
    assert "B002" in which["message"]
    assert _call(desk, "resume", "B002")["number"] == "B002"


def test_finishing_and_taking_it_back(desk: Yici) -> None:
    assert desk("call", "undo", "--counter", "5").error["code"] == "counter.rule.nothing_to_undo"
    _call(desk, "next")
    _call(desk, "start")
    _call(desk, "finish", "--outcome", "completed")
    assert _call(desk, "undo")["state"] == "serving"


def test_correcting_the_item_and_sending_on(desk: Yici) -> None:
    _call(desk, "next")
    changed = _call(desk, "change-item", "--item", "IT002")
    assert changed["errands"] == [{"item": "IT002", "outcome": None}]
    sent = _call(desk, "transfer", "--to-line", "A", "--reason", "应到不动产")
    assert (sent["state"], sent["line"], sent["counter"]) == ("waiting", "A", None)


def test_people_who_leave_or_are_missed(desk: Yici) -> None:
    _call(desk, "next")
    assert _call(desk, "abandon")["state"] == "cancelled"
    _call(desk, "next")
    refused = desk("call", "miss", "--counter", "5")
    assert (refused.status, refused.error["code"]) == (3, "ticket.rule.calls_before_miss")
    assert desk("call", "recall", "--counter", "5").error["code"] == "ticket.rule.recall_gap"


def test_cancelling_needs_a_waiting_ticket_and_reviving_a_missed_one(desk: Yici) -> None:
    cancelled = desk.done("ticket", "cancel", "B001", "--reason", "走了", staff="0003")["ticket"]
    assert cancelled["state"] == "cancelled"
    revived = desk("ticket", "revive", "B001", staff="0003")
    assert (revived.status, revived.error["code"]) == (3, "ticket.rule.transition")


def test_pausing_going_on_and_handing_over(desk: Yici) -> None:
    paused = desk.done("counter", "pause", "--counter", "5", "--reason", "午休")["counter"]
    assert (paused["state"], paused["clerk"]) == ("paused", CLERK)
    assert desk.done("counter", "resume", "--counter", "5")["counter"]["state"] == "open"
    assert desk("counter", "open", "--counter", "5", staff=MATE).error["code"] == "counter.rule.occupied"
    handed = desk.done("counter", "open", "--counter", "5", "--hand-over", staff=MATE)["counter"]
    assert handed["clerk"] == MATE
    closed = desk.done("counter", "close", "--counter", "5", staff=MATE)["counter"]
    assert (closed["state"], closed["clerk"]) == ("closed", None)


def test_the_kind_of_a_notice_follows_from_who_serves(desk: Yici) -> None:
    told = desk.done("notice", "issue", "--ticket", "B002", "--item", "IT001", "--problem", "1:missing")
    assert told["notice"]["kind"] == "consultation"
    assert told["notice"]["due"] is None
    refused = desk(
        "notice", "issue", "--ticket", "B002", "--item", "IT001", "--problem", "1:missing",
        "--kind", "supplement",
    )  # fmt: skip
    assert (refused.status, refused.error["code"]) == (3, "notice.rule.not_serving")


def test_a_consultation_slip_instead_of_a_ticket(yici: Yici, tmp_path: Path) -> None:
    paper = tmp_path / "slip.pdf"
    slip = yici.done(
        "notice", "consult", "--item", "IT001", "--brought", "1", "--brought", "2", "--pdf", str(paper),
        staff="0003",
    )["notice"]  # fmt: skip
    assert (slip["kind"], slip["ticket"]) == ("consultation", None)
    assert {1, 2}.isdisjoint(p["material"] for p in slip["problems"])
    assert PdfReader(paper).pages


def test_a_notice_claims_of_no_paper_in_silence_that_it_was_handed_in(desk: Yici, tmp_path: Path) -> None:
    """Of a paper that is asked for only where it applies, and that nobody named, nothing is said."""
    paper = tmp_path / "slip.pdf"
    told = (
        "notice",
        "issue",
        "--ticket",
        "B002",
        "--item",
        "IT001",
        "--problem",
        "1:missing",
        "--not-applicable",
    )
    slip = desk.done(*told, "2", "--pdf", str(paper))["notice"]
    assert [p["material"] for p in slip["problems"]] == [1]
    names = [m["name"] for m in desk.done("catalogue", "show", "IT001")["item"]["materials"]]
    text = "".join(PdfReader(paper).pages[0].extract_text().split())
    assert f"以下1项不需要提交：{''.join(names[1].split())}。" in text
    assert f"以下2项你已备好：{''.join('；'.join(names[2:4]).split())}。" in text
    assert desk(*told, "1").error["code"] == "notice.rule.judged_twice"


def test_a_consultation_slip_does_not_ask_for_what_is_not_needed(yici: Yici) -> None:
    slip = yici.done(
        "notice", "consult", "--item", "IT001", "--brought", "1", "--not-applicable", "2", staff="0003"
    )["notice"]
    assert {1, 2}.isdisjoint(p["material"] for p in slip["problems"])
    assert slip["problems"]


def test_finding_an_item_by_initials(yici: Yici) -> None:
    found = yici.done("catalogue", "search", "gtgsh")["items"]
    assert "IT001" in [item["code"] for item in found]
    assert set(found[0]) == {"code", "name", "department", "handling_type", "promised_days", "materials"}
    assert yici.done("catalogue", "search", "没有这样的事项") == {"items": []}


def test_one_item_with_its_numbered_materials(yici: Yici) -> None:
    item = yici.done("catalogue", "show", "IT001")["item"]
    assert (item["handling_type"], item["promised_days"]) == ("on_the_spot", 1)
    assert [m["number"] for m in item["materials"]] == list(range(1, len(item["materials"]) + 1))


def test_staff_come_change_passwords_and_go(yici: Yici, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YICI_NEW_PASSWORD", "a first one")
    added = yici.done(
        "staff", "add", "0200", "--name", "新人", "--role", "guide", "--department", "ZWFW", staff="0001"
    )
    assert added == {"staff": {"number": "0200", "role": "guide", "state": "active"}}
    monkeypatch.setenv("YICI_NEW_PASSWORD", "sample")
    yici.done("staff", "reset-password", "0200", staff="0001")
    yici.done("ticket", "issue", "--item", "IT001", staff="0200")
    disabled = yici.done("staff", "disable", "0200", staff="0001")
    assert disabled["staff"]["state"] == "disabled"
    assert yici("ticket", "issue", "--item", "IT001", staff="0200").status == 6


def test_yesterdays_tickets_are_asked_for_by_day(yici: Yici) -> None:
    yici.done("ticket", "issue", "--item", "IT001", staff="0003")
    assert yici.done("ticket", "list", "--day", "2020-01-02") == {"tickets": []}
    assert yici("ticket", "show", "B001", "--day", "2020-01-02").status == 3


def test_what_is_printed_for_people_reads_well_in_a_pipe(yici_on_file: Yici) -> None:
    yici_on_file.done("ticket", "issue", "--item", "IT001", staff="0003")
    listed = yici_on_file.plain("--database", yici_on_file.url, "ticket", "list")
    assert listed.status == 0
    heading, rule, row = listed.out.rstrip("\n").split("\n")
    assert "号票" in heading
    assert set(rule) <= {"─", " "}
    assert row.split()[:2] == ["B001", "等候"]
    assert "\x1b" not in listed.out


def test_a_cancelled_item_gets_no_ticket_from_its_day_on(yici: Yici) -> None:
    cancel = ("catalogue", "cancel", "IT008", "--document", "国发〔2026〕1号")
    assert yici(*cancel, staff="0003").status == 6
    assert (
        yici(*cancel, "--from", "2020-01-01", staff="0001").error["code"] == "catalogue.rule.cancelled_past"
    )
    later = yici.done(*cancel, "--from", "2099-01-01", staff="0001")["cancelled"]
    assert later == {"code": "IT008", "since": "2099-01-01"}
    issue = ("ticket", "issue", "--item")
    yici.done(*issue, "IT008", staff="0003")
    assert yici(*cancel, staff="0001").error["code"] == "catalogue.rule.cancelled"
    yici.done("catalogue", "cancel", "IT057", "--document", "国发〔2026〕1号", staff="0001")
    refused = yici(*issue, "IT057", staff="0003")
    assert (refused.status, refused.error["code"]) == (3, "catalogue.rule.cancelled")
    assert "IT057" not in {item["code"] for item in yici.done("catalogue", "list")["items"]}
