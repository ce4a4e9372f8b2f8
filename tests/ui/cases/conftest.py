"""A sample hall made once, copied for each test, and a cases station in it."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.postgres import in_own_loop
from tests.services.at_work import CLERK, HallAtWork
from tests.ui.cases.office import Office, office_in
from tests.ui.cases.station import hall_of, make_hall_in


@pytest.fixture(scope="session")
def hall_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a sample hall: its database and its key."""
    folder = tmp_path_factory.mktemp("cases-hall")
    in_own_loop(lambda: make_hall_in(folder))
    return folder


@pytest.fixture
async def hall(
    hall_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[HallAtWork]:
    """A hall of this test's own at nine on a Wednesday, and a home for the station beside it."""
    monkeypatch.setenv("YICI_HOME", str(tmp_path / "station"))
    folder = Path(shutil.copytree(hall_template, tmp_path / "hall"))
    async with hall_of(folder) as opened:
        yield opened


@pytest.fixture
async def office(hall: HallAtWork, tmp_path: Path) -> AsyncIterator[Office]:
    """The presenter, with a clerk signed in."""
    async with office_in(hall, tmp_path, CLERK) as opened:
        yield opened
