"""What a morning that was played by itself leaves behind."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage

from tests.demo.conftest import Played, yici
from ui.demo.script import read_script

PICTURES = {
    "guide-desk.png": (1366, 768),
    "counter-serving.png": (1366, 768),
    "counter-waiting-dark.png": (1366, 768),
    "exceptions.png": (1366, 768),
    "board.png": (1920, 1080),
    "board-compact.png": (960, 540),
}
DARK = "counter-waiting-dark.png"


def text_of(pdf: Path) -> str:
    return "".join(page.extract_text() for page in PdfReader(pdf).pages)


def test_without_a_display_it_says_in_words_where_the_pictures_are(played: Played) -> None:
    first, *rest = played.words.splitlines()
    assert "没有显示器" in first
    assert str(played.folder) in first
    assert all(any(name in line for line in rest) for name in played.summary["files"])


def test_json_is_the_summary_and_nothing_else(played: Played) -> None:
    assert played.document == played.summary


def test_the_same_morning_is_played_every_time(played: Played) -> None:
    assert played.summary == played.first_summary


def test_all_that_must_hold_has_held(played: Played) -> None:
    assert len(played.summary["invariants"]) >= 6
    assert [name for name, held in played.summary["invariants"].items() if not held] == []


def test_a_whole_morning_has_happened(played: Played) -> None:
    summary, tickets = played.summary, played.summary["tickets"]
    assert tickets["issued"] == sum(tickets["by_state"].values()) == sum(tickets["by_line"].values())
    assert tickets["issued"] >= 40
    assert {"finished", "cancelled"} <= set(tickets["by_state"])
    assert {"ordinary", "elderly"} <= set(tickets["by_priority"])
    assert {"accepted", "completed", "notified", "exception", "left"} <= set(tickets["outcomes"])
    assert summary["calls"] >= summary["wait_minutes"]["called"] > 40
    assert summary["missed"] >= 3
    assert 0 < summary["wait_minutes"]["median"] <= 60
    assert summary["notices"] == {"consultation": 2, "supplement": 2}
    assert sum(summary["exceptions"].values()) == len(read_script().exceptions) + 1
    assert (summary["from"], summary["to"]) == ("2026-03-18T08:30+08:00", "2026-03-18T11:30+08:00")


def test_the_files_are_those_that_the_summary_names(played: Played) -> None:
    assert sorted(path.name for path in played.folder.iterdir()) == played.summary["files"]


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_show_a_whole_window(played: Played, name: str) -> None:
    picture = QImage(str(played.folder / name))
    assert (picture.width(), picture.height()) == PICTURES[name]
    assert len(colours_of(picture)) > 20


def test_the_dark_picture_is_dark(played: Played) -> None:
    assert QImage(str(played.folder / DARK)).pixelColor(4, 760).lightness() < 60
    assert QImage(str(played.folder / "counter-serving.png")).pixelColor(4, 760).lightness() > 200


def test_the_bar_is_shown_in_three_states(played: Played) -> None:
    picture = QImage(str(played.folder / "compact-bar.png"))
    assert (picture.width(), picture.height()) == (664 + 32, 3 * (48 + 16) + 16)
    stripes = {picture.pixelColor(34, 40 + at * 64).name() for at in range(3)}
    assert len(stripes) == 3


def test_the_ticket_says_what_is_missing(played: Played) -> None:
    text = text_of(played.folder / "ticket.pdf")
    assert "个体工商户设立登记" in text
    assert "2 项还缺" in text
    assert not QImage(str(played.folder / "ticket.png")).isNull()


def test_the_slip_tells_everything_once_and_masks_the_person(played: Played) -> None:
    text = text_of(played.folder / "slip.pdf").replace("\n", "")
    pictured = next(visit for visit in read_script().visits if visit.is_pictured)
    assert "一次性告知单" in text
    assert "共 2 项" in text
    assert all(shortcoming.text in text for shortcoming in pictured.shortcomings)
    assert pictured.name not in text
    assert f"{pictured.name[0]}*" in text
    assert not QImage(str(played.folder / "slip.png")).isNull()


def test_a_folder_that_cannot_be_made_is_told_and_nothing_is_played(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    done = yici(tmp_path, "--lang", "en", "--json", "demo", "--auto", "--out", str(in_the_way / "out"))
    assert done.returncode == 5
    assert '"device.file_failed"' in done.stdout


def test_files_of_somebody_else_are_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / "slip.pdf"
    mine.write_text("mine")
    done = yici(tmp_path, "--lang", "en", "demo", "--auto", "--out", str(tmp_path))
    assert done.returncode == 5
    assert "slip.pdf" in done.stderr
    assert mine.read_text() == "mine"
    assert not (tmp_path / "summary.json").exists()


def colours_of(picture: QImage) -> set[int]:
    return {picture.pixel(x, y) for x in range(0, picture.width(), 5) for y in range(0, picture.height(), 5)}
