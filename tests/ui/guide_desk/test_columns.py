"""In large print the desk folds its columns rather than scroll sideways, and loses nothing by it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from app.domain.person import Personal
from app.texts import LANGUAGES, Language, Texts
from tests.ui.guide_desk.pictures import SIZES, guide_desk_in
from tests.ui.guide_desk.scenes import SCENES
from ui.guide_desk.phrases import counters_text
from ui.guide_desk.window import GuideDeskWindow
from ui.theme import Look, active
from ui.widgets.tabs import Tab
from ui.widgets.text import ElidedText, Text


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
    [
        ("small", 1.0, False),
        ("small", 1.25, True),
        ("small", 1.5, True),
        ("small", 1.75, True),
        ("small", 2.0, True),
        ("large", 1.5, False),
        ("large", 2.0, True),
    ],
)
def test_nothing_lies_beyond_the_window(
    dressed: QApplication, scene: str, language: Language, size: str, scale: float, folded: bool
) -> None:
    window = shown(dressed, scene, language, size, scale)
    columns = window.view.columns
    assert window.width() == SIZES[size][0]
    assert columns.minimumSizeHint().width() <= window.width() - 24
    if scene != "sign_in":
        assert window.view._desk.horizontalScrollBar().maximum() == 0
        assert columns.is_folded() is folded
    delete(window)


@pytest.mark.parametrize("language", LANGUAGES)
def test_stacked_the_room_goes_where_the_keyboard_goes(dressed: QApplication, language: Language) -> None:
    window = shown(dressed, "picked", language, "small", 2.0)
    view = window.view
    assert view.columns.is_stacked()
    window.activateWindow()
    for go, part in (
        (view.focus_issue, view.ticket.bar.issue_button),
        (view.focus_search, view.search.box.edit),
        (lambda: view.focus_visitor(Personal.PHONE), view.ticket.visitor.inputs[Personal.PHONE]),
    ):
        go()
        dressed.processEvents()
        assert part.hasFocus()
        place = view._desk.viewport()
        assert place.rect().contains(part.mapTo(place, part.rect().center()))
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


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scale", [1.5, 2.0])
def test_the_header_keeps_the_station_s_name_and_the_time(
    dressed: QApplication, language: Language, scale: float
) -> None:
    window = shown(dressed, "picked", language, "small", scale)
    name = window.header.findChild(ElidedText, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert name is not None
    assert name.text() == Texts(language)("guide_desk.station")
    assert name.width() >= name.sizeHint().width()
    assert window.header.minimumSizeHint().width() <= SIZES["small"][0]
    delete(window)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("scale", "has_words"), [(1.0, True), (1.5, False)])
def test_the_way_back_to_the_search_is_shown_whole_or_by_its_key_alone(
    dressed: QApplication, language: Language, scale: float, has_words: bool
) -> None:
    window = shown(dressed, "picked", language, "large" if has_words else "small", scale)
    box = window.view.search.box
    box.show_way_back(True)
    dressed.processEvents()
    back = next(t for t in box.findChildren(Text) if t.text() == Texts(language)("shell.search.back"))
    assert back.isVisible() is has_words
    assert not has_words or back.width() >= back.sizeHint().width()
    assert box.edit.width() > 0
    delete(window)


def test_one_counter_is_told_apart_from_several() -> None:
    english = Texts("en")
    assert counters_text(english, (1, 2)) == "Counters 1–2"
    assert counters_text(english, (3,)) == "Counter 3"
