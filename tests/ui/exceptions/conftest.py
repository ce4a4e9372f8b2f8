"""A sample hall made once, copied for each test, and an exceptions station in it."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.postgres import in_own_loop
from tests.ui.exceptions.hall import SUPERVISOR, HallAtWork, hall_in, make_hall
from tests.ui.exceptions.office import Office, office_in


@pytest.fixture(scope="session")
def hall_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a sample hall: its database and its key."""
    folder = tmp_path_factory.mktemp("exceptions-hall")
    in_own_loop(lambda: make_hall(folder))
    return folder


@pytest.fixture
def hall_folder(hall_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A hall of this test's own, and a home for the station beside it."""
    monkeypatch.setenv("YICI_HOME", str(tmp_path / "station"))
    return Path(shutil.copytree(hall_template, tmp_path / "hall"))


@pytest.fixture
async def hall(hall_folder: Path) -> AsyncIterator[HallAtWork]:
    """The hall, open."""
    async with hall_in(hall_folder) as opened:
        yield opened


@pytest.fixture
async def office(hall: HallAtWork, tmp_path: Path) -> AsyncIterator[Office]:
    """The presenter, with the supervisor signed in."""
    async with office_in(hall, tmp_path, SUPERVISOR) as opened:
        yield opened
