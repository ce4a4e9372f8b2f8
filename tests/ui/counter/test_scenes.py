"""Every scene can be drawn, in the sizes that must do."""

import asyncio

import pytest
from PySide6.QtCore import QSize

from tests.ui.counter.counter_at_work import CounterAtWork
from tests.ui.counter.morning import Morning
from tests.ui.counter.scenes import SCENES
from ui.theme import LIGHT, Look, active

pytestmark = pytest.mark.qt_log_ignore(r"does not support raise\(\)")


@pytest.mark.parametrize("scene", [name for name in SCENES if not name.startswith("bar")])
async def test_it_fits_1366_by_768_and_at_twice_the_size_a_full_hd_screen(
    counter: CounterAtWork, morning: Morning, scene: str
) -> None:
    await SCENES[scene](counter, morning)
    window = counter.room.widget
    for size, scale in ((QSize(1366, 768), 1.0), (QSize(1920, 1080), 2.0)):
        active.apply(Look(LIGHT, scale))
        window.resize(size)
        await asyncio.sleep(0)
        assert not window.grab().isNull()
        least = window.minimumSizeHint()
        assert (least.width() <= size.width(), least.height() <= size.height()) == (True, True), least
