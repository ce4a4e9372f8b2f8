"""A sample hall made once, copied for each test, and an exceptions station in it."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.postgres import in_own_loop
from tests.ui.exceptions.hall import HallAtWork, hall_in, make_hall


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
