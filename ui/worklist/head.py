"""The head of a case: what it is, how urgent that is, and how far it has come."""

from typing import Generic

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.worklist import Urgency
from ui.theme import Type
from ui.widgets.card import Panel
from ui.widgets.chip import Chip
from ui.widgets.fact_flow import FactFlow
from ui.widgets.layouts import row
from ui.widgets.stepper import Stepper
from ui.widgets.text import Text
from ui.words import Words
from ui.worklist.state import S
from ui.worklist.wording import URGENCY_LOOKS


class Head(Panel, Generic[S]):
    """Title, urgency, facts, and the way with the steps that are done."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(16, 14, 16, 8), gap=6, bottom=True)
        self._words = words
        self._title = Text("", Type.TITLE, bold=True, wrap=True)
        self._urgency = Chip()
        self._facts = FactFlow()
        self._way = Stepper()
        line = row(gap=12)
        line.addWidget(self._title, 1)
        line.addWidget(self._urgency, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)
        self.body.put(self._facts, 2, self._way)

    def show_state(self, state: S) -> None:
        """Show the head of the case on the page."""
        raise NotImplementedError

    def _show_title(self, title: str, facts: list[str], urgency: Urgency, how_urgent: str) -> None:
        self._title.setText(title)
        self._urgency.show_chip(how_urgent, *URGENCY_LOOKS[urgency])
        self._facts.show_facts([fact for fact in facts if fact])
