"""Working on an exception, its files, and the hall's categories, from the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from resources import resource
from tests.cli.running import Yici
from tests.photos import PHOTO

ADMINISTRATOR, SUPERVISOR, GUIDE, CLERK, OTHER_CLERK = "0001", "0002", "0003", "0105", "0106"


def in_hand(yici: Yici) -> str:
    opened = yici.done(
        "exception", "open", "--summary", "滞纳金要求免除", "--category", "other",
        "--name", "王芳", "--phone", "13800138000",
        staff=GUIDE,
    )["exception"]  # fmt: skip
    number: str = opened["number"]
    yici.done("exception", "triage", number, staff=SUPERVISOR)
    assigned = yici.done("exception", "assign", number, "--handler", CLERK, staff=SUPERVISOR)["exception"]
    assert assigned["contact_by"] is not None
    yici.done("exception", "take", number, staff=CLERK)
    return number


def test_from_contact_to_a_signed_negative_answer(yici: Yici) -> None:
    number = in_hand(yici)

    def step(staff: str, action: str, *said: str) -> dict[str, Any]:
        moved: dict[str, Any] = yici.done("exception", action, number, *said, staff=staff)["exception"]
        return moved

    assert step(CLERK, "contact", "--text", "已电话联系")["contact_by"] is None
    step(CLERK, "measure", "--text", "请税务核对")
    joined = step(SUPERVISOR, "join", "--handler", OTHER_CLERK, "--task", "核对账目")
    assert [(part["handler"], part["open"]) for part in joined["parts"]] == [(OTHER_CLERK, True)]
    early = yici("exception", "answer", number, "--text", "已办妥", staff=CLERK)
    assert (early.status, early.error["code"]) == (3, "exception.rule.parts_open")
    step(OTHER_CLERK, "part", "--text", "账目无误")
    step(SUPERVISOR, "join", "--handler", OTHER_CLERK, "--task", "再核对一次")
    step(SUPERVISOR, "release", "--handler", OTHER_CLERK, "--reason", "不用了")
    before, after = step(CLERK, "measure", "--text", "已核对"), step(CLERK, "extend", "--reason", "等省平台")
    assert str(after["due"]) > str(before["due"])
    denied = step(CLERK, "deny", "--text", "依法不能免除", "--basis", "税收征管法第三十二条")
    assert denied["state"] == "for_sign_off"
    step(SUPERVISOR, "refuse", "--reason", "写明能怎么办")
    step(CLERK, "deny", "--text", "不能免除，可申请延期缴纳", "--basis", "税收征管法第三十二条")
    signed = step(SUPERVISOR, "sign-off", "--text", "同意")
    assert signed["state"] == "answered"
    assert signed["steps"][-2]["basis"] == "税收征管法第三十二条"
    assert "税收征管法第三十二条" in yici.for_people("exception", "show", number)


def test_who_can_no_longer_sign_in_leaves_no_case_behind(yici: Yici) -> None:
    number = in_hand(yici)
    told = yici.done("staff", "disable", CLERK, staff=ADMINISTRATOR)
    assert told["left_open"] == {"exceptions": 1, "parts": 0, "follow_ups": 0}
    reason = yici("exception", "assign", number, "--handler", OTHER_CLERK, staff=SUPERVISOR)
    assert reason.error["code"] == "exception.rule.say_why"
    given = ("exception", "assign", number, "--handler", OTHER_CLERK, "--text", "承办人调离")
    assert yici.done(*given, staff=SUPERVISOR)["exception"]["owner"] == OTHER_CLERK
    yici.done("exception", "take", number, staff=OTHER_CLERK)
    returned = yici.done("exception", "return", number, "--reason", "不属本部门", staff=OTHER_CLERK)[
        "exception"
    ]
    assert (returned["state"], returned["owner"]) == ("triaged", None)
    judged = yici.done(
        "exception", "triage", number, "--category", "policy_gap", "--level", "complex", staff=SUPERVISOR
    )["exception"]["steps"]
    assert [(step["category"], step["level"]) for step in (judged[0], judged[-1])] == [
        ("other", "ordinary"), ("policy_gap", "complex"),
    ]  # fmt: skip
    assert "类别 其他 → 政策空白/冲突；难易 一般 → 复杂" in yici.for_people(
        "exception", "show", number
    ).replace("\n", "")


def test_a_negative_answer_is_taken_back_by_who_proposed_it(yici: Yici) -> None:
    number = in_hand(yici)
    yici.done("exception", "deny", number, "--text", "不能免除", "--basis", "税收征管法", staff=CLERK)
    taken = yici.done("exception", "withdraw", number, "--reason", "另想办法", staff=CLERK)["exception"]
    assert (taken["state"], taken["steps"][-1]["action"]) == ("in_hand", "withdraw")


def test_a_case_is_taken_out_of_a_group(yici: Yici) -> None:
    number = in_hand(yici)
    created = ("exception", "group", "create", "--cause", "证书过期", "--case", number)
    group = yici.done(*created, staff=SUPERVISOR)["group"]["number"]
    removed = ("exception", "group", "remove", group, number, "--reason", "另一原因")
    left = yici.done(*removed, staff=SUPERVISOR)["group"]
    assert (left["cases"], left["steps"][-1]["action"], left["steps"][-1]["case"]) == ([], "remove", number)


def test_what_fell_due_is_nothing_on_the_first_day(yici: Yici) -> None:
    in_hand(yici)
    nothing = {"warned": 0, "escalated": 0, "overdue": 0}
    assert yici.done("exception", "sweep", staff=SUPERVISOR) == {"fell_due": nothing}


def test_files_are_added_listed_and_saved(yici: Yici, tmp_path: Path) -> None:
    number = in_hand(yici)
    photo, words, copy = tmp_path / "票.png", tmp_path / "说明.png", tmp_path / "copy.png"
    photo.write_bytes(PHOTO)
    words.write_text("没有图", "utf-8")
    added = yici.done("exception", "attach", number, str(photo), staff=GUIDE)["exception"]
    assert added["attachments"] == 1
    refused = yici("exception", "attach", number, str(words), staff=GUIDE)
    assert refused.error["code"] == "attachment.rule.kind"

    listed = yici.done("exception", "attachments", number)["attachments"]
    told = [(file["number"], file["name"], file["kind"], file["state"]) for file in listed]
    assert told == [(1, "票.png", "png", "whole")]
    assert (
        "完好" in yici.plain("--database", yici.url, "--lang", "zh", "exception", "attachments", number).out
    )
    unknown = yici("exception", "save-attachment", number, "1", "--out", str(copy))
    assert (unknown.status, unknown.error["code"], copy.exists()) == (6, "cli.sign_in.who", False)
    saving = ("exception", "save-attachment", number)
    others = yici(*saving, "1", "--out", str(copy), staff=OTHER_CLERK)
    assert (others.status, others.error["code"], copy.exists()) == (6, "attachment.rule.others", False)
    saved = yici.done(*saving, "1", "--out", str(copy), staff=CLERK)["attachment"]
    assert (saved["sha256"], copy.read_bytes()) == (listed[0]["sha256"], PHOTO)
    again = yici(*saving, "1", "--out", str(copy), staff=CLERK)
    assert (again.status, again.error["code"]) == (5, "device.file_exists")
    missing = yici(*saving, "2", "--out", str(tmp_path / "other.png"), staff=CLERK)
    assert (missing.status, missing.error["code"]) == (3, "attachment.rule.none")


def test_files_lie_in_a_folder_where_the_hall_says_so(
    fresh: Yici, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "share"
    monkeypatch.setenv("YICI_ATTACHMENTS", str(folder))
    set_up(fresh, tmp_path, settings={"attachments_in_folder": 1})
    number = in_hand(fresh)
    photo = tmp_path / "票.png"
    photo.write_bytes(PHOTO)
    fresh.done("exception", "attach", number, str(photo), staff=GUIDE)
    (kept,) = [path for path in folder.rglob("*") if path.is_file()]
    assert kept.read_bytes() == PHOTO
    kept.write_bytes(b"other")
    assert [file["state"] for file in fresh.done("exception", "attachments", number)["attachments"]] == [
        "changed"
    ]
    copy = str(tmp_path / "copy.png")
    given = fresh("exception", "save-attachment", number, "1", "--out", copy, staff=GUIDE)
    assert (given.status, given.error["code"]) == (3, "attachment.rule.changed")


def test_a_hall_has_categories_of_its_own(fresh: Yici, tmp_path: Path) -> None:
    own = [{"code": "parking", "name": "停车"}, {"code": "biometrics", "retired": True}]
    set_up(fresh, tmp_path, exception_categories=own)
    listed = {one["code"]: one for one in fresh.done("hall", "show")["exception_categories"]}
    assert listed["parking"] == {"code": "parking", "name": "停车", "retired": False}
    assert listed["biometrics"] == {"code": "biometrics", "name": "生物识别失败", "retired": True}
    assert listed["payment"]["name"] in fresh.for_people("hall", "show")
    opened = fresh.done("exception", "open", "--summary", "没有车位", "--category", "parking", staff=GUIDE)
    assert "停车" in fresh.for_people("exception", "show", opened["exception"]["number"])
    gone = fresh("exception", "open", "--summary", "人脸不过", "--category", "biometrics", staff=GUIDE)
    assert (gone.status, gone.error["code"]) == (3, "exception.rule.category")


def set_up(yici: Yici, folder: Path, **more: object) -> None:
    """A real hall like the sample one, with more in its file."""
    content = json.loads(resource("hall", "sample.json").read_text("utf-8")) | more
    content["hall"]["name"] = "真实大厅"
    file = folder / "hall.json"
    file.write_text(json.dumps(content), "utf-8")
    yici.done("db", "init")
    yici.done("hall", "import", str(file), "--catalogue", str(resource("catalogue", "catalogue.json")))
