"""How a station says that its clock is off."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from app.domain.clock import ClockGap
from app.ports.change_feed import Touch
from app.texts import Texts
from ui.shell import Connection, HallClock, StationWindow
from ui.shell.clock_gap import clock_fact
from ui.words import Words


def gap(seconds: float) -> ClockGap:
    return ClockGap(timedelta(seconds=seconds), timedelta(milliseconds=2))


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.21, "本机与服务器时间相差 0.2 秒"),
        (-1.9, "本机与服务器时间相差 1.9 秒"),
        (5.2, "本机时钟慢 5 秒，请校准"),
        (-119, "本机时钟快 119 秒，请校准"),
        (130, "本机时钟慢 2 分钟，请校准"),
        (-8 * 3600, "本机时钟快 8 小时，请校准"),
        (100 * 86400, "本机时钟慢 100 天，请校准"),
    ],
)
def test_the_gap_in_words(words: Words, seconds: float, text: str) -> None:
    assert clock_fact(gap(seconds), words).text == text


def test_a_large_gap_is_a_warning_and_a_small_one_is_quiet() -> None:
    words = Texts("en")
    small, large = clock_fact(gap(0.2), words), clock_fact(gap(-5), words)
    assert (small.icon, small.tone) == ("", "text2")
    assert (large.text, large.tone) == ("This machine's clock is 5 s fast: set it", "warn")
    assert large.icon


def test_the_status_line_tells_it_only_while_in_touch(dressed: QApplication, words: Words) -> None:
    window = StationWindow(words, HallClock(datetime.now(UTC)))
    window.show()

    def warned() -> bool:
        said = (label.text() for label in window.status_line.findChildren(QLabel) if label.isVisible())
        return "本机时钟慢 5 秒，请校准" in said

    window.show_connection(Connection(Touch.CONNECTED))
    window.show_clock(gap(5))
    QApplication.processEvents()
    assert warned()
    window.show_connection(Connection(Touch.LOST))
    assert not warned()
    window.close()
    window.deleteLater()
