"""Which station is opened, with what settings; the windows themselves are the stations' own tests."""

import sys
from types import SimpleNamespace

import pytest

from app.settings import StationKind, StationSettings, save_settings
from tests.cli.running import Yici

CLOSED_BY_ITS_USER = 0


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[StationSettings]:
    """The settings of every station that was opened."""
    stations: list[StationSettings] = []

    def run_station(settings: StationSettings) -> int:
        stations.append(settings)
        return CLOSED_BY_ITS_USER

    monkeypatch.setitem(sys.modules, "ui.main", SimpleNamespace(run_station=run_station))
    return stations


@pytest.mark.parametrize(
    ("command", "kind", "counter"),
    [
        (["guide"], StationKind.GUIDE_DESK, None),
        (["counter-desk", "--number", "3"], StationKind.COUNTER, 3),
        (["board"], StationKind.BOARD, None),
        (["cases"], StationKind.CASES, None),
        (["exceptions"], StationKind.EXCEPTIONS, None),
        (["office"], StationKind.OFFICE, None),
        (["rate", "--counter", "3"], StationKind.RATE, 3),
    ],
)
def test_a_station_is_named_by_its_command(
    yici_on_file: Yici, opened: list[StationSettings], command: list[str], kind: str, counter: int | None
) -> None:
    assert yici_on_file(*command).status == 0
    assert [(s.kind, s.counter, s.database) for s in opened] == [(kind, counter, yici_on_file.url)]


def test_without_a_command_it_is_the_station_that_is_configured(
    yici_on_file: Yici, opened: list[StationSettings]
) -> None:
    settings = StationSettings(
        database=yici_on_file.url, kind=StationKind.COUNTER, counter=3, name="三号", language="en"
    )
    save_settings(settings)
    assert yici_on_file.plain().status == 0
    assert opened == [settings]


def test_the_configured_station_keeps_its_name_and_another_has_none(
    yici_on_file: Yici, opened: list[StationSettings]
) -> None:
    save_settings(StationSettings(kind=StationKind.COUNTER, counter=3, name="三号"))
    yici_on_file("counter-desk", "--number", "3")
    yici_on_file("counter-desk", "--number", "4")
    assert [(s.counter, s.station) for s in opened] == [(3, "三号"), (4, "counter-4")]


def test_the_first_start_asks_for_the_database_and_a_named_station_does_not(
    yici_on_file: Yici, opened: list[StationSettings]
) -> None:
    assert yici_on_file.plain().status == 0
    assert [(s.kind, s.database) for s in opened] == [(None, None)]
    refused = yici_on_file.plain("--json", "board")
    assert (refused.status, refused.error["code"]) == (2, "cli.usage.no_database")
    assert len(opened) == 1


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="there is always a display")
@pytest.mark.parametrize("command", [(), ("guide",), ("board",)])
def test_without_a_display_that_is_said(
    yici_on_file: Yici,
    opened: list[StationSettings],
    monkeypatch: pytest.MonkeyPatch,
    command: tuple[str, ...],
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    refused = yici_on_file(*command)
    assert (refused.status, refused.error["code"]) == (2, "cli.station.no_display")
    assert opened == []
    monkeypatch.setenv("DISPLAY", ":7")
    assert yici_on_file(*command).status == 0
