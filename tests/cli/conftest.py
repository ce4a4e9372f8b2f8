"""A sample hall made once on each database, and copied for every test; the program run against it."""

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from app.bootstrap import make_sample_hall, open_hall
from db.transaction import ClockOffset
from tests.cli.running import Yici
from tests.postgres import PostgresServer, in_own_loop


@pytest.fixture(scope="package", autouse=True)
def quick_passwords() -> Iterator[None]:
    """Hash passwords with argon2 still, but with little work: every command that changes something signs in.

    The real parameters are tested with the adapter.
    """
    little = partial(PasswordHasher, time_cost=1, memory_cost=8, parallelism=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("app.adapters.passwords.PasswordHasher", little)
        yield


@pytest.fixture(scope="package")
def key_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The key of the sample halls."""
    return tmp_path_factory.mktemp("key") / "hall.key"


@pytest.fixture(scope="package")
def sample_file(tmp_path_factory: pytest.TempPathFactory, key_file: Path) -> Path:
    """A sample hall in an SQLite file, to be copied."""
    path = tmp_path_factory.mktemp("sample") / "hall.db"
    in_own_loop(lambda: make_sample_hall(f"sqlite:///{path}", key_file))
    return path


@pytest.fixture
def sample_on_sqlite(sample_file: Path, tmp_path: Path) -> str:
    """A sample hall of this test's own in an SQLite file."""
    return f"sqlite:///{shutil.copy(sample_file, tmp_path / 'hall.db')}"


@pytest.fixture
def sample_on_postgresql(postgres: PostgresServer, key_file: Path) -> Iterator[str]:
    """A sample hall of this test's own on PostgreSQL."""
    name = postgres.create_from("sample", lambda url: make_sample_hall(url, key_file))
    yield postgres.url(name)
    postgres.drop(name)


@pytest.fixture
def station_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The settings folder of a station that nobody has set up."""
    folder = tmp_path / "station"
    folder.mkdir()
    monkeypatch.setenv("YICI_HOME", str(folder))
    monkeypatch.setenv("YICI_PASSWORD", "sample")
    return folder


@pytest.fixture
def fresh(capsys: pytest.CaptureFixture[str], station_home: Path, empty_database: str) -> Yici:
    """The program with a database that has nothing in it, on each of the two in turn."""
    return Yici(capsys, station_home, empty_database)


@pytest.fixture(params=["sqlite", "postgresql"])
def yici(
    request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str], station_home: Path, key_file: Path
) -> Yici:
    """The program with a sample hall on each of the two databases in turn."""
    url: str = request.getfixturevalue(f"sample_on_{request.param}")
    shutil.copy(key_file, station_home / "hall.key")
    return Yici(capsys, station_home, url)


@pytest.fixture
def yici_on_file(
    capsys: pytest.CaptureFixture[str], station_home: Path, key_file: Path, sample_on_sqlite: str
) -> Yici:
    """The program with a sample hall in a file: where the database makes no difference."""
    shutil.copy(key_file, station_home / "hall.key")
    return Yici(capsys, station_home, sample_on_sqlite)


@pytest.fixture
def pass_days(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Lets commands run so many days later."""

    def later(days: int) -> None:
        clock = ClockOffset(timedelta(days=days))
        monkeypatch.setattr("app.cli.acting.open_hall", partial(open_hall, clock_offset=clock))

    return later
