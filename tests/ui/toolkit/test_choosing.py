"""What one chooses and searches with: keys, segments, chips, the search box and its list."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.toolkit.windows import Show, focus, three
from ui.widgets.button import ActionButton
from ui.widgets.chip_choice import ChipChoice
from ui.widgets.choice import Option
from ui.widgets.entry import Entry
from ui.widgets.entry_list import EntryList
from ui.widgets.fkeybar import FKey, FKeyBar
from ui.widgets.inputs import Picker
from ui.widgets.search_box import SearchBox
from ui.words import Words


def keys_bar() -> FKeyBar:
    return FKeyBar([FKey("F2", "call", "call"), FKey("F4", "start", "start"), FKey("F12", "pause", "pause")])


def test_a_function_key_acts_once_and_only_when_enabled(show: Show, qtbot: QtBot) -> None:
    bar = keys_bar()
    window = show(bar)
    bar.show_state({"call"}, "call")
    triggered = QSignalSpy(bar.triggered)
    qtbot.keyClick(window, Qt.Key.Key_F2)
    qtbot.keyClick(window, Qt.Key.Key_F4)
    assert [triggered.at(at)[0] for at in range(triggered.count())] == ["call"]


def test_a_held_function_key_repeats_nothing(show: Show) -> None:
    bar = keys_bar()
    window = show(bar)
    bar.show_state({"call"})
    triggered = QSignalSpy(bar.triggered)
    for repeat in (False, True, True):
        QTest.simulateEvent(window, True, Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier, "", repeat)
    assert triggered.count() == 1


def test_a_function_key_does_not_reach_the_field_below(show: Show, qtbot: QtBot) -> None:
    bar, combo = keys_bar(), QComboBox()
    combo.addItems(["a", "b"])
    show(bar, combo)
    bar.show_state({"start"})
    focus(qtbot, combo)
    triggered = QSignalSpy(bar.triggered)
    qtbot.keyClick(combo, Qt.Key.Key_F4)
    assert triggered.count() == 1
    assert not combo.view().isVisible()


def test_slots_never_move(show: Show) -> None:
    bar = keys_bar()
    show(bar)
    before = [bar.button(action).geometry() for action in ("call", "start", "pause")]
    bar.show_state({"pause"}, "pause")
    assert [bar.button(action).geometry() for action in ("call", "start", "pause")] == before


def test_enter_and_space_press_a_button_and_a_held_key_presses_once(show: Show, qtbot: QtBot) -> None:
    button = ActionButton("go")
    show(button)
    focus(qtbot, button)
    clicked = QSignalSpy(button.clicked)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    repeat = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
    QApplication.sendEvent(button, repeat)
    assert clicked.count() == 2


def test_segments_are_chosen_by_digit_and_arrow_and_reported_once(show: Show, qtbot: QtBot) -> None:
    choice = three()
    show(choice)
    focus(qtbot, choice)
    chosen = QSignalSpy(choice.chosen)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_3)
    assert choice.value() == "wrong"
    assert [chosen.at(at)[0] for at in range(chosen.count())] == ["wrong"]


def test_showing_a_value_reports_nothing_and_can_show_none(show: Show) -> None:
    choice = three()
    show(choice)
    chosen = QSignalSpy(choice.chosen)
    choice.show_value("missing")
    assert choice.value() == "missing"
    choice.show_value(None)
    assert choice.value() is None
    assert chosen.count() == 0


def test_chips_answer_to_alt_and_their_digit(show: Show, qtbot: QtBot) -> None:
    chips = ChipChoice()
    window = show(chips)
    chips.show_options([Option(str(at), f"situation {at}") for at in range(12)], "0")
    chosen = QSignalSpy(chips.chosen)
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier)
    assert [chosen.at(at)[0] for at in range(chosen.count())] == ["1", "9"]


def test_chips_wrap_within_their_width(show: Show, qtbot: QtBot) -> None:
    chips = ChipChoice()
    window = show(chips)
    chips.show_options([Option(str(at), "a rather long situation") for at in range(8)])
    window.resize(420, 300)
    qtbot.waitUntil(lambda: chips.height() > 60)
    assert all(child.geometry().right() <= chips.width() for child in chips.findChildren(QWidget))


def test_search_has_the_input_method_off_until_it_is_asked_for(show: Show, words: Words) -> None:
    box = SearchBox(words)
    show(box)
    assert not box.edit.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    off = box.toggle.text()
    box.toggle.click()
    assert box.edit.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert box.toggle.text() != off


def test_search_finds_what_the_input_method_still_holds(show: Show, words: Words) -> None:
    box = SearchBox(words)
    show(box)
    box.use_input_method(True)
    searched = QSignalSpy(box.searched)
    QApplication.sendEvent(box.edit, QInputMethodEvent("b'd'c", []))
    assert searched.at(searched.count() - 1) == ["bdc"]


def test_arrows_and_enter_of_the_search_box_act_on_the_list(show: Show, qtbot: QtBot, words: Words) -> None:
    box, found = SearchBox(words), EntryList()
    show(box, found)
    found.show_entries([Entry("head", "head", head=True), Entry(1, "one", "d"), Entry(2, "two", "d")])
    box.moved.connect(found.move)
    box.picked.connect(found.pick_current)
    picked = QSignalSpy(found.picked)
    focus(qtbot, box)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(box.edit, key)
    assert picked.at(0) == [2]


def test_a_list_keeps_its_selection_when_entries_come(show: Show) -> None:
    found = EntryList()
    show(found)
    found.show_entries([Entry(1, "one"), Entry(2, "two")])
    found.select(2)
    found.show_entries([Entry(0, "zero"), Entry(1, "one"), Entry(2, "two, changed")])
    assert found.current_key() == 2


def test_the_wheel_does_not_choose(show: Show) -> None:
    picker = Picker()
    picker.addItems(["a", "b"])
    show(picker)
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(picker, event)
    assert picker.currentIndex() == 0
