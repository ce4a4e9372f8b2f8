"""From an empty database to a real hall, and the key that belongs to it."""

import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from resources import resource
from tests.cli.running import Yici


@pytest.fixture
def real_hall(tmp_path: Path) -> Path:
    """A hall file with passwords of its own."""
    content: dict[str, Any] = json.loads(resource("hall", "sample.json").read_text("utf-8"))
    content["hall"]["name"] = "真实大厅"
    path = tmp_path / "hall.json"
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


def test_the_first_import_needs_nobody_and_later_ones_an_administrator(fresh: Yici, real_hall: Path) -> None:
    fresh.done("db", "init")
    catalogue = str(resource("catalogue", "catalogue.json"))
    hall = fresh.done("hall", "import", str(real_hall), "--catalogue", catalogue)
    assert len(hall["counters"]) == 16
    refused = fresh("hall", "import", str(real_hall))
    assert (refused.status, refused.error["code"]) == (6, "cli.sign_in.who")
    assert fresh("hall", "import", str(real_hall), staff="0002").status == 6
    assert fresh.done("hall", "import", str(real_hall), staff="0001") == hall
    sample = fresh("hall", "sample")
    assert (sample.status, sample.error["code"]) == (3, "hall.rule.real_here")


def test_lines_of_unknown_items_are_refused_with_their_places(fresh: Yici, real_hall: Path) -> None:
    fresh.done("db", "init")
    refused = fresh("hall", "import", str(real_hall))
    assert refused.status == 5
    assert refused.error["problems"][0]["where"].startswith("lines[0].items")
    assert fresh("hall", "show").status == 3, "nothing was set up"


def test_settings_of_a_file_are_shown_and_stay(fresh: Yici, real_hall: Path) -> None:
    """Whatever a later file leaves out, its settings included."""
    content: dict[str, Any] = json.loads(real_hall.read_text("utf-8"))
    given = {"setback_minutes": 15, "usual_service_minutes": 7.5}
    real_hall.write_text(json.dumps(content | {"settings": given}), encoding="utf-8")
    fresh.done("db", "init")
    catalogue = str(resource("catalogue", "catalogue.json"))
    settings = fresh.done("hall", "import", str(real_hall), "--catalogue", catalogue)["settings"]
    assert settings == settings | given
    assert settings["calls_before_miss"] == 3
    real_hall.write_text(json.dumps(content), encoding="utf-8")
    assert fresh.done("hall", "import", str(real_hall), staff="0001")["settings"] == settings
    real_hall.write_text(json.dumps(content | {"settings": settings}), encoding="utf-8")
    assert fresh.done("hall", "import", str(real_hall), staff="0001")["settings"] == settings, (
        "as it is shown"
    )
    real_hall.write_text(
        json.dumps(content | {"settings": {"undo_minutes": 9, "setback": 1}}), encoding="utf-8"
    )
    refused = fresh("hall", "import", str(real_hall), staff="0001")
    assert (refused.status, [p["where"] for p in refused.error["problems"]]) == (5, ["settings.setback"])
    assert fresh.done("hall", "show")["settings"] == settings


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "zh",
            {"过号顺延": "10 分钟", "过号前至少叫号": "3 次", "重呼最短间隔": "5 秒", "每人有效号票": "2 张"},
        ),
        (
            "en",
            {
                "Setback after a miss": "10 min",
                "Limit of misses": "2 times",
                "Live tickets per person": "2 tickets",
            },
        ),
    ],
)
def test_people_are_told_the_settings_in_words(
    yici_on_file: Yici, language: str, told: dict[str, str]
) -> None:
    shown = yici_on_file.plain("--database", yici_on_file.url, "--lang", language, "hall", "show").out
    lines = [re.split(r"\s{2,}", line.strip()) for line in shown.splitlines()]
    for name, figure in told.items():
        assert [name, figure] in lines


def test_a_written_template_has_the_sheets_that_an_import_expects(yici_on_file: Yici, tmp_path: Path) -> None:
    for what in ("hall", "catalogue"):
        file = tmp_path / f"{what}.xlsx"
        assert yici_on_file.done(what, "template", str(file)) == {"file": str(file)}
        refused = yici_on_file(what, "import", str(file), staff="0001")
        assert refused.status in (0, 5), "an empty template is read, and says what it lacks"
    unwritable = yici_on_file("hall", "template", str(tmp_path / "nowhere" / "hall.xlsx"))
    assert unwritable.status == 5


def test_the_key_file_is_its_owners_alone(fresh: Yici) -> None:
    fresh.done("db", "init")
    key = fresh.home / "hall.key"
    if os.name == "posix":
        assert key.stat().st_mode & 0o777 == 0o600
    before = key.read_bytes()
    fresh.done("db", "init")
    assert key.read_bytes() == before, "a repeated init keeps the key"


def test_a_second_station_needs_a_copy_of_the_key(yici: Yici) -> None:
    key = yici.home / "hall.key"
    aside = shutil.move(key, yici.home / "aside")
    for command in (("db", "init"), ("ticket", "list")):
        refused = yici(*command)
        assert (refused.status, refused.error["code"]) == (5, "protection.rule.key_missing")
    assert not key.exists(), "no key is made up for a hall that has one"
    shutil.move(aside, key)
    assert yici("ticket", "list").status == 0


def test_another_halls_key_is_refused(yici: Yici, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    key = yici.home / "hall.key"
    key.unlink()
    assert yici.plain("--json", "--database", f"sqlite:///{other}", "db", "init").status == 0
    for command in (("ticket", "list"), ("db", "init")):
        refused = yici(*command)
        assert (refused.status, refused.error["code"]) == (4, "database.rule.other_key")


def test_upgrading_what_is_current_changes_nothing(yici: Yici) -> None:
    assert yici.done("db", "upgrade") == yici.done("db", "check")
