"""A sample hall of each test's own."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.postgres import in_own_loop
from tests.services.at_work import HallAtWork, hall_at_work, make_hall


@pytest.fixture(scope="session")
def hall_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a sample hall: its database and its key."""
    folder = tmp_path_factory.mktemp("prints-hall")
    in_own_loop(lambda: make_hall(f"sqlite:///{folder / 'hall.db'}", folder / "hall.key"))
    return folder


@pytest.fixture
async def hall(hall_template: Path, tmp_path: Path) -> AsyncIterator[HallAtWork]:
    """A hall of this test's own at nine on a Wednesday."""
    folder = Path(shutil.copytree(hall_template, tmp_path / "hall"))
    async with hall_at_work(f"sqlite:///{folder / 'hall.db'}", folder / "hall.key") as opened:
        yield opened
