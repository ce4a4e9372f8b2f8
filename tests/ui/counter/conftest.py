"""A sample hall made once, copied for each test, and a counter in it."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.postgres import in_own_loop
from tests.ui.counter.counter_at_work import CounterAtWork, counter_at_work
from tests.ui.counter.morning import Morning, make_hall, morning_in


@pytest.fixture(scope="session")
def hall_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a sample hall: its database and its key."""
    folder = tmp_path_factory.mktemp("counter-hall")
    in_own_loop(lambda: make_hall(folder))
    return folder


@pytest.fixture
def hall_folder(hall_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A hall of this test's own, and a home for the station beside it."""
    monkeypatch.setenv("YICI_HOME", str(tmp_path / "station"))
    return Path(shutil.copytree(hall_template, tmp_path / "hall"))


@pytest.fixture
async def morning(hall_folder: Path) -> AsyncIterator[Morning]:
    """The hall, open."""
    async with morning_in(hall_folder) as opened:
        yield opened


@pytest.fixture
async def elsewhere(hall_folder: Path) -> AsyncIterator[Morning]:
    """The same hall as another PC sees it that is set up as the same counter."""
    async with morning_in(hall_folder) as opened:
        yield opened


@pytest.fixture
async def counter(dressed: QApplication, morning: Morning, tmp_path: Path) -> AsyncIterator[CounterAtWork]:
    """Counter 2, nobody signed in yet."""
    async with counter_at_work(morning, tmp_path) as at_work:
        yield at_work
