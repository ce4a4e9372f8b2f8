"""Rows of materials: judged, ticked, remarked on, and as high as their words."""

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.toolkit.windows import Show, focus
from ui.theme import Status, Tone
from ui.widgets.material_row import MaterialRow
from ui.widgets.tick_row import TickRow
from ui.words import Words


def test_a_judgement_tints_its_row_and_asks_what_is_wrong(show: Show, words: Words) -> None:
    row = MaterialRow(words, 1, "name", "detail", kinds=[("differs", "differs"), ("expired", "expired")])
    show(row)
    judged = QSignalSpy(row.judged)
    row.choice.choose_number(3)
    assert judged.at(0) == [Status.WRONG.value]
    row.show_judgement(Status.WRONG, "expired", "since May")
    assert row.property("tint") == Tone.DANGER.value
    assert (row.kind.isVisible(), row.kind.currentData(), row.remark.text()) == (True, "expired", "since May")
    row.show_judgement(Status.COMPLETE)
    assert row.property("tint") == ""
    assert not row.remark.isVisible()


def test_a_row_to_tick_offers_what_is_not_needed_in_the_place_of_the_state(
    show: Show, qtbot: QtBot, words: Words
) -> None:
    row = TickRow(words, 1, "name")
    show(row)
    row.tick.clearFocus()
    row.show_held(False, Status.MISSING)
    height = row.height()
    assert not row.aside.isVisible()
    focus(qtbot, row.tick)
    assert (row.aside.isVisible(), row.height()) == (True, height)
    asked = QSignalSpy(row.set_aside)
    row.aside.click()
    assert asked.at(0) == [True]
    row.show_held(False, Status.NOT_NEEDED)
    assert (row.property("tint"), row.tick.isChecked()) == ("", False)
    row.aside.click()
    assert asked.at(1) == [False]
    row.show_held(True)
    assert not row.aside.isVisible()


def test_a_row_to_tick_keeps_the_keyboard_when_its_button_goes(
    show: Show, qtbot: QtBot, words: Words
) -> None:
    row = TickRow(words, 1, "name")
    show(row)
    focus(qtbot, row.tick)
    focus(qtbot, row.aside)
    row.show_held(True)
    assert row.tick.hasFocus()


def test_the_mouse_brings_the_button_and_takes_it_away(show: Show, words: Words) -> None:
    row = TickRow(words, 1, "name")
    show(row)
    row.tick.clearFocus()
    row.show_held(False, Status.MISSING)
    middle = QPointF(row.rect().center())
    QApplication.sendEvent(row, QEnterEvent(middle, middle, middle))
    assert row.aside.isVisible()
    QApplication.sendEvent(row, QEvent(QEvent.Type.Leave))
    assert not row.aside.isVisible()


def test_a_remark_being_written_is_not_overwritten(show: Show, qtbot: QtBot, words: Words) -> None:
    row = MaterialRow(words, 1, "name", "detail")
    show(row)
    row.show_judgement(Status.WRONG)
    focus(qtbot, row.remark)
    qtbot.keyClicks(row.remark, "ab")
    row.show_judgement(Status.WRONG, "", "from elsewhere")
    assert row.remark.text() == "ab"


def test_a_long_material_is_shown_whole_over_several_lines(show: Show, qtbot: QtBot, words: Words) -> None:
    row = MaterialRow(words, 1, "a long material that has many words in its name " * 3, "detail")
    window = show(row)
    window.resize(420, 400)
    qtbot.waitUntil(lambda: row.name.height() >= 3 * row.name.fontMetrics().height())
    assert row.height() > row.name.height()


def test_a_material_without_details_has_its_name_in_the_middle(show: Show, words: Words) -> None:
    row = MaterialRow(words, 1, "name", "")
    show(row)
    name, choice = row.name.geometry().center().y(), row.choice.geometry().center().y()
    assert abs(name - choice) <= 1
