"""Fields of the room's forms."""

import pytest
from pytestqt.qtbot import QtBot

from ui.widgets.fields import WordsBox


@pytest.mark.parametrize(
    ("text", "about", "shown"), [("older", "1", "typed"), ("other", "2", "other"), ("", "1", "")]
)
def test_what_is_being_written_changes_for_another_case_alone(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, text: str, about: str, shown: str
) -> None:
    box = WordsBox()
    qtbot.addWidget(box)
    box.show_text("typed", "1")
    monkeypatch.setattr(box, "hasFocus", lambda: True)
    box.show_text(text, about)
    assert box.toPlainText() == shown


def test_what_nobody_is_writing_follows_the_state(qtbot: QtBot) -> None:
    box = WordsBox()
    qtbot.addWidget(box)
    box.show_text("typed", "1")
    box.show_text("newer", "1")
    assert box.toPlainText() == "newer"
