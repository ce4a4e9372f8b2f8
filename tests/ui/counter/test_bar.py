"""The compact bar: another shape of the same state."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.judgement import Verdict
from app.services.issue_ticket import ErrandWish
from tests.ui.counter.counter_at_work import CounterAtWork, active, counter_at_work
from tests.ui.counter.morning import MORTGAGE, Morning
from ui.counter.bar import HEIGHT, WIDTH
from ui.counter.intents import Intent
from ui.counter.state import Phase

# Xvfb and real screens raise windows; the platform without a screen says that it cannot.
pytestmark = pytest.mark.qt_log_ignore(r"does not support raise\(\)")


async def test_it_is_small_on_top_and_works_by_the_same_keys(
    counter: CounterAtWork, morning: Morning
) -> None:
    await morning.issue(ErrandWish(MORTGAGE))
    await counter.sign_in()
    view = counter.room.view
    counter.room.presenter.switch_shape(True)
    assert (view.bar.width(), view.bar.height()) == (WIDTH, HEIGHT)
    assert view.bar.isVisible()
    assert not view.window.isVisible()
    flags = view.bar.windowFlags()
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert flags & Qt.WindowType.FramelessWindowHint
    await active(view.bar)
    counter.press(Qt.Key.Key_F2, view.bar)
    await counter.until(lambda state: state.phase is Phase.CALLED and state.busy is None)
    view.bar.button.click()
    await counter.until(lambda state: state.phase is Phase.SERVING and state.busy is None)


async def test_both_ways_keep_draft_and_open_sheet(counter: CounterAtWork, morning: Morning) -> None:
    await morning.issue(ErrandWish(MORTGAGE))
    await counter.sign_in()
    presenter, view = counter.room.presenter, counter.room.view
    await presenter.ask(Intent.CALL_NEXT)
    await presenter.ask(Intent.START)
    presenter.judging.judge(1, Verdict.MISSING)
    presenter.switch_shape(True)
    await presenter.ask(Intent.HOLD)
    edit = view.sheets.reasons[Intent.HOLD]._parts.edit
    edit.setText("补照片")
    assert view.sheets.isVisible()
    presenter.switch_shape(False)
    assert view.window.isVisible()
    assert view.sheets.isVisible()
    assert view.sheets.window() is view.window
    assert edit.text() == "补照片"
    assert [j.material for j in counter.state.draft.judgements] == [1]
    presenter.switch_shape(True)
    assert view.sheets.window() is not view.window
    presenter.close_sheet()
    assert not view.sheets.isVisible()


async def test_it_stands_where_it_was_put(dressed: QApplication, morning: Morning, tmp_path: Path) -> None:
    async with counter_at_work(morning, tmp_path) as counter:
        await counter.sign_in()
        counter.room.presenter.switch_shape(True)
        bar = counter.room.view.bar
        grip, way = QPoint(4, 24), QPoint(-31, 57)
        place = bar.pos() + way
        QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=grip)
        QTest.mouseMove(bar, grip + way)
        QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPointF(grip).toPoint())
        assert bar.pos() == place
    async with counter_at_work(morning, tmp_path) as counter:
        await counter.sign_in()
        counter.room.presenter.switch_shape(True)
        assert counter.room.view.bar.pos() == place


async def test_a_place_that_is_on_no_screen_is_not_taken(counter: CounterAtWork) -> None:
    await counter.sign_in()
    counter.room.view.bar_place = QPoint(-5000, -5000)
    counter.room.presenter.switch_shape(True)
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert screen.contains(counter.room.view.bar.geometry())


async def test_choosing_out_of_order_leads_to_the_line(counter: CounterAtWork, morning: Morning) -> None:
    for _ in range(2):
        await morning.issue(ErrandWish(MORTGAGE))
    await counter.sign_in()
    view = counter.room.view
    counter.room.presenter.switch_shape(True)
    choose = view.bar.action(Intent.CALL_TICKET)
    assert choose is not None
    assert choose.isEnabled()
    choose.click()
    assert view.window.isVisible()
    assert not view.bar.isVisible()
    await active(view.window)
    assert view.body.queue.table.hasFocus()


async def test_signing_out_brings_the_window_back(counter: CounterAtWork) -> None:
    await counter.sign_in()
    counter.room.presenter.switch_shape(True)
    await counter.room.presenter.ask(Intent.SIGN_OUT)
    assert counter.room.view.window.isVisible()
    assert not counter.room.view.bar.isVisible()


async def test_out_of_touch_no_key_expands_it_by_chance(counter: CounterAtWork) -> None:
    await counter.sign_in()
    counter.room.presenter.touch_changed(False)
    counter.room.presenter.switch_shape(True)
    bar = counter.room.view.bar
    await active(bar)
    assert QApplication.focusWidget() is bar
    counter.press(Qt.Key.Key_Space, bar)
    assert bar.isVisible()
