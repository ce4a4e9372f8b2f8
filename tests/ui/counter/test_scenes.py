"""Every scene fits the screens that must do, in every print; the room is built in it, as the program does."""

import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from tests.ui.counter.counter_at_work import counter_at_work
from tests.ui.counter.morning import Morning
from tests.ui.counter.scenes import SCENES
from ui.theme import LIGHT, Look, active

pytestmark = pytest.mark.qt_log_ignore(r"does not support raise\(\)")

TITLE_BAR = 32
SMALL, LARGE = (1366, 768 - TITLE_BAR), (1920, 1080 - TITLE_BAR)
FULL = [name for name in SCENES if not name.startswith("bar") and not name.endswith("bar")]


@pytest.mark.parametrize(("size", "scale"), [(SMALL, 1.0), (SMALL, 1.5), (SMALL, 2.0), (LARGE, 2.0)])
async def test_signed_out_and_in_service_it_fits_a_screen_in_large_print(
    dressed: QApplication, morning: Morning, tmp_path: Path, size: tuple[int, int], scale: float
) -> None:
    active.apply(Look(LIGHT, scale))
    async with counter_at_work(morning, tmp_path, language="en", size=size) as counter:
        window = counter.room.widget
        await asyncio.sleep(0)
        assert window.size() == QSize(*size), "signed out"
        await SCENES["serving"](counter, morning)
        await asyncio.sleep(0)
        assert window.size() == QSize(*size), "in service"


@pytest.mark.parametrize("scene", FULL)
async def test_every_scene_fits_in_the_largest_print(
    dressed: QApplication, morning: Morning, tmp_path: Path, scene: str
) -> None:
    active.apply(Look(LIGHT, 2.0))
    async with counter_at_work(morning, tmp_path, language="en", size=SMALL) as counter:
        await SCENES[scene](counter, morning)
        await asyncio.sleep(0)
        assert counter.room.view.window.size() == QSize(*SMALL)
