"""The form of an appeal: which bad rating, and why it is not the rated clerk's to bear."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from ui.follow_ups.drafts import NO_APPEAL, Appeal
from ui.follow_ups.state import FollowUpsState
from ui.theme import Type
from ui.widgets.fields import WordsBox
from ui.widgets.inputs import Field, write_unless_focused
from ui.widgets.text import Text
from ui.words import Words
from ui.worklist.form_pane import FormPane, main_action

_LEAST, _MOST = 3, 10
"""Lines."""


class AppealPane(FormPane[FollowUpsState]):
    """``written(appeal)`` with every letter."""

    written = Signal(object)

    def __init__(self, words: Words) -> None:
        button = main_action(words("follow_ups.appeal.lodge"), "megaphone")
        super().__init__(words, words("follow_ups.appeal.title"), words("follow_ups.appeal.back"), button)
        self._appeal: Appeal = NO_APPEAL
        self.number = QLineEdit()
        self.number.setPlaceholderText(words("follow_ups.appeal.number.like"))
        self.reason = WordsBox(_LEAST, _MOST)
        self.page.body.put(
            Field(words("follow_ups.appeal.number"), self.number),
            Field(words("follow_ups.appeal.reason"), self.reason),
            Text(words("follow_ups.appeal.detail"), Type.DETAIL, "text2", wrap=True),
            None,
        )
        self.number.textEdited.connect(lambda text: self._write(number=text))
        self.reason.edited.connect(lambda text: self._write(reason=text))

    def show_state(self, state: FollowUpsState) -> None:
        """Show the form; a field being written is left alone."""
        self._appeal = state.appeal
        write_unless_focused(self.number, state.appeal.number)
        self.reason.show_text(state.appeal.reason)
        self.show_outcome(state)

    def focus_form(self) -> None:
        """Bring the keyboard to where the form begins."""
        self.number.setFocus()

    def _write(self, **typed: str) -> None:
        self.written.emit(replace(self._appeal, **typed))
