"""In large print the desk folds its columns rather than scroll sideways, and loses nothing by it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from app.texts import LANGUAGES, Language
from tests.ui.guide_desk.pictures import SIZES, guide_desk_in
from tests.ui.guide_desk.scenes import SCENES
from ui.guide_desk.window import GuideDeskWindow
from ui.theme import Look, active
from ui.widgets.tabs import Tab


@pytest.fixture(autouse=True)
def usual_look(dressed: QApplication) -> Iterator[None]:
    yield
    active.apply(Look())


def shown(app: QApplication, scene: str, language: Language, size: str, scale: float) -> GuideDeskWindow:
    active.apply(Look(scale=scale))
    window = guide_desk_in(scene, language)
    window.resize(*SIZES[size])
    window.show()
    app.processEvents()
    return window


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize(
    ("size", "scale", "folded"),
    [("small", 1.0, False), ("small", 1.5, True), ("large", 1.5, False), ("large", 2.0, True)],
)
def test_nothing_lies_beyond_the_window(
    dressed: QApplication, scene: str, language: Language, size: str, scale: float, folded: bool
) -> None:
    window = shown(dressed, scene, language, size, scale)
    columns = window.view.columns
    assert window.width() == SIZES[size][0]
    assert columns.minimumSizeHint().width() <= window.width() - 24
    if scene != "sign_in":
        assert columns.is_folded() is folded
    delete(window)


def test_folded_the_hall_is_one_tab_away(dressed: QApplication) -> None:
    window = shown(dressed, "picked", "zh", "small", 1.5)
    side = window.view.side
    assert side.lines.isVisible()
    assert not side.recent.isVisible()
    QTest.mouseClick(side.tabs.findChildren(Tab)[2], Qt.MouseButton.LeftButton)
    assert side.recent.isVisible()
    assert not side.lines.isVisible()
    window.resize(1920, 1080)
    active.apply(Look())
    dressed.processEvents()
    assert side.lines.isVisible()
    assert side.missed.isVisible()
    assert side.recent.isVisible()
    delete(window)
