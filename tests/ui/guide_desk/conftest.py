"""A sample hall made once, copied for each test, and a guide desk in it."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.postgres import in_own_loop
from tests.ui.guide_desk.desk_at_work import DeskAtWork, desk_at_work
from tests.ui.guide_desk.morning import Morning, make_hall, morning_in
from tests.ui.guide_desk.room_at_work import RoomAtWork, room_at_work


@pytest.fixture(scope="session")
def hall_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a sample hall: its database and its key."""
    folder = tmp_path_factory.mktemp("guide-desk-hall")
    in_own_loop(lambda: make_hall(folder))
    return folder


@pytest.fixture
async def morning(hall_template: Path, tmp_path: Path) -> AsyncIterator[Morning]:
    """A hall of this test's own, open."""
    async with morning_in(Path(shutil.copytree(hall_template, tmp_path / "hall"))) as opened:
        yield opened


@pytest.fixture
async def desk(morning: Morning, tmp_path: Path) -> AsyncIterator[DeskAtWork]:
    """The guide desk's presenter, before anything was typed."""
    async with desk_at_work(morning, tmp_path / "paper") as at_work:
        yield at_work


@pytest.fixture
async def room(
    dressed: QApplication, morning: Morning, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[RoomAtWork]:
    """The guide desk's window, ready for the first key."""
    monkeypatch.setenv("YICI_HOME", str(tmp_path / "station"))
    async with room_at_work(morning, tmp_path / "paper") as at_work:
        yield at_work
