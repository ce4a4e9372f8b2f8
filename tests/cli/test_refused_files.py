"""What the operating system refuses is told in our words, with the path and what to do; nothing half-done is left."""

import errno
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.ports.errors import DeviceFailed
from app.ports.files import reason_of, write_new_file
from app.texts import LANGUAGES, Texts
from tests.cli.running import Yici
from tests.refusals import refused

GUIDE = "0003"
CODES = [e for e in sorted(errno.errorcode) if e not in (errno.EPIPE, errno.EINTR)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_reason_is_the_systems_own(language: str) -> None:
    texts = Texts(language)  # type: ignore[arg-type]
    for number in CODES:
        words = texts(reason_of(OSError(number, os.strerror(number))))
        assert os.strerror(number) not in words
        assert (re.search("[\u4e00-\u9fff]", words) is not None) == (language == "zh"), words


def test_a_file_that_another_program_holds_on_windows() -> None:
    held = OSError(errno.EACCES, "")
    held.winerror = 32  # type: ignore[attr-defined]
    assert reason_of(held).code == "file.reason.in_use"


def test_what_has_no_number_is_told_by_its_kind() -> None:
    assert reason_of(shutil.SameFileError()).params == {"name": "SameFileError"}


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("hall", "template", "{nowhere}/hall.xlsx"), "missing"),
        (("hall", "template", "{file}/hall.xlsx"), "not_a_folder"),
        (("catalogue", "template", "{folder}/" + "长" * 100 + ".xlsx"), "long_name"),
        (("hall", "import", "{nowhere}/hall.json"), "missing"),
        (("catalogue", "import", "{folder}/folder.json"), "is_a_folder"),
        (("ticket", "issue", "--item", "IT001", "--pdf", "{folder}"), "is_a_folder"),
        (("ticket", "issue", "--item", "IT001", "--pdf", "{file}/ticket.pdf"), "not_a_folder"),
        (("ticket", "issue", "--item", "IT001", "--pdf", "/dev/full"), "full"),
        (("demo", "--auto", "--out", "{file}"), "exists"),
        (("demo", "--auto", "--out", "{file}/out"), "not_a_folder"),
    ],
)
def test_files_of_commands(
    yici_on_file: Yici, tmp_path: Path, arguments: tuple[str, ...], reason: str
) -> None:
    places = {"nowhere": tmp_path / "nowhere", "folder": tmp_path / "folder", "file": tmp_path / "file"}
    (places["folder"] / "folder.json").mkdir(parents=True)
    places["file"].touch()
    failed = yici_on_file(*(part.format(**places) for part in arguments), staff=GUIDE)
    error = failed.error
    told = error["message"] + "".join(p["where"] + p["what"] for p in error["problems"])
    assert failed.status == 5
    assert Texts("zh")(f"file.reason.{reason}") in told
    assert arguments[-1].format(**places) in told
    assert not places["nowhere"].exists()
    assert [path.name for path in places["folder"].iterdir()] == ["folder.json"]


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("sqlite:///{file}/hall.db", "exists"),
        ("sqlite:///{file}/deep/hall.db", "not_a_folder"),
        ("sqlite:///{folder}", "is_a_folder"),
        ("sqlite:///{folder}/" + "长" * 100 + ".db", "long_name"),
    ],
)
def test_a_database_file(
    yici_on_file: Yici, tmp_path: Path, station_home: Path, url: str, reason: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    yici_on_file.url = url.format(folder=tmp_path / "folder", file=tmp_path / "file")
    failed = yici_on_file("db", "init")
    assert (failed.status, failed.error["code"]) == (4, "database.rule.file")
    assert yici_on_file.url.removeprefix("sqlite:///") in failed.error["message"]
    assert Texts("zh")(f"file.reason.{reason}") in failed.error["message"]


def test_the_key_file(yici_on_file: Yici, station_home: Path) -> None:
    (station_home / "hall.key").unlink()
    (station_home / "hall.key").mkdir(mode=0o700)
    failed = yici_on_file("ticket", "list")
    assert (failed.status, failed.error["code"]) == (5, "protection.rule.key_unreadable")
    assert str(station_home / "hall.key") in failed.error["message"]
    assert Texts("zh")("file.reason.is_a_folder") in failed.error["message"]


def _a_folder(file: Path) -> None:
    file.mkdir()


def _not_utf8(file: Path) -> None:
    file.write_bytes("name = '三号'".encode("gb18030"))


def _no_toml(file: Path) -> None:
    file.write_text("theme = 'dark'\nscale =\n", encoding="utf-8")


def _wrong_values(file: Path) -> None:
    lines = ["theme = 'pink'", "scale = 3.0", "counter = 0", "colour = 'red'", "name = 7", "[a4_printer]"]
    file.write_text("\n".join(lines), encoding="utf-8")


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (_no_toml, ["第 2 行写得不对。"]),
        (_not_utf8, ["文件不是 UTF-8 编码，请另存为 UTF-8。"]),
        (
            _wrong_values,
            [
                "最小 1。",
                "不可用。",
                "可以写：light, dark。",
                "最大 2.0。",
                "打印机和文件夹只能写其中一个。",
                "没有这个设置项，请删去或改正。",
            ],
        ),
    ],
)
def test_settings(
    yici_on_file: Yici, station_home: Path, make: Callable[[Path], None], told: list[str]
) -> None:
    make(station_home / "station.toml")
    failed = yici_on_file("ticket", "list")
    assert (failed.status, failed.error["code"]) == (2, "settings.unusable")
    assert str(station_home / "station.toml") in failed.error["message"]
    assert sorted(problem["what"] for problem in failed.error["problems"]) == sorted(told)


def test_a_template_that_the_disk_has_no_room_for_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full:
        """Stands for a file on a full disk: it was made, but takes no bytes."""

        def __init__(self, path: Path) -> None:
            path.touch()
            self.name = str(path)

        def __enter__(self) -> "Full":
            return self

        def __exit__(self, *_: object) -> None:
            """Closed."""

        def write(self, _content: bytes) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "open", lambda path, _mode: Full(path))
    with refused("device.file_failed", DeviceFailed):
        write_new_file(tmp_path / "hall.xlsx", b"content")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize(("item", "status", "told"), [("IT001", 5, "没能输出"), ("IT999", 3, "IT999")])
def test_output_that_nobody_has_room_for(
    yici_on_file: Yici, station_home: Path, item: str, status: int, told: str
) -> None:
    command = [sys.executable, "-m", "app", "--database", yici_on_file.url, "--as", GUIDE, "--json"]
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [*command, "ticket", "issue", "--item", item],
            env=buffered,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == status
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert len(yici_on_file.done("ticket", "list")["tickets"]) == (item == "IT001")
