"""Registering on the command line: with a case, with files, with nobody's name; and what is shown of it."""

from pathlib import Path

import pytest

from tests.cli.running import Yici
from tests.cli.test_exception_working import CLERK, GUIDE, SUPERVISOR, set_up
from tests.photos import PHOTO

OPEN = ("exception", "open", "--summary", "刷卡机报错", "--category", "payment")


def test_a_case_is_named_and_everything_is_told_of_it(yici: Yici) -> None:
    applies = ("--item", "IT026", "--name", "欧阳锋", "--phone", "13812345678")
    case = yici.done("case", "open", *applies, staff=CLERK)["case"]["number"]
    wish = ("--wish", "当天办好", "--case", case)
    opened = yici.done(*OPEN, *wish, staff=GUIDE)["exception"]
    assert (opened["case"], opened["item"], opened["wish"]) == (case, "IT026", "当天办好")
    number = opened["number"]
    yici.done("exception", "triage", number, staff=SUPERVISOR)
    given = yici.done("exception", "assign", number, "--handler", CLERK, staff=SUPERVISOR)["exception"]
    assert (given["owner"], given["owner_kind"], given["next_step"]) == (CLERK, "person", "take")
    (listed,) = yici.done("exception", "list")["exceptions"]
    assert listed.items() <= given.items()
    step = given["steps"][-1]
    assert (step["handler"], step["department"], step["due"]) == (CLERK, given["department"], given["due"])
    shown = yici.for_people("exception", "show", number)
    for told in ("当天办好", "欧*", "138****5678", case, "接办", given["department"]):
        assert told in shown, told
    assert "欧阳" not in shown


def test_it_is_told_where_people_report_to_that_role_unless_said(yici: Yici) -> None:
    told = [yici.done(*OPEN, staff=staff)["exception"]["channel"] for staff in (CLERK, GUIDE, SUPERVISOR)]
    assert told == ["counter", "guide_desk", "direct"]
    assert yici.done(*OPEN, "--channel", "direct", staff=GUIDE)["exception"]["channel"] == "direct"


def test_a_category_has_to_be_said(yici: Yici) -> None:
    assert yici("exception", "open", "--summary", "刷卡机报错", staff=GUIDE).status == 2


def test_nobody_is_named(yici: Yici) -> None:
    opened = yici.done(*OPEN, "--anonymous", "--name", "欧阳锋", staff=GUIDE)["exception"]
    assert "匿名" in yici.for_people("exception", "show", opened["number"])


def test_files_are_checked_before_and_added_after(yici: Yici, tmp_path: Path) -> None:
    photo, words = tmp_path / "票.png", tmp_path / "说明.png"
    photo.write_bytes(PHOTO)
    words.write_text("没有图", "utf-8")
    for bad, code in ((words, "attachment.refused"), (tmp_path / "没有.png", "device.file_unreadable")):
        refused = yici(*OPEN, "--attach", str(photo), "--attach", str(bad), staff=GUIDE)
        assert refused.error["code"] == code
    assert yici.done("exception", "list")["exceptions"] == []
    opened = yici.done(*OPEN, "--attach", str(photo), "--attach", str(photo), staff=GUIDE)["exception"]
    assert opened["attachments"] == 2


def test_a_file_that_is_not_added_is_told_with_the_number(
    fresh: Yici, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_the_way, photo = tmp_path / "share", tmp_path / "票.png"
    in_the_way.write_text("no folder")
    photo.write_bytes(PHOTO)
    monkeypatch.setenv("YICI_ATTACHMENTS", str(in_the_way))
    set_up(fresh, tmp_path, settings={"attachments_in_folder": 1})
    failed = fresh(*OPEN, "--attach", str(photo), staff=GUIDE)
    (listed,) = fresh.done("exception", "list")["exceptions"]
    assert (failed.status, failed.document["exception"]) == (5, {"number": listed["number"]})
    assert failed.error["code"] == "attachment.not_added"
    assert "票.png" in failed.error["message"]


def test_a_broken_scan_is_refused_in_our_words_alone(
    yici: Yici, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-1.7 nothing")
    refused = yici(*OPEN, "--attach", str(scan), staff=GUIDE)
    assert (refused.error["code"], refused.err, caplog.messages) == ("attachment.refused", "", [])
