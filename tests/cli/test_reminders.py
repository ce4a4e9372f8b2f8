"""Reminders to departments by command line, on both databases."""

from pathlib import Path

from tests.cli.running import Yici
from tests.documents.paper import text_of
from tests.documents.scanned import scanned

SUPERVISOR, CLERK = "0002", "0102"
SAYS = ("--finding", "窗口无人值守", "--rule", "大厅管理办法第六条")


def test_issued_answered_and_proved(yici: Yici, tmp_path: Path) -> None:
    paper, again = tmp_path / "reminder.pdf", tmp_path / "again.pdf"
    department = yici.done("hall", "show")["departments"][0]["code"]
    issued = yici.done(
        "reminder", "issue", "--department", department, *SAYS, "--pdf", str(paper), staff=SUPERVISOR
    )["reminder"]
    number = issued["number"]
    assert (issued["department"], issued["standing"], issued["case"]) == (department, "open", None)
    assert "存在问题窗口无人值守" in text_of(paper.read_bytes())
    assert [row["number"] for row in yici.done("reminder", "list")["reminders"]] == [number]
    yici.done("reminder", "reprint", number, "--pdf", str(again), staff=SUPERVISOR)
    assert "重印" in text_of(again.read_bytes())
    yici.done("reminder", "print", number, "--pdf", str(again), staff=SUPERVISOR)
    assert again.read_bytes() == paper.read_bytes()
    done = yici.done("reminder", "answer", number, "--text", "已安排替岗", staff=SUPERVISOR)["reminder"]
    assert (done["standing"], done["answer"], done["answered_by"]) == ("put_right", "已安排替岗", SUPERVISOR)
    assert yici.done("reminder", "list")["reminders"] == []
    found = yici.done("document", "verify", scanned(paper.read_bytes()))["verified"]
    assert (found["number"], found["genuine"], found["reminder"]["number"]) == (number, True, number)
    void = yici.done("reminder", "void", number, "--reason", "发错单位", staff=SUPERVISOR)["reminder"]
    assert (void["standing"], void["void_reason"]) == ("void", "发错单位")
    assert yici.done("document", "verify", number)["verified"]["status"] == "void"
    (kept,) = yici.done("reminder", "list", "--all")["reminders"]
    assert kept == yici.done("reminder", "show", number)["reminder"] == void


def test_what_is_refused_and_what_people_see(yici: Yici, tmp_path: Path) -> None:
    department = yici.done("hall", "show")["departments"][0]["code"]
    told = ("reminder", "issue", "--department", department, *SAYS)
    assert yici(*told, staff=CLERK).error["code"] == "staff.rule.not_permitted"
    assert yici(*told, "--by", "2020-01-01", staff=SUPERVISOR).error["code"] == "reminder.rule.over"
    assert yici("reminder", "issue", *SAYS, staff=SUPERVISOR).error["code"] == "reminder.rule.which"
    nowhere = yici(*told, "--pdf", str(tmp_path / "none" / "r.pdf"), staff=SUPERVISOR)
    number = nowhere.document["reminder"]["number"]
    assert (nowhere.status, number[-5:]) == (5, "0001号")  # what was refused took no number
    shown = yici.plain("--database", yici.url, "reminder", "show", number)
    assert "窗口无人值守" in shown.out
    assert "待整改" in yici.plain("--database", yici.url, "reminder", "list").out
    verdict = yici.plain("--database", yici.url, "document", "verify", number)
    assert "政务服务催办单" in verdict.out
