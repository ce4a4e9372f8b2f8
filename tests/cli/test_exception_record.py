"""The record of an exception case by command line, on both databases."""

from pathlib import Path

from tests.cli.running import Yici
from tests.documents.paper import text_of
from tests.documents.scanned import scanned


def test_printed_and_proved(yici: Yici, tmp_path: Path) -> None:
    paper = tmp_path / "record.pdf"
    case = yici.done("exception", "open", "--summary", "刷卡失败", "--category", "payment", staff="0102")
    number = case["exception"]["number"]
    record = yici.done("exception", "print", number, "--pdf", str(paper), staff="0002")["record"]
    assert record["exception"] == number
    assert "反映问题刷卡失败" in text_of(paper.read_bytes())
    assert scanned(paper.read_bytes()) == record["code"]
    found = yici.done("document", "verify", record["code"])["verified"]
    assert (found["exception"], found["genuine"], found["document"]) == (number, True, None)
    nowhere = yici("exception", "print", number, "--pdf", str(tmp_path / "none" / "r.pdf"), staff="0002")
    assert (nowhere.status, nowhere.document["record"]["exception"]) == (5, number)
    shown = yici.plain("--database", yici.url, "document", "verify", record["code"])
    assert "例外事项登记表" in shown.out
