"""A hall on PostgreSQL, and PCs in it, each with a screen and a keyboard of its own."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from app.bootstrap import make_sample_hall
from tests.cli.running import Yici
from tests.journeys.place import Place
from tests.journeys.station import Station, station
from tests.postgres import PostgresServer, in_own_loop

Office = Callable[[str], Yici]
"""The command line of the supervision office for the hall at this URL."""

OpenStation = Callable[..., Station]
"""Opens the station of these arguments of ``yici``; in a place where one stood before it comes back there."""


@pytest.fixture(scope="session")
def key_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hall's key, of which every station has a copy."""
    return tmp_path_factory.mktemp("key") / "hall.key"


@pytest.fixture
def hall_url(postgres: PostgresServer, key_file: Path) -> Iterator[str]:
    """A sample hall of this test's own on PostgreSQL."""
    name = postgres.create_from("journey", lambda url: make_sample_hall(url, key_file))
    yield postgres.url(name)
    postgres.drop(name)


@pytest.fixture
def hall_file(tmp_path: Path, key_file: Path) -> str:
    """A sample hall of this test's own in an SQLite file."""
    url = f"sqlite:///{tmp_path / 'hall.db'}"
    in_own_loop(lambda: make_sample_hall(url, key_file))
    return url


@pytest.fixture
def open_station(tmp_path: Path, key_file: Path) -> Iterator[OpenStation]:
    """Opens stations; all that are still open are ended after the test."""
    with ExitStack() as stations:

        def open_one(url: str, *command: str, days_later: int = 0) -> Station:
            place = Place(tmp_path / "-".join(command).replace("--", ""))
            if not place.folder.exists():
                place.set_up(url, key_file)
            return stations.enter_context(station(place, *command, days_later=days_later))

        yield open_one


@pytest.fixture
def office(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, key_file: Path, monkeypatch: pytest.MonkeyPatch
) -> Office:
    """What the database holds, whatever screens say."""
    home = tmp_path / "office"
    home.mkdir()
    shutil.copy(key_file, home / "hall.key")
    monkeypatch.setenv("YICI_HOME", str(home))
    monkeypatch.setenv("YICI_PASSWORD", "sample")
    return lambda url: Yici(capsys, home, url, staff="0002")
