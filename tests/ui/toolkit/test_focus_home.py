"""A control that takes no more keys passes them on to nobody by chance."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.toolkit.windows import Show, focus
from ui.widgets.button import ActionButton
from ui.widgets.focus_home import FocusHome


@pytest.fixture(autouse=True)
def home(dressed: QApplication) -> Iterator[FocusHome]:
    made = FocusHome(dressed)
    yield made
    made.deleteLater()


@pytest.fixture
def pressed() -> list[str]:
    """The names of the buttons that were pressed."""
    return []


def button(name: str, pressed: list[str]) -> ActionButton:
    """A button that says when it is pressed."""
    made = ActionButton(name)
    made.clicked.connect(lambda: pressed.append(name))
    return made


def press(key: Qt.Key) -> None:
    """Press a key where the keyboard is."""
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key)


class Desk(QWidget):
    """A part of a window with a next step."""

    def __init__(self, next_step: QWidget, *others: QWidget) -> None:
        super().__init__()
        self._next = next_step
        box = QVBoxLayout(self)
        for part in (*others, next_step):
            box.addWidget(part)

    def keyboard_home(self) -> QWidget:
        """The next step."""
        return self._next


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_button_that_disables_itself_leaves_the_keys_to_the_window(
    show: Show, qtbot: QtBot, pressed: list[str], key: Qt.Key
) -> None:
    first, neighbour = button("first", pressed), button("neighbour", pressed)
    first.clicked.connect(lambda: first.setEnabled(False))
    window = show(first, neighbour)
    focus(qtbot, first)
    press(key)
    press(key)
    assert pressed == ["first"]
    assert QApplication.focusWidget() is window
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is neighbour


def test_it_has_the_keys_again_as_soon_as_it_can_take_them(
    show: Show, qtbot: QtBot, pressed: list[str]
) -> None:
    first, neighbour = button("first", pressed), button("neighbour", pressed)
    show(first, neighbour)
    focus(qtbot, first)
    first.setEnabled(False)
    first.setEnabled(True)
    press(Qt.Key.Key_Space)
    assert pressed == ["first"]
    first.setEnabled(False)
    focus(qtbot, neighbour)
    first.setEnabled(True)
    assert QApplication.focusWidget() is neighbour, "who has gone on is not called back"


def test_a_hidden_button_leaves_them_to_the_next_step(show: Show, qtbot: QtBot, pressed: list[str]) -> None:
    going, beside, next_step = (button(name, pressed) for name in ("going", "beside", "next"))
    going.clicked.connect(going.hide)
    show(Desk(next_step, going, beside))
    focus(qtbot, going)
    press(Qt.Key.Key_Space)
    assert QApplication.focusWidget() is next_step
    press(Qt.Key.Key_Space)
    assert pressed == ["going", "next"]


def test_a_next_step_that_takes_no_keys_is_passed_over(show: Show, qtbot: QtBot, pressed: list[str]) -> None:
    going, beside, next_step = (button(name, pressed) for name in ("going", "beside", "next"))
    window = show(Desk(next_step, going, beside))
    focus(qtbot, going)
    next_step.setEnabled(False)
    going.setEnabled(False)
    assert QApplication.focusWidget() is window


def test_a_whole_part_that_is_disabled_counts_too(show: Show, qtbot: QtBot, pressed: list[str]) -> None:
    inside, neighbour = button("inside", pressed), button("neighbour", pressed)
    part = Desk(inside)
    window = show(part, neighbour)
    focus(qtbot, inside)
    part.setEnabled(False)
    assert QApplication.focusWidget() is window


def test_behind_a_dialog_it_is_the_same(show: Show, qtbot: QtBot, pressed: list[str]) -> None:
    first, neighbour = button("first", pressed), button("neighbour", pressed)
    window = show(first, neighbour)
    focus(qtbot, first)
    in_front = show(button("front", pressed))
    first.setEnabled(False)
    in_front.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Space)
    assert pressed == []


def test_where_the_program_leads_the_keyboard_it_goes(show: Show, qtbot: QtBot, pressed: list[str]) -> None:
    old, new = button("old", pressed), button("new", pressed)
    pages = QStackedWidget()
    pages.addWidget(Desk(old))
    pages.addWidget(Desk(button("first of the page", pressed), new))
    show(pages)
    focus(qtbot, old)
    pages.setCurrentIndex(1)
    new.setFocus()
    press(Qt.Key.Key_Space)
    assert pressed == ["new"]


def test_a_page_that_goes_with_its_next_step_leaves_the_keys_to_the_window(
    show: Show, qtbot: QtBot, pressed: list[str]
) -> None:
    inside, next_step, outside = (button(name, pressed) for name in ("inside", "next", "outside"))
    page = Desk(next_step, inside)
    window = show(page, outside)
    focus(qtbot, inside)
    page.hide()
    assert QApplication.focusWidget() is window


def test_who_is_led_on_from_a_hidden_control_stays_there(
    show: Show, qtbot: QtBot, pressed: list[str]
) -> None:
    """With nothing else to go to Qt leaves the keyboard on what is hidden, until the program leads it on."""
    old, new, next_step = (button(name, pressed) for name in ("old", "new", "next"))
    show(Desk(next_step, old, new))
    for other in (new, next_step):
        other.hide()
    focus(qtbot, old)
    old.hide()
    for other in (new, next_step):
        other.show()
    new.setFocus()
    assert QApplication.focusWidget() is new
    new.setEnabled(False)
    assert QApplication.focusWidget() is next_step
