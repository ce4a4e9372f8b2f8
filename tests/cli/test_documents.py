"""Documents by command line alone, on both databases."""

from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.cli.running import Yici

CLERK, SUPERVISOR = "0102", "0002"
LICENCE = "IT026"
D = {
    "number", "kind", "case", "item", "department", "issued_at", "issued_by", "status", "superseded_by",
    "void_reason", "reprints", "sha256",
}  # fmt: skip


def text_of(file: Path) -> str:
    return "".join("".join(page.extract_text().split()) for page in PdfReader(file).pages)


@pytest.fixture
def receipt(yici: Yici) -> dict[str, Any]:
    """The receipt of a case that came by post."""
    case = yici.done(
        "case", "open", "--item", LICENCE, "--situation", "其他单位", "--name", "单雄信",
        "--material", "1:2:copy", "--receipt", staff=CLERK,
    )["case"]  # fmt: skip
    (document,) = case["documents"]
    assert set(document) == D
    assert (document["kind"], document["status"], document["issued_by"]) == ("receipt", "in_force", CLERK)
    return dict(document)


def test_printed_reprinted_made_void(yici: Yici, receipt: dict[str, Any], tmp_path: Path) -> None:
    number, case = receipt["number"], receipt["case"]
    first, again = tmp_path / "first.pdf", tmp_path / "again.pdf"
    assert yici.done("document", "print", number, "--pdf", str(first), staff=CLERK)["document"] == receipt
    assert number in text_of(first)
    assert "重印" not in text_of(first)
    for count in (1, 2):
        done = yici.done("document", "reprint", number, "--pdf", str(again), staff=CLERK)["document"]
        assert done["reprints"] == count
    assert "重印第2次" in text_of(again)
    assert yici.done("document", "show", number)["document"]["reprints"] == 2
    void = ("document", "void", number, "--reason", "姓名写错")
    assert yici(*void, staff=CLERK).status == 6
    done = yici.done(*void, staff=SUPERVISOR)["document"]
    assert (done["status"], done["void_reason"], done["number"]) == ("void", "姓名写错", number)
    anew = yici.done("document", "issue", "--case", case, "--kind", "receipt", staff=CLERK)["document"]
    assert (anew["kind"], anew["status"]) == ("receipt", "in_force")
    twice = yici(*void, staff=SUPERVISOR)
    assert (twice.status, twice.error["code"]) == (3, "document.rule.not_in_force")
    later = yici.done("case", "receive", case, "--material", "3", "--receipt", staff=CLERK)["case"]
    assert later["documents"][-1]["number"].endswith("0003号")


def test_listed(yici: Yici, receipt: dict[str, Any]) -> None:
    case = receipt["case"]
    yici.done("case", "receive", case, "--material", "3", "--receipt", staff=CLERK)
    refuse = ("case", "refuse", case, "--reason", "不归本局", "--ground", "other_authority")
    unnamed = yici(*refuse, staff=CLERK)
    assert (unnamed.status, unnamed.error["code"]) == (3, "case.rule.name_authority")
    yici.done(*refuse, "--authority", "住建局", staff=CLERK)
    listed = yici.done("document", "list", "--case", case)["documents"]
    assert [(d["kind"], d["status"]) for d in listed] == [
        ("refusal", "in_force"), ("receipt", "in_force"), ("receipt", "superseded"),
    ]  # fmt: skip
    assert listed[2]["superseded_by"] == listed[1]["number"]
    assert len(yici.done("document", "list", "--kind", "refusal")["documents"]) == 1
    assert len(yici.done("document", "list", "--status", "superseded")["documents"]) == 1
    unknown = yici("document", "list", "--case", "IT026-2026-99999")
    assert (unknown.status, unknown.error["code"]) == (3, "case.rule.none")


def test_verified(yici: Yici, receipt: dict[str, Any]) -> None:
    found = yici.done("document", "verify", receipt["number"])["verified"]
    assert (found["genuine"], found["status"], found["superseded_by"]) == (True, "in_force", None)
    assert found["sha256"] == found["recomputed"] == receipt["sha256"]
    assert (found["document"], found["notice"]) == (receipt, None)
    told = yici.done("notice", "consult", "--item", "IT008", staff=CLERK)["notice"]
    found = yici.done("document", "verify", told["number"])["verified"]
    assert (found["genuine"], found["status"], found["notice"], found["document"]) == (
        True, "in_force", told, None,
    )  # fmt: skip
    nothing = yici("document", "verify", "青溪受〔2026〕9999号")
    assert (nothing.status, nothing.error["code"]) == (3, "document.rule.no_number")


def test_people_read_tables(yici_on_file: Yici, tmp_path: Path) -> None:
    yici = yici_on_file
    opened = yici.done("case", "open", "--item", LICENCE, "--receipt", staff=CLERK)["case"]
    number = opened["documents"][0]["number"]
    yici.done("document", "void", number, "--reason", "重复", staff=SUPERVISOR)
    for arguments in (("list",), ("show", number), ("verify", number)):
        done = yici.plain("--database", yici.url, "document", *arguments)
        assert done.status == 0
        assert number in done.out
        assert "已作废（重复）" in done.out
    shown = yici.plain("--database", yici.url, "case", "show", opened["number"])
    assert number in shown.out


def test_a_paper_that_cannot_be_written_leaves_the_record(
    yici: Yici, receipt: dict[str, Any], tmp_path: Path
) -> None:
    nowhere = tmp_path / "none" / "paper.pdf"
    failed = yici("document", "reprint", receipt["number"], "--pdf", str(nowhere), staff=CLERK)
    assert failed.status == 5
    assert failed.document["document"]["reprints"] == 1


def test_an_office_says_it_in_its_own_words(yici: Yici, receipt: dict[str, Any], tmp_path: Path) -> None:
    department, paper = receipt["department"], tmp_path / "preview.pdf"
    own = ("--department", department, "--part", "inquiry_phone")
    put = ("document", "text", "set", *own, "--text", "0000-7777")
    assert yici(*put, staff=CLERK).status == 6
    text = yici.done(*put, staff="0001")["text"]
    assert (text["part"], text["kind"], text["text"]) == ("inquiry_phone", None, "0000-7777")
    assert yici.done("document", "text", "list")["texts"] == [text]
    shown = ("document", "preview", "--case", receipt["case"], "--kind", "receipt", "--pdf", str(paper))
    assert yici.done(*shown, staff=CLERK)["case"]["documents"] == [receipt]
    assert "咨询电话0000-7777" in text_of(paper)
    assert "预览，不编号" in text_of(paper)
    tried = ("document", "text", "preview", "--department", department, "--kind", "notice")
    for part, said in (("inquiry_phone", "0000-9999"), ("basis", "《某省林木采伐办法》第八条")):
        tried += ("--part", part, "--text", said)
    sample = tmp_path / "sample.pdf"
    assert yici(*tried, "--pdf", str(sample), staff=CLERK).status == 6
    assert yici(*tried, "--part", "remedies", "--pdf", str(sample), staff="0001").status == 2
    kinds = {t["kind"] for t in yici.done(*tried, "--pdf", str(sample), staff="0001")["texts"]}
    assert kinds == {"notice"}
    assert "依照《某省林木采伐办法》第八条" in text_of(sample)
    assert "咨询电话0000-9999" in text_of(sample)
    assert "预览，不编号" in text_of(sample)
    assert yici.done("document", "text", "list")["texts"] == [text]
    assert yici.done("document", "text", "reset", *own, staff="0001")["text"]["text"] is None
    assert yici.done("document", "text", "list")["texts"] == []


def test_the_preview_of_a_case_without_documents(yici: Yici, tmp_path: Path) -> None:
    opened = ("case", "open", "--item", LICENCE, "--situation", "其他单位", "--material", "1:2")
    case, paper = yici.done(*opened, staff=CLERK)["case"], tmp_path / "preview.pdf"
    shown = ("document", "preview", "--case", case["number"], "--kind", "receipt", "--pdf", str(paper))
    assert yici.done(*shown, staff=CLERK)["case"]["documents"] == []
    assert "预览，不编号" in text_of(paper)
