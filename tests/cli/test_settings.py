"""What a station is: kept in a file, overruled by the environment, validated as a whole."""

import os
from pathlib import Path

import pytest

from app.domain.errors import BadInput
from app.settings import PrinterChoice, StationKind, StationSettings, load_settings, save_settings

COUNTER = StationSettings(
    database="postgresql://yici:secret@hall/yici",
    kind=StationKind.COUNTER,
    name="三号窗口",
    counter=3,
    scale=1.5,
    ticket_printer=PrinterChoice(printer="XP-80"),
    a4_printer=PrinterChoice(folder=Path("slips")),
)


def test_a_station_that_nobody_has_set_up_is_nothing_yet(station_home: Path) -> None:
    settings = load_settings()
    assert (settings.kind, settings.database, settings.language) == (None, None, "zh")
    assert settings.key_path == station_home / "hall.key"


def test_what_is_kept_is_there_again_and_for_its_owner_only(station_home: Path) -> None:
    save_settings(COUNTER)
    assert load_settings() == COUNTER
    if os.name == "posix":
        assert (station_home / "station.toml").stat().st_mode & 0o777 == 0o600


def test_the_environment_overrules_the_file(station_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_settings(COUNTER)
    monkeypatch.setenv("YICI_DATABASE", "sqlite:///other.db")
    monkeypatch.setenv("YICI_THEME", "dark")
    settings = load_settings()
    assert (settings.database, settings.theme, settings.counter) == ("sqlite:///other.db", "dark", 3)


@pytest.mark.parametrize(
    ("content", "where"),
    [
        ("scale = 3.0\ncounter = 0", ["counter", "scale"]),
        ('kind = "kitchen"', ["kind"]),
        ('colour = "red"', ["colour"]),
        ('[a4_printer]\nprinter = "X"\nfolder = "y"', ["a4_printer"]),
        ("scale =", ["station.toml"]),
    ],
)
def test_a_file_that_cannot_be_used_names_every_bad_value(
    station_home: Path, content: str, where: list[str]
) -> None:
    (station_home / "station.toml").write_text(content, encoding="utf-8")
    with pytest.raises(BadInput) as refused:
        load_settings()
    assert sorted(Path(problem.where).name for problem in refused.value.problems) == where


def test_a_station_is_called_by_its_name_or_by_what_it_is() -> None:
    assert COUNTER.station == "三号窗口"
    assert StationSettings(kind=StationKind.COUNTER, counter=3).station == "counter-3"
