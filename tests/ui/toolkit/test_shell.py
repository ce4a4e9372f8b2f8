from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.message import Message
from app.ports.change_feed import Touch
from app.texts import Texts
from ui.shell import Connection, Fact, HallClock, Navigation, Place, Preferences, StationWindow
from ui.shell.nav import NavButton
from ui.theme import LARGE_PRINT, active
from ui.widgets.button import ActionButton
from ui.words import Words

CHINA = timezone(timedelta(hours=8))
NOW = datetime(2026, 3, 18, 10, 6, 59, tzinfo=CHINA)


class Steady:
    """A steady clock that a test moves."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def steady() -> Steady:
    return Steady()


@pytest.fixture
def station(dressed: QApplication, words: Words, steady: Steady) -> Iterator[StationWindow]:
    window = StationWindow(words, HallClock(NOW, steady))
    window.resize(1366, 768)
    window.show()
    yield window
    window.close()
    window.deleteLater()


def visible_words(window: QWidget) -> set[str]:
    return {label.text() for label in window.findChildren(QLabel) if label.isVisible()}


def test_the_header_gives_up_facts_and_place_before_it_cuts_the_station_s_name(
    station: StationWindow,
) -> None:
    header = station.header
    header.show_station("2 号窗口", "不动产综合受理窗口")
    header.show_facts(Fact("数据库已连接"), Fact("A009 第 2 次呼叫"))
    QApplication.processEvents()
    assert {"2 号窗口", "不动产综合受理窗口", "数据库已连接"} <= visible_words(header)
    name = next(label for label in header.findChildren(QLabel) if label.text() == "2 号窗口")
    station.resize(420, 768)
    QApplication.processEvents()
    assert name.width() >= name.sizeHint().width()
    assert {"2 号窗口", "10:06"} <= visible_words(header)
    assert not {"数据库已连接", "不动产综合受理窗口"} & visible_words(header)
    station.resize(1366, 768)
    QApplication.processEvents()
    assert {"不动产综合受理窗口", "数据库已连接"} <= visible_words(header), "they come back with the room"


def test_the_clock_carries_the_database_s_time_on(dressed: QApplication, steady: Steady) -> None:
    clock = HallClock(NOW, steady)
    steady.seconds += 90
    assert clock.now() == NOW + timedelta(seconds=90)
    clock.set(NOW)
    assert clock.now() == NOW


def test_a_time_that_is_set_is_told_at_once(dressed: QApplication, steady: Steady) -> None:
    clock = HallClock(NOW, steady)
    told = QSignalSpy(clock.ticked)
    clock.set(NOW + timedelta(hours=1))
    assert told.count() == 1


def test_the_clock_refuses_naive_time() -> None:
    with pytest.raises(ValueError, match="aware"):
        HallClock(datetime(2026, 3, 18))  # noqa: DTZ001


def test_the_header_shows_the_hall_s_date_and_time(station: StationWindow, steady: Steady) -> None:
    assert {"10:06", "3月18日 周三"} <= visible_words(station)
    steady.seconds += 2
    station.header.show_time()
    assert "10:07" in visible_words(station)


def test_the_header_speaks_english(station: StationWindow) -> None:
    station.header.retranslate(Texts("en"))
    assert {"Yici", "Wed 18 Mar"} <= visible_words(station)


def test_bars_have_their_heights(station: StationWindow) -> None:
    assert station.header.height() == 48
    assert station.status_line.height() == 28


def test_out_of_touch_is_said_above_the_room_and_offers_to_retry(
    station: StationWindow, words: Words
) -> None:
    station.show_connection(Connection(Touch.LOST, NOW))
    assert words("shell.connection.lost") in visible_words(station)
    assert any("10:06" in text for text in visible_words(station) - {"10:06"})
    retried = QSignalSpy(station.retry_requested)
    next(b for b in station.findChildren(ActionButton) if b.text() == words("shell.connection.retry")).click()
    assert retried.count() == 1
    station.show_connection(Connection(Touch.CONNECTED))
    assert words("shell.connection.lost") not in visible_words(station)
    QApplication.processEvents()
    assert words("shell.connection.connected") in visible_words(station)


def test_a_problem_stays_until_it_is_put_away(station: StationWindow, words: Words) -> None:
    station.show_problem(Message("shell.failure.bug", {"report": "7F3K2X"}))
    assert any("7F3K2X" in text for text in visible_words(station))
    station.clear_problem()
    assert not any("7F3K2X" in text for text in visible_words(station))


def test_without_messages_the_room_begins_below_the_header(station: StationWindow) -> None:
    room = QWidget()
    station.set_body(room)
    QApplication.processEvents()
    assert room.geometry().top() == 48 + 12


def test_another_room_takes_the_place_of_the_first(station: StationWindow) -> None:
    first, second = QWidget(), QWidget()
    station.set_body(first)
    station.set_body(second)
    QApplication.processEvents()
    assert second.isVisible()
    assert not first.isVisible()


def test_closing_is_told(station: StationWindow) -> None:
    closed = QSignalSpy(station.closed)
    station.close()
    assert closed.count() == 1


def test_places_are_reached_by_their_keys(dressed: QApplication, qtbot: QtBot) -> None:
    navigation = Navigation(
        [Place("issue", "issue", "ticket"), Place("check_in", "check in", "calendar-check", "F2")]
    )
    navigation.show()
    navigation.activateWindow()
    qtbot.waitUntil(navigation.isActiveWindow)
    went = QSignalSpy(navigation.went)
    qtbot.keyClick(navigation, Qt.Key.Key_F2)
    assert [went.at(at)[0] for at in range(went.count())] == ["check_in"]
    navigation.deleteLater()


def test_words_of_places_stand_whole_or_not_at_all(dressed: QApplication) -> None:
    places = [Place(key, f"the place of {key}", "ticket", f"F{at}") for at, key in enumerate("abc", 1)]
    navigation = Navigation(places)
    navigation.show_place("b")
    buttons = navigation.findChildren(NavButton)
    whole = navigation.sizeHint().width()
    here = (
        navigation.minimumSizeHint().width() + buttons[1].whole_width() - buttons[1].minimumSizeHint().width()
    )
    navigation.show()
    for width, worded in ((whole, "abc"), (whole - 1, "b"), (here, "b"), (here - 1, ""), (whole, "abc")):
        navigation.resize(width, 40)
        QApplication.processEvents()
        shown = [button.sizeHint().width() == button.whole_width() for button in buttons]
        assert shown == [key in worded for key in "abc"], width
        assert all(button.width() >= button.sizeHint().width() for button in buttons), width
    navigation.resize(here, 40)
    navigation.show_place("c")
    assert [button.sizeHint().width() == button.whole_width() for button in buttons] == [False, False, True]
    navigation.deleteLater()


def test_large_print_and_dark_are_put_on_at_once_and_reported(dressed: QApplication, words: Words) -> None:
    preferences = Preferences(words)
    switched = QSignalSpy(preferences.look_switched)
    language, large, dark = preferences.findChildren(ActionButton)
    large.click()
    dark.click()
    assert (active.look.scale, active.look.tokens.name) == (LARGE_PRINT, "dark")
    assert [switched.at(at) for at in range(2)] == [["light", True], ["dark", True]]
    assert large.text() == words("shell.preferences.normal_print")
    large.click()
    assert active.look.scale == 1.0
    asked = QSignalSpy(preferences.language_switched)
    language.click()
    assert asked.count() == 1
    preferences.deleteLater()
