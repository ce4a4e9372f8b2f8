"""The head of a case: what it is, how far it has come, what it waits for and how that was computed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.case_table import PATH, CaseState
from app.ports.rows import CasePage
from ui.cases.rules import Urgency, urgency
from ui.cases.state import CasesState
from ui.cases.wording import URGENCY_LOOKS, applicant_text, computed_text, left_text, urgency_text
from ui.theme import Tone, Type
from ui.widgets.card import Panel
from ui.widgets.chip import Chip
from ui.widgets.fact_flow import FactFlow
from ui.widgets.layouts import row
from ui.widgets.stepper import Stepper
from ui.widgets.text import Text
from ui.words import Words

_STANDS_AT = {
    CaseState.NOTIFIED: CaseState.RECEIVED,
    CaseState.SUPPLEMENTED: CaseState.RECEIVED,
    CaseState.SUSPENDED: CaseState.ACCEPTED,
    CaseState.REFUSED: CaseState.RECEIVED,
}
"""Ways beside the ordinary one, and where on it they stand."""


class CaseHead(Panel):
    """Title, urgency, facts, the way with the steps that are done, and the limit that runs."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(16, 14, 16, 10), gap=6, bottom=True)
        self._words = words
        self._title = Text("", Type.TITLE, bold=True, wrap=True)
        self._urgency = Chip()
        self._facts = FactFlow()
        self._way = Stepper()
        self.waits = Text("", Type.BODY, bold=True, wrap=True)
        self.computed = Text("", Type.DETAIL, "text2", wrap=True)
        line = row(gap=12)
        line.addWidget(self._title, 1)
        line.addWidget(self._urgency, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)
        self.body.put(self._facts, 2, self._way, 2, self.waits, self.computed)

    def show_page(self, state: CasesState, page: CasePage) -> None:
        """Show the head of this case."""
        words, case = self._words, page.row
        how_urgent = urgency(state, case)
        tone, icon = URGENCY_LOOKS[how_urgent]
        self._title.setText(case.item_name)
        self._urgency.show_chip(urgency_text(words, state, case), tone, icon)
        self._facts.show_facts(self._facts_of(page))
        at = _place(page)
        names = [words(f"case_state.{step.value}") for step in PATH]
        if case.state is CaseState.NOTIFIED:
            names[at] = words("cases.watch.supplement")
        elif case.state not in PATH:
            names[at] = words(f"case_state.{case.state.value}")
        self._way.show_steps(names, len(PATH) if case.state is PATH[-1] else at)
        self._show_waits(state, tone if how_urgent in (Urgency.OVERDUE, Urgency.TODAY) else Tone.NEUTRAL)

    def _show_waits(self, state: CasesState, tone: Tone) -> None:
        waits, computed = left_text(self._words, state), computed_text(self._words, state)
        self.waits.setText(waits)
        self.waits.set_tone("text1" if tone is Tone.NEUTRAL else tone.value)
        self.computed.setText(computed)
        self.waits.setVisible(bool(waits))
        self.computed.setVisible(bool(computed))

    def _facts_of(self, page: CasePage) -> list[str]:
        case = page.row
        regime = self._words(f"cases.regime.{case.regime.value}")
        facts = [case.number, applicant_text(self._words, case), case.department, regime, case.situation]
        return [fact for fact in facts if fact]


def _place(page: CasePage) -> int:
    """Where on the ordinary way the case stands; one that left it stands where it left."""
    reached = [_STANDS_AT.get(step.state, step.state) for step in page.steps]
    return max((PATH.index(state) for state in reached if state in PATH), default=0)
