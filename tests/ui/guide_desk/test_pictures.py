"""Every scene fits into the smallest screen, in both languages, and says nothing without words."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from app.texts import LANGUAGES, Language
from tests.ui.guide_desk.pictures import SIZES, guide_desk_in
from tests.ui.guide_desk.scenes import SCENES
from ui.guide_desk.window import GuideDeskWindow

Shown = Callable[[str, Language], GuideDeskWindow]


@pytest.fixture
def shown(dressed: QApplication) -> Iterator[Shown]:
    """Windows in their scenes, gone when the test ends."""
    windows: list[GuideDeskWindow] = []

    def show(scene: str, language: Language) -> GuideDeskWindow:
        windows.append(guide_desk_in(scene, language))
        windows[-1].show()
        return windows[-1]

    yield show
    for window in windows:
        delete(window)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scene", SCENES)
def test_a_scene_fits(dressed: QApplication, shown: Shown, scene: str, language: Language) -> None:
    window = shown(scene, language)
    width, height = SIZES["small"]
    window.resize(width, height)
    dressed.processEvents()
    picture = window.grab()
    assert (picture.width(), picture.height()) == (width, height)


def test_a_failed_print_is_told_with_what_to_do(shown: Shown) -> None:
    window = shown("told", "zh")
    note = window.view.ticket.result.note
    assert note.failed.isVisible()
    asked: list[str] = []
    window.view.ticket.result.reprint.connect(asked.append)
    note.failed.action.emit()
    assert asked == ["青溪自然资源告〔2026〕0027号"]


def test_missing_materials_are_marked_only_after_somebody_looked(shown: Shown) -> None:
    before, after = (
        [row.property("tint") for row in shown(scene, "zh").view.ticket.item.materials.rows]
        for scene in ("untouched", "picked")
    )
    assert set(before) == {""}
    assert after == [""] * 3 + ["warn"] * (len(after) - 3)
    assert len(after) > 3
