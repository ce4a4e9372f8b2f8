"""Every scene fits the screens that must do, in every print; the room is built in it, as the program does."""

import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from app.texts import LANGUAGES, Language
from tests.ui.counter.counter_at_work import counter_at_work
from tests.ui.counter.morning import Morning
from tests.ui.counter.scenes import SCENES
from ui.theme import LIGHT, Look, active
from ui.widgets.choice import Segment
from ui.widgets.text import Text

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


@pytest.mark.parametrize("scale", [1.25, 1.5, 1.75, 2.0])
@pytest.mark.parametrize("scene", ["serving", "overfull"])
async def test_every_verdict_is_in_sight(
    dressed: QApplication, morning: Morning, tmp_path: Path, scene: str, scale: float
) -> None:
    """English has the longest words."""
    active.apply(Look(LIGHT, scale))
    async with counter_at_work(morning, tmp_path, language="en", size=SMALL) as counter:
        await SCENES[scene](counter, morning)
        await _laid_out()
        body = counter.room.view.body
        assert body._at_work.horizontalScrollBar().maximum() == 0
        shown = body.desk.materials
        for row in shown._rows.values():
            for part in (*row.choice.findChildren(Segment), row.name, row.remark):
                right = part.mapTo(shown.viewport(), part.rect().topRight()).x()
                assert right < shown.viewport().width(), f"{row.name.text()}: {type(part).__name__}"
                assert part.width() >= min(part.minimumSizeHint().width(), row.width())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("size", "scale", "drawn"), [(SMALL, 1.0, True), (SMALL, 2.0, False), (LARGE, 2.0, True)]
)
async def test_why_this_one_is_next_is_drawn_where_a_drawing_has_room_else_said(
    dressed: QApplication,
    morning: Morning,
    tmp_path: Path,
    language: Language,
    size: tuple[int, int],
    scale: float,
    drawn: bool,
) -> None:
    active.apply(Look(LIGHT, scale))
    async with counter_at_work(morning, tmp_path, language=language, size=size) as counter:
        await SCENES["favoured"](counter, morning)
        await _laid_out()
        body = counter.room.view.body
        assert (body.why.drawing.isVisible(), body.why.said.isVisible()) == (drawn, not drawn)
        said = [line for line in body.why.findChildren(Text) if line.isVisible()]
        for line in said:
            assert line.height() >= line.heightForWidth(line.width()), line.text()
        assert body._waiting.horizontalScrollBar().maximum() == 0


async def _laid_out() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


@pytest.mark.parametrize("scene", FULL)
async def test_every_scene_fits_in_the_largest_print(
    dressed: QApplication, morning: Morning, tmp_path: Path, scene: str
) -> None:
    active.apply(Look(LIGHT, 2.0))
    async with counter_at_work(morning, tmp_path, language="en", size=SMALL) as counter:
        await SCENES[scene](counter, morning)
        await asyncio.sleep(0)
        assert counter.room.view.window.size() == QSize(*SMALL)
