"""Sample halls on both databases, and stations in processes of their own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.bootstrap import make_sample_hall
from app.settings import StationSettings
from tests.postgres import PostgresServer
from tests.ui.main.processes import StationProcess
from tests.ui.stations import SampleHall, copy_of, make_template

Start = Callable[..., StationProcess]


@pytest.fixture(scope="session")
def hall_template(tmp_path_factory: pytest.TempPathFactory) -> SampleHall:
    """A sample hall in a file, to be copied."""
    return make_template(tmp_path_factory.mktemp("station-hall"))


@pytest.fixture
def postgres_hall(postgres: PostgresServer, hall_template: SampleHall) -> Iterator[SampleHall]:
    """The same hall, by the same key, on PostgreSQL."""
    key = hall_template.key_file
    name = postgres.create_from("station_hall", lambda url: make_sample_hall(url, key))
    yield SampleHall(hall_template.folder, postgres.url(name))
    postgres.drop(name)


@pytest.fixture(params=["sqlite", "postgresql"])
def hall(request: pytest.FixtureRequest, hall_template: SampleHall, tmp_path: Path) -> SampleHall:
    """A sample hall on each database in turn."""
    if request.param == "sqlite":
        return copy_of(hall_template, tmp_path / "hall")
    hall: SampleHall = request.getfixturevalue("postgres_hall")
    return hall


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts stations; one that is still there at the end is killed."""
    started: list[StationProcess] = []

    def start_station(settings: StationSettings, *steps: str) -> StationProcess:
        started.append(StationProcess(settings, steps, tmp_path / "home"))
        return started[-1]

    yield start_station
    for station in started:
        station.kill()
