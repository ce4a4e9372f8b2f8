from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.reader import read_into
from ui.widgets.wedge import WedgeReader, WedgeRecogniser

NONE = Qt.KeyboardModifier.NoModifier


def feed(recogniser: WedgeRecogniser, text: str, start: int, gap: int) -> int:
    """Type ``text`` with ``gap`` ms between keys; the time of the next key."""
    for at, letter in enumerate(text):
        recogniser.key(letter, start + at * gap)
    return start + len(text) * gap


def test_a_burst_with_its_enter_is_a_code() -> None:
    recogniser = WedgeRecogniser()
    assert recogniser.enter(feed(recogniser, "YC20260318A023", 1000, 5)) == "YC20260318A023"


def test_hands_are_not_a_reader() -> None:
    recogniser = WedgeRecogniser()
    assert recogniser.enter(feed(recogniser, "bdcdengji", 1000, 70)) is None


def test_fast_initials_are_too_short_for_a_code() -> None:
    recogniser = WedgeRecogniser()
    assert recogniser.enter(feed(recogniser, "bdc", 1000, 20)) is None


def test_letters_typed_before_the_burst_are_not_part_of_the_code() -> None:
    recogniser = WedgeRecogniser()
    feed(recogniser, "bd", 1000, 90)
    assert recogniser.enter(feed(recogniser, "A1234567", 5000, 4)) == "A1234567"


def test_an_enter_pressed_later_is_a_person_s() -> None:
    recogniser = WedgeRecogniser()
    assert recogniser.enter(feed(recogniser, "A1234567", 1000, 4) + 400) is None


def test_a_second_enter_is_no_second_code() -> None:
    recogniser = WedgeRecogniser()
    end = feed(recogniser, "A1234567", 1000, 4)
    assert recogniser.enter(end) == "A1234567"
    assert recogniser.enter(end + 4) is None


def test_unknown_times_are_never_a_reader() -> None:
    recogniser = WedgeRecogniser()
    assert recogniser.enter(feed(recogniser, "A1234567", 0, 0)) is None


@pytest.fixture
def field(dressed: QApplication, qtbot: QtBot) -> Iterator[QLineEdit]:
    window = QWidget()  # nobody else keeps it: window and reader would go together as garbage
    edit = QLineEdit(window)
    QVBoxLayout(window).addWidget(edit)
    window.reader = WedgeReader(window, dressed)  # type: ignore[attr-defined]
    window.show()
    window.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    yield edit
    window.close()


def test_a_scan_is_taken_out_of_the_field_and_its_enter_does_not_act(field: QLineEdit) -> None:
    reader = field.window().reader  # type: ignore[attr-defined]
    scanned, entered = QSignalSpy(reader.scanned), QSignalSpy(field.returnPressed)
    field.setText("bd")
    read_into(field, "A0230001", 1000, 5)
    assert scanned.at(0) == ["A0230001"]
    assert entered.count() == 0
    assert field.text() == "bd"


def test_typing_keeps_its_text_and_its_enter(field: QLineEdit) -> None:
    entered = QSignalSpy(field.returnPressed)
    read_into(field, "bdcdengji", 1000, 80)
    assert entered.count() == 1
    assert field.text() == "bdcdengji"


def test_a_password_typed_by_a_machine_is_no_code(field: QLineEdit) -> None:
    field.setEchoMode(QLineEdit.EchoMode.Password)
    reader = field.window().reader  # type: ignore[attr-defined]
    scanned, entered = QSignalSpy(reader.scanned), QSignalSpy(field.returnPressed)
    read_into(field, "secret12", 1000, 4)
    assert scanned.count() == 0
    assert entered.count() == 1
    assert field.text() == "secret12"


class Taker(QPushButton):
    """Takes letters and digits as they come, as rows of materials do; ``?`` leads the keyboard on."""

    def __init__(self, following: QWidget) -> None:
        super().__init__()
        self.taken, self._following = "", following

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == "?":
            self._following.setFocus()
        elif event.text().isprintable() and event.text().strip():
            self.taken += event.text()
        elif event.key() == Qt.Key.Key_Left:
            self.taken += "←"
        else:
            super().keyPressEvent(event)


@pytest.fixture
def taker(field: QLineEdit, qtbot: QtBot) -> Taker:
    """A control that is no field, with the keyboard on it and the field behind it."""
    control = Taker(field)
    layout = field.window().layout()
    assert layout is not None
    layout.addWidget(control)
    control.setFocus()
    qtbot.waitUntil(control.hasFocus)
    return control


def press(key: str, at: int) -> None:
    """One key at a time of the clock, where the keyboard is."""
    offer(Qt.Key(ord(key)), key, at)
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key(ord(key)), NONE, key)
    event.setTimestamp(at)
    target = QApplication.focusWidget()  # where the key before it has led
    assert target is not None
    QApplication.sendEvent(target, event)


def test_the_digits_of_a_code_do_nothing_where_digits_act(taker: Taker) -> None:
    reader = taker.window().reader  # type: ignore[attr-defined]
    scanned, clicked = QSignalSpy(reader.scanned), QSignalSpy(taker.clicked)
    read_into(taker, "A1230001", 1000, 5)
    reader._held.let_go()  # as when no further key comes
    assert scanned.at(0) == ["A1230001"]
    assert (taker.taken, clicked.count()) == ("", 0)


def test_a_digit_by_hand_acts_a_moment_later(taker: Taker, qtbot: QtBot) -> None:
    press("3", 1000)
    assert taker.taken == ""
    qtbot.waitUntil(lambda: taker.taken == "3")


def test_digits_by_hand_act_in_their_order_however_late_they_come(taker: Taker) -> None:
    for at, key in enumerate("123"):
        press(key, 1000 + 60 * at)
    QTest.keyClick(taker, Qt.Key.Key_Left)
    assert taker.taken == "123←"


def offer(key: Qt.Key, text: str, at: int, modifier: Qt.KeyboardModifier = NONE) -> bool:
    """Offer a key to the shortcuts, as Qt does before it is pressed; whether one may have it."""
    target = QApplication.focusWidget()
    assert target is not None
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifier, text)
    event.setTimestamp(at)
    event.ignore()
    QApplication.sendEvent(target, event)
    return not event.isAccepted()


def test_what_a_reader_types_is_no_key_of_the_window(taker: Taker) -> None:
    press("y", 1000)
    assert not offer(Qt.Key.Key_Slash, "/", 1005)
    assert taker.taken == ""


@pytest.mark.parametrize(
    ("key", "text", "modifier"),
    [
        (Qt.Key.Key_Slash, "/", NONE),
        (Qt.Key.Key_Return, "\r", NONE),
        (Qt.Key.Key_Return, "\r", Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_4, "4", Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_F5, "", NONE),
    ],
)
def test_a_digit_acts_before_a_key_of_the_window(
    taker: Taker, key: Qt.Key, text: str, modifier: Qt.KeyboardModifier
) -> None:
    press("1", 1000)
    assert offer(key, text, 1060, modifier)
    assert taker.taken == "1"


def test_a_key_of_the_window_is_never_read_however_soon_it_follows(taker: Taker) -> None:
    press("1", 1000)
    assert offer(Qt.Key.Key_Return, "\r", 1005, Qt.KeyboardModifier.ControlModifier)
    assert taker.taken == "1"


def test_a_key_goes_where_the_one_before_it_leads(taker: Taker, field: QLineEdit) -> None:
    press("?", 1000)
    press("b", 1060)
    press("d", 1120)
    assert (taker.taken, field.text()) == ("", "bd")


def test_an_unfinished_burst_acts_after_all(taker: Taker, qtbot: QtBot) -> None:
    for at, key in enumerate("12"):
        press(key, 1000 + 5 * at)
    qtbot.waitUntil(lambda: taker.taken == "12")
