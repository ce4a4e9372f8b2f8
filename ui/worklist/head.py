"""The head of a case: what it is, how urgent that is, and how far it has come."""

from typing import Generic

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.domain.worklist import Urgency
from ui.theme import Type, look_of
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Size
from ui.widgets.card import Panel
from ui.widgets.chip import Chip
from ui.widgets.fact_flow import FactFlow
from ui.widgets.layouts import Box, column, row
from ui.widgets.stepper import Stepper
from ui.widgets.text import ElidedText, Text
from ui.words import Words
from ui.worklist.state import S
from ui.worklist.wording import URGENCY_LOOKS

_PAD, _GAP = 16, 12


class Head(Panel, Generic[S]):
    """Title, urgency, facts, and the way with the steps that are done; a room may put more ``below``.

    Folded it takes two lines: the title, and urgency and way. ``aside`` is the button to what has no room beside.
    """

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(_PAD, 10, _PAD, 8), gap=6, bottom=True)
        self._words = words
        self._title = Text("", Type.TITLE, bold=True, wrap=True)
        self._short = ElidedText("", Type.EMPHASIS, bold=True)
        self._urgency = Chip()
        self._facts = FactFlow()
        self._way = Stepper()
        self.aside = ActionButton(size=Size.INLINE)
        self.aside.hide()
        self._leads, self._is_folded = ("", ""), False
        self._lower = QWidget()
        self.below = column(self._lower, gap=6)
        self._line, self._about, self._folded = (row(gap=_GAP) for _ in range(3))
        self._line.addWidget(self._title, 1)
        self._short.hide()
        self._line.put(self._short)
        for line in (self._line, self._about, self._folded):
            self.body.addLayout(line)
        self.body.put(self._way, self._lower)
        self.fold(None)
        self.show_turned(turned=False)

    def show_state(self, state: S) -> None:
        """Show the head of the case on the page."""
        raise NotImplementedError

    def fold(self, elsewhere: Box | None) -> None:
        """Put ``elsewhere`` what two lines do not hold; None brings it back."""
        folded = self._is_folded = elsewhere is not None
        self._title.setVisible(not folded)
        self._short.setVisible(folded)
        self._way.set_dense(dense=folded)
        if elsewhere is not None:
            self._folded.addWidget(self._urgency)
            self._folded.addWidget(self._way, 1)
            self._folded.addWidget(self.aside)
            elsewhere.put(self._facts, self._lower)
        else:
            self._line.addWidget(self._urgency, 0, Qt.AlignmentFlag.AlignTop)
            self._about.addWidget(self._facts, 1)
            self._about.addWidget(self.aside)
            self.body.put(self._way, self._lower)

    def show_turned(self, *, turned: bool) -> None:
        """Say where the way to what has no room beside leads: there, or back."""
        self._leads = ("worklist.story", "list-bullets") if turned else ("worklist.aside", "columns")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The word of the button gives way to that of the present step."""
        word, icon = self._words(self._leads[0]), self._leads[1]
        self.aside.show_action(word, icon=icon)
        self.aside.setToolTip(word)
        parts = (self._urgency, self._way, self.aside)
        room = self.width() - look_of(self).px(2 * _PAD + 2 * _GAP)
        if self._is_folded and sum(part.sizeHint().width() for part in parts) > room:
            self.aside.show_action("", icon=icon)
            self.aside.setAccessibleName(word)

    def _show_title(self, title: str, facts: list[str], urgency: Urgency, how_urgent: str) -> None:
        self._title.setText(title)
        self._short.setText(title.replace("\n", " "))
        self._urgency.show_chip(how_urgent, *URGENCY_LOOKS[urgency])
        self._facts.show_facts([fact for fact in facts if fact])
        self._fit()
