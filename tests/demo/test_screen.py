"""The demo on a screen: three stations in one hall that goes on by itself, until the last window is closed."""

import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.texts import Texts
from ui.board.window import BoardWindow
from ui.demo.album import until
from ui.demo.screen import demo_stations, places_on
from ui.guide_desk.window import GuideDeskWindow
from ui.loop import last_window_closed
from ui.shell import StationWindow
from ui.widgets.button import ActionButton


def windows_of(app: QApplication) -> dict[str, QWidget]:
    kinds = {}
    for window in app.topLevelWidgets():
        if window.isVisible() and isinstance(window, BoardWindow | StationWindow):
            is_board, is_desk = isinstance(window, BoardWindow), isinstance(window, GuideDeskWindow)
            kinds["board" if is_board else "guide desk" if is_desk else "counter"] = window
    return kinds


async def button_of(window: QWidget, code: str) -> ActionButton:
    """The button that says this, once it can be seen."""
    text = Texts("zh")(code)

    def seen() -> list[ActionButton]:
        return [b for b in window.findChildren(ActionButton) if b.text() == text and b.isVisible()]

    await until(seen)
    return seen()[0]


async def quit_all_the_same(window: QWidget) -> None:
    """Answer the question of a counter that is not closed."""
    (await button_of(window, "counter.leave.busy.quit")).click()
    await until(lambda: not window.isVisible())


async def test_what_the_counter_calls_is_on_the_board_and_the_last_window_ends_it(
    dressed: QApplication, tmp_path: Path
) -> None:
    closed = last_window_closed(dressed)
    async with demo_stations(tmp_path, "zh", lively=True):
        windows = windows_of(dressed)
        board, counter = windows["board"], windows["counter"]
        assert isinstance(board, BoardWindow)
        assert set(windows) == {"board", "counter", "guide desk"}
        await until(lambda: board.call.accessibleName() and " 5 " not in board.call.accessibleName())
        counter.activateWindow()
        await until(counter.isActiveWindow)
        await until(lambda: QTest.keyClick(counter, Qt.Key.Key_F2) or " 5 " in board.call.accessibleName())
        await button_of(counter, "counter.next.start")
        for window in windows.values():
            assert not closed.is_set()
            if not window.close():
                assert window is counter, "somebody is called there"
                await quit_all_the_same(window)
        async with asyncio.timeout(5):
            await closed.wait()
    assert windows_of(dressed) == {}


@pytest.mark.parametrize("size", [(1920, 1080), (1920, 1040), (2560, 1440), (3840, 2160)])
def test_on_a_screen_that_is_large_enough_the_board_is_beside_the_desks(size: tuple[int, int]) -> None:
    places = places_on(QRect(0, 40, *size))
    assert not places.board.intersects(places.guide_desk)
    assert places.counter.bottomRight() == QRect(0, 40, *size).bottomRight()
    assert places.board.right() == size[0] - 1


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720), (1024, 768)])
def test_on_a_small_screen_every_window_is_within_it(size: tuple[int, int]) -> None:
    screen = QRect(0, 0, *size)
    places = places_on(screen)
    assert all(screen.contains(place) for place in (places.guide_desk, places.counter, places.board))
    assert places.board.width() >= 480
