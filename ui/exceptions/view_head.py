"""The head of a case: what it is about, how urgent it is, and how far it has come."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.exception_table import PATH
from app.ports.rows import ExceptionPage
from ui.exceptions.rules import urgency
from ui.exceptions.state import ExceptionsState
from ui.exceptions.wording import URGENCY_LOOKS, level_text, owner_text, urgency_text
from ui.theme import Type
from ui.widgets.card import Panel
from ui.widgets.chip import Chip
from ui.widgets.fact_flow import FactFlow
from ui.widgets.layouts import row
from ui.widgets.stepper import Stepper
from ui.widgets.text import Text
from ui.words import Words


class CaseHead(Panel):
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

    def show_page(self, state: ExceptionsState, page: ExceptionPage) -> None:
        """Show the head of this case."""
        words, case = self._words, page.row
        this_year = state.hall.day.year if state.hall else case.due.day.year
        tone, icon = URGENCY_LOOKS[urgency(case)]
        self._title.setText(case.summary)
        self._urgency.show_chip(urgency_text(words, case, this_year), tone, icon)
        self._facts.show_facts(self._facts_of(page))
        names = [words(f"exception_state.{step.value}") for step in PATH]
        done = PATH.index(case.state)
        self._way.show_steps(names, len(PATH) if done == len(PATH) - 1 else done)

    def _facts_of(self, page: ExceptionPage) -> list[str]:
        words, case = self._words, page.row
        facts = [
            case.number,
            words(f"exception_category.{case.category.value}"),
            level_text(words, case),
            words("exceptions.owner", owner=owner_text(words, case)),
        ]
        return [*facts, words("exceptions.trips", count=page.trips)] if page.trips else facts
