from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QInputMethodEvent, QKeyEvent, QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.toolkit.windows import Show, focus
from ui.theme import DARK, LIGHT, Look, Status, Tone, active
from ui.widgets.banner import Banner, Notice
from ui.widgets.button import ActionButton
from ui.widgets.card import Card
from ui.widgets.chip import StatusChip
from ui.widgets.chip_choice import ChipChoice
from ui.widgets.choice import Option, SegmentedChoice
from ui.widgets.entry import Entry
from ui.widgets.entry_list import EntryList
from ui.widgets.fkeybar import FKey, FKeyBar
from ui.widgets.inputs import Field, Picker
from ui.widgets.layouts import column
from ui.widgets.layouts import row as layout_row
from ui.widgets.material_row import MaterialRow
from ui.widgets.progress import ProgressHint
from ui.widgets.search_box import SearchBox
from ui.widgets.side_column import SideColumn
from ui.widgets.story import Story, StoryEntry
from ui.widgets.text import ElidedText
from ui.widgets.tick_row import TickRow
from ui.widgets.timer_label import TimerLabel, clock_text
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


def three() -> SegmentedChoice:
    return SegmentedChoice([Option("complete", "a"), Option("missing", "b"), Option("wrong", "c")])


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


def test_a_banner_is_as_tall_as_its_words(show: Show) -> None:
    page = QWidget()
    banner = Banner()
    column(page).put(banner, None)
    show(page)
    page.resize(480, 400)
    banner.show_message(Tone.WARN, "due today", "what waits for whom " * 12)
    for width in (480, 700):
        page.resize(width, 400)
        QApplication.processEvents()
        detail = banner._detail
        assert detail.height() >= detail.heightForWidth(detail.width())


def test_a_banner_says_what_and_offers_what_to_do(show: Show) -> None:
    banner = Banner("away")
    show(banner)
    acted = QSignalSpy(banner.action)
    banner.show_message(Tone.DANGER, "lost", "retrying", action="now")
    button = next(button for button in banner.findChildren(ActionButton) if button.text() == "now")
    button.click()
    assert banner.isVisible()
    assert banner.accessibleName() == "lost"
    assert acted.count() == 1


def test_a_notice_goes_by_itself(show: Show, qtbot: QtBot) -> None:
    notice = Notice(seconds=0.05)
    show(notice)
    notice.show_message(Tone.OK, "saved")
    assert notice.isVisible()
    qtbot.waitUntil(notice.isHidden)


def test_what_is_quick_shows_no_progress_and_what_is_slow_can_be_cancelled(
    show: Show, qtbot: QtBot, words: Words
) -> None:
    hint = ProgressHint(words)
    window = show(hint, QLabel("beside"))
    hint.begin()
    assert not hint.isVisible()
    qtbot.waitUntil(hint.isVisible)
    cancel = next(iter(hint.findChildren(ActionButton)))
    assert not cancel.isVisible()
    qtbot.waitUntil(cancel.isVisible)
    cancelled = QSignalSpy(hint.cancelled)
    cancel.click()
    assert cancelled.count() == 1
    assert not hint.isVisible()
    assert window.isVisible()


def test_a_timer_counts_from_the_hall_s_time(dressed: QApplication) -> None:
    start = datetime(2026, 3, 18, 10, 0, tzinfo=UTC)
    now = [start + timedelta(minutes=6, seconds=42)]
    timer = TimerLabel(lambda: now[0])
    timer.start(start)
    assert timer.text() == "06:42"
    now[0] += timedelta(hours=1)
    timer.refresh()
    assert timer.text() == "1:06:42"
    assert clock_text(timedelta(seconds=-3)) == "00:00"


def test_a_timer_keeps_its_width_while_it_runs(dressed: QApplication) -> None:
    start = datetime(2026, 3, 18, 10, 0, tzinfo=UTC)
    widths = set()
    for seconds in (11, 48, 600, 1799):
        timer = TimerLabel(lambda at=seconds: start + timedelta(seconds=at))
        timer.start(start)
        widths.add(timer.sizeHint().width())
    assert len(widths) == 1


def test_entries_of_a_story_that_stay_keep_their_widgets(show: Show) -> None:
    story = Story()
    show(story)
    entries = [StoryEntry("1", "one"), StoryEntry("2", "two")]
    story.show_entries(entries)
    first = story.layout().itemAt(0).widget()
    story.show_entries([*entries, StoryEntry("3", "three")])
    assert story.layout().itemAt(0).widget() is first
    assert story.layout().count() == 3


def test_words_of_a_story_are_never_taken_for_mark_up(show: Show) -> None:
    story = Story()
    show(story)
    story.show_entries([StoryEntry("1", lead="<i>A</i>", text=" & b")])
    assert "&lt;i&gt;A&lt;/i&gt;" in story.findChildren(QLabel)[-1].text()


def test_a_field_says_below_it_what_is_wrong(show: Show) -> None:
    edit = QLineEdit()
    field = Field("number", edit)
    show(field)
    field.show_problem("check digit")
    assert edit.accessibleDescription() == "check digit"
    assert any(label.text() == "check digit" and label.isVisible() for label in field.findChildren(QLabel))


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


def test_widgets_measure_themselves_anew_when_the_look_changes(show: Show, words: Words) -> None:
    chip, button, card = StatusChip(Status.CALLED, words), ActionButton("go"), Card(padded=True)
    show(chip, button, card)
    before = [chip.sizeHint().height(), button.sizeHint().height(), card.body.contentsMargins().left()]
    active.apply(Look(DARK, 2.0))
    after = [chip.sizeHint().height(), button.sizeHint().height(), card.body.contentsMargins().left()]
    assert after == [2 * length for length in before]
    active.apply(Look(LIGHT))


def test_long_words_end_in_an_ellipsis_and_are_whole_in_the_tool_tip(show: Show) -> None:
    holder = QWidget()
    text = ElidedText("a very long name of a service item " * 4)
    column(holder).put(text)
    window = show(holder)
    window.resize(200, 60)
    assert text.minimumSizeHint().width() < 100
    assert text.width() < 250


def test_a_long_material_is_shown_whole_over_several_lines(show: Show, qtbot: QtBot, words: Words) -> None:
    row = MaterialRow(words, 1, "a long material that has many words in its name " * 3, "detail")
    window = show(row)
    window.resize(420, 400)
    qtbot.waitUntil(lambda: row.name.height() >= 3 * row.name.fontMetrics().height())
    assert row.height() > row.name.height()


def test_a_side_column_gives_way_before_the_middle(show: Show, qtbot: QtBot) -> None:
    side, middle = SideColumn(300), QWidget()
    middle.setMinimumWidth(400)
    holder = QWidget()
    line = layout_row(holder, gap=0)
    line.addWidget(side)
    line.addWidget(middle, 1)
    window = show(holder)
    window.resize(900, 200)
    qtbot.waitUntil(lambda: side.width() == 300)
    window.resize(670, 200)
    qtbot.waitUntil(lambda: side.width() < 300)
    assert side.width() >= 220


def test_a_state_is_told_to_a_screen_reader(dressed: QApplication, words: Words) -> None:
    chip = StatusChip(Status.OVERDUE, words)
    assert chip.accessibleName() == words("shell.status.overdue")


def test_a_link_takes_the_colour_of_the_look_in_force(show: Show, dressed: QApplication) -> None:
    story = Story()
    show(story)
    story.show_entries([StoryEntry("1", lead="one", link="slip 0296")])
    link = next(label for label in story.findChildren(QLabel) if "slip 0296" in label.text())
    assert LIGHT.accent.lower() in link.text().lower()
    active.apply(Look(DARK))
    assert DARK.accent.lower() in link.text().lower()


def test_a_material_without_details_has_its_name_in_the_middle(show: Show, words: Words) -> None:
    row = MaterialRow(words, 1, "name", "")
    show(row)
    name, choice = row.name.geometry().center().y(), row.choice.geometry().center().y()
    assert abs(name - choice) <= 1
