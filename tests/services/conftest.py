"""A sample hall of each test's own on either database, copied from one that is set up once."""

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.postgres import PostgresServer, in_own_loop
from tests.services.at_work import HallAtWork, hall_at_work, make_hall


@pytest.fixture(scope="session")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the hall's key is, made with the first hall."""
    return tmp_path_factory.mktemp("key") / "hall.key"


@pytest.fixture(scope="session")
def hall_file(tmp_path_factory: pytest.TempPathFactory, key: Path) -> Path:
    """The sample hall in an SQLite file, to be copied."""
    path = tmp_path_factory.mktemp("sample") / "hall.db"
    in_own_loop(lambda: make_hall(f"sqlite:///{path}", key))
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def hall_url(request: pytest.FixtureRequest, tmp_path: Path, key: Path) -> Iterator[str]:
    """A sample hall on each of the two databases in turn."""
    if request.param == "sqlite":
        template: Path = request.getfixturevalue("hall_file")
        yield f"sqlite:///{shutil.copy(template, tmp_path / 'hall.db')}"
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    name = server.create_from("sample_hall", lambda url: make_hall(url, key))
    yield server.url(name)
    server.drop(name)


@pytest.fixture
async def hall(hall_url: str, key: Path) -> AsyncIterator[HallAtWork]:
    """The hall at work, on a Wednesday at nine."""
    async with hall_at_work(hall_url, key) as at_work:
        yield at_work
