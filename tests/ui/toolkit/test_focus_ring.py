from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.toolkit.windows import Show, focus
from ui.widgets.button import ActionButton
from ui.widgets.choice import Option, Segment, SegmentedChoice
from ui.widgets.focus_ring import FocusRing


@pytest.fixture
def ring(dressed: QApplication) -> Iterator[FocusRing]:
    made = FocusRing(dressed)
    yield made
    made.deleteLater()


def around(control: QWidget) -> QRect:
    """Where the ring of a control belongs, in its window."""
    at = control.mapTo(control.window(), QPoint(0, 0))
    return QRect(at, control.size()).adjusted(-4, -4, 4, 4)


def test_the_ring_lies_around_the_focused_button(show: Show, qtbot: QtBot, ring: FocusRing) -> None:
    button, edit = ActionButton("go"), QLineEdit()
    window = show(button, edit)
    focus(qtbot, button)
    assert ring.isVisible()
    assert ring.geometry() == around(button)
    window.resize(window.size() + QSize(80, 0))
    qtbot.waitUntil(lambda: ring.geometry() == around(button))
    focus(qtbot, edit)
    assert not ring.isVisible()


def test_no_tight_parent_cuts_the_ring_off(show: Show, qtbot: QtBot, ring: FocusRing) -> None:
    choice = SegmentedChoice([Option("a", "A"), Option("b", "B")])
    window = show(choice)
    segment = choice.findChild(Segment)
    focus(qtbot, segment)
    assert ring.parentWidget() is window
    assert ring.geometry() == around(segment)
    window.layout().setContentsMargins(60, 60, 0, 0)
    qtbot.waitUntil(lambda: segment.mapTo(window, QPoint(0, 0)).x() >= 60)
    assert ring.geometry() == around(segment), "it follows what moves a parent"


def test_the_ring_is_scrolled_away_with_its_button(show: Show, qtbot: QtBot, ring: FocusRing) -> None:
    area, page = QScrollArea(), QWidget()
    button = ActionButton("go", parent=page)
    button.move(20, 10)
    page.resize(200, 2000)
    area.setWidget(page)
    area.setFixedSize(240, 200)
    show(area)
    focus(qtbot, button)
    assert ring.geometry() == around(button)
    area.verticalScrollBar().setValue(30)
    assert area.geometry().adjusted(-4, -4, 4, 4).contains(ring.geometry())
    assert ring.height() < around(button).height()
    area.verticalScrollBar().setValue(1000)
    assert not ring.isVisible()


def test_who_points_sees_no_ring_until_a_key(show: Show, qtbot: QtBot, ring: FocusRing) -> None:
    edit, button = QLineEdit(), ActionButton("go")
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window = show(edit, button)
    focus(qtbot, edit)
    handle, place = window.windowHandle(), button.geometry().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=place)
    assert button.hasFocus()
    assert not ring.isVisible()
    qtbot.keyClick(button, Qt.Key.Key_Shift)
    assert ring.isVisible()


def test_the_ring_survives_the_end_of_its_button(
    show: Show, qtbot: QtBot, dressed: QApplication, ring: FocusRing
) -> None:
    button, other = ActionButton("go"), ActionButton("other")
    window = show(button, other)
    focus(qtbot, button)
    window.layout().removeWidget(button)
    button.deleteLater()
    dressed.processEvents()
    focus(qtbot, other)
    assert ring.isVisible()
