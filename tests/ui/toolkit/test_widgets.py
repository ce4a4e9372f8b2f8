"""What the other widgets show: banners, progress, timers, stories, fields."""

from datetime import UTC, datetime, timedelta

from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.toolkit.windows import Show
from ui.theme import DARK, LIGHT, Look, Status, Tone, active
from ui.widgets.banner import Banner, Notice
from ui.widgets.button import ActionButton
from ui.widgets.card import Card
from ui.widgets.chip import StatusChip
from ui.widgets.inputs import Field
from ui.widgets.layouts import column
from ui.widgets.layouts import row as layout_row
from ui.widgets.progress import ProgressHint
from ui.widgets.side_column import SideColumn
from ui.widgets.story import Story, StoryEntry
from ui.widgets.text import ElidedText
from ui.widgets.timer_label import TimerLabel, clock_text
from ui.words import Words


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
