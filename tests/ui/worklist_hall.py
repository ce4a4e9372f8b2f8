"""The hall of a worklist's tests: a sample hall made once, copied for each test, at nine on a Wednesday."""

import shutil
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest

from tests.postgres import in_own_loop
from tests.services.at_work import HallAtWork, hall_at_work, make_hall


def hall_of(folder: Path) -> AbstractAsyncContextManager[HallAtWork]:
    """The hall of a folder, open at nine."""
    return hall_at_work(f"sqlite:///{folder / 'hall.db'}", folder / "hall.key")


async def make_hall_in(folder: Path) -> None:
    """Set the sample hall up in a folder: its database and its key."""
    await make_hall(f"sqlite:///{folder / 'hall.db'}", folder / "hall.key")


@pytest.fixture(scope="session")
def hall_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a sample hall: its database and its key."""
    folder = tmp_path_factory.mktemp("worklist-hall")
    in_own_loop(lambda: make_hall_in(folder))
    return folder


@pytest.fixture
async def hall(
    hall_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[HallAtWork]:
    """A hall of this test's own, and a home for the station beside it."""
    monkeypatch.setenv("YICI_HOME", str(tmp_path / "station"))
    folder = Path(shutil.copytree(hall_template, tmp_path / "hall"))
    async with hall_of(folder) as opened:
        yield opened
