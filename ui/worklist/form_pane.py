"""A form in the case's place: a page to fill in, and below it what is lacking, the way back and the one action."""

from typing import Generic

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.theme import look_of
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.card import Card, CardFoot, Panel, SectionHead
from ui.widgets.layouts import column, row
from ui.widgets.progress import ProgressHint
from ui.widgets.remark import Remark
from ui.widgets.scroll_page import ScrollPage
from ui.words import Words
from ui.worklist.action_area import show_progress
from ui.worklist.state import S

_AROUND_BUTTONS = 44


class FormPane(Card, Generic[S]):
    """``acted``, ``left``, and ``given_up`` when a person no longer waits for an answer that is outstanding.

    A room fills ``page``.
    """

    acted = Signal()
    left = Signal()
    given_up = Signal()

    def __init__(
        self, words: Words, title: str, back: str, action: ActionButton, trailing: str | QWidget = ""
    ) -> None:
        super().__init__()
        self._words = words
        self._busy = self._unconfirmed = False
        self.page = Panel(margins=(16, 12, 16, 12), gap=12)
        self.problem = Remark("warning-octagon-fill", "danger")
        self.progress = ProgressHint(words)
        self.button = action
        self._leave = leave = ActionButton(back, key="Esc", size=Size.LARGE)
        foot = CardFoot()
        lines = column(gap=8)
        lines.put(self.problem, self.progress, row(gap=12).put(None, leave, self.button))
        foot.body.addLayout(lines, 1)
        self.body.put(SectionHead(title, trailing=trailing))
        self.body.addWidget(ScrollPage(self.page), 1)
        self.body.put(foot)
        leave.clicked.connect(self.left)
        self.button.clicked.connect(self.acted)
        self.progress.cancelled.connect(self.given_up)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The keys give way before the words of what can be done."""
        super().resizeEvent(event)
        buttons = (self._leave, self.button)
        for button in buttons:
            button.show_cap(shown=True)
        wanted = sum(button.sizeHint().width() for button in buttons)
        fits = wanted + look_of(self).px(_AROUND_BUTTONS) <= self.width()
        for button in buttons:
            button.show_cap(shown=fits)

    def show_outcome(self, state: S) -> None:
        """Show what is lacking or went wrong, and whether an answer is outstanding."""
        self.problem.say(self._words(state.problem) if state.problem else "")
        if (self._busy, self._unconfirmed) == (state.busy, state.unconfirmed):
            return
        self._busy, self._unconfirmed = state.busy, state.unconfirmed
        self.page.setEnabled(not state.unconfirmed)  # what is on its way is not changed any more
        show_progress(self.progress, self._words, state)


def main_action(text: str, icon: str) -> ActionButton:
    """The one action of a form, for Ctrl+Enter."""
    return ActionButton(text, icon=icon, key="Ctrl Enter", kind=Kind.PRIMARY, size=Size.LARGE)
