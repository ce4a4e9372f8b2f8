"""Qt's own words follow the station's language."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from app.settings import StationSettings
from ui.qt_words import speak
from ui.stage import dress


def cancel() -> str:
    """What Qt calls the button that puts its file chooser away."""
    return QCoreApplication.translate("QPlatformTheme", "Cancel")


@pytest.fixture(autouse=True)
def in_english_again(dressed: QApplication) -> Iterator[None]:
    """Leave Qt as it was."""
    yield
    speak("en")


def test_a_station_in_chinese_has_a_chinese_file_chooser() -> None:
    dress(StationSettings(language="zh"))
    assert cancel() == "取消"


def test_another_language_takes_the_place_of_the_one_before() -> None:
    speak("zh")
    speak("en")
    assert cancel() == "Cancel"
