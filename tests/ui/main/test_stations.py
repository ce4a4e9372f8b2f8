import signal
from pathlib import Path

import pytest

from app.adapters.key_file import create_keys
from app.settings import StationKind, StationSettings
from tests.clock_off import set_clock_off
from tests.postgres import PostgresServer, in_own_loop
from tests.ui.main.conftest import Start
from tests.ui.stations import SampleHall, make_template

WINDOWS = {
    StationKind.GUIDE_DESK: "GuideDeskWindow",
    StationKind.COUNTER: "StationWindow",
    StationKind.BOARD: "BoardWindow",
    StationKind.CASES: "OfficeWindow",
    StationKind.EXCEPTIONS: "OfficeWindow",
    StationKind.OFFICE: "OfficeWindow",
    StationKind.RATE: "RateWindow",
}
SIGN_INS = {StationKind.CASES: ["says:登录办件"], StationKind.EXCEPTIONS: ["says:登录政务办"]}
"""What tells stations apart whose windows are of one kind."""


def station(hall: SampleHall, kind: StationKind) -> StationSettings:
    counter = 3 if kind.has_counter else None
    return StationSettings(database=hall.url, key_file=hall.key_file, kind=kind, counter=counter)


@pytest.mark.parametrize("kind", StationKind)
def test_a_configured_station_opens_its_window_and_ends_with_it(
    hall: SampleHall, kind: StationKind, start: Start
) -> None:
    running = start(station(hall, kind), f"wait:{WINDOWS[kind]}", *SIGN_INS.get(kind, []), "close")
    running.wait_for("close")
    assert running.ended() == (0, "")


def test_a_station_that_nobody_has_set_up_asks_what_it_is(start: Start) -> None:
    running = start(StationSettings(), "wait:FirstStartWindow", "close")
    running.wait_for("close")
    assert running.ended() == (0, "")


def test_settings_are_a_key_away_and_so_is_the_way_back(postgres_hall: SampleHall, start: Start) -> None:
    steps = (
        "wait:BoardWindow",
        "key:Ctrl+,",
        "wait:FirstStartWindow",
        "key:Esc",
        "wait:BoardWindow",
        "close",
    )
    running = start(station(postgres_hall, StationKind.BOARD), *steps)
    running.wait_for("close")
    assert running.ended() == (0, "")


def test_a_station_waits_for_its_hall_and_opens_when_it_is_back(
    outage_postgres: PostgresServer, tmp_path: object, start: Start
) -> None:
    hall = make_template(tmp_path, outage_postgres.url(outage_postgres.create()))  # type: ignore[arg-type]
    outage_postgres.stop()
    running = start(station(hall, StationKind.BOARD), "wait:WaitingWindow", "wait:BoardWindow", "close")
    running.wait_for("wait:WaitingWindow")
    outage_postgres.start()
    running.wait_for("close")
    assert running.ended() == (0, "")


@pytest.mark.parametrize("content", [None, "no key file"])
def test_a_key_that_cannot_be_used_is_not_blamed_on_the_database(
    postgres_hall: SampleHall, tmp_path: Path, start: Start, content: str | None
) -> None:
    key = tmp_path / "hall.key"
    if content is not None:
        key.write_text(content)
        key.chmod(0o600)
    settings = station(postgres_hall, StationKind.BOARD).model_copy(update={"key_file": key})
    running = start(settings, "wait:WaitingWindow", "says:这台电脑上的大厅密钥用不了", "close")
    running.wait_for("close")
    assert running.ended() == (0, "")


def test_a_key_of_another_hall_is_not_blamed_on_the_database(
    postgres_hall: SampleHall, tmp_path: Path, start: Start
) -> None:
    create_keys(tmp_path / "hall.key")
    settings = station(postgres_hall, StationKind.BOARD)
    settings = settings.model_copy(update={"key_file": tmp_path / "hall.key"})
    running = start(settings, "wait:WaitingWindow", "says:这台电脑上的大厅密钥用不了", "close")
    running.wait_for("close")
    assert running.ended() == (0, "")


def test_a_hall_that_is_away_lets_one_change_the_address(start: Start) -> None:
    away = StationSettings(database="postgresql://yici@127.0.0.1:9/hall", kind=StationKind.BOARD)
    running = start(away, "wait:WaitingWindow", "key:Ctrl+,", "wait:FirstStartWindow", "close")
    running.wait_for("close")
    assert running.ended() == (0, "")


@pytest.mark.parametrize("kind", StationKind)
def test_every_station_says_when_its_clock_is_off(
    postgres_hall: SampleHall, kind: StationKind, start: Start
) -> None:
    in_own_loop(lambda: set_clock_off(postgres_hall.url, 5))
    running = start(station(postgres_hall, kind), f"wait:{WINDOWS[kind]}", "says:本机时钟慢 5 秒", "close")
    running.wait_for("close")
    assert running.ended() == (0, "")


def test_ctrl_c_ends_a_station_in_order(postgres_hall: SampleHall, start: Start) -> None:
    running = start(station(postgres_hall, StationKind.BOARD), "wait:BoardWindow")
    running.wait_for("wait:BoardWindow")
    running.signal(signal.SIGINT)
    status, complaints = running.ended()
    assert status == -signal.SIGINT
    assert complaints.splitlines()[-1] == "KeyboardInterrupt"
    assert "Task" not in complaints.replace("Task-1", "")
