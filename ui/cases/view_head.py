"""The head of a case: what it is, how far it has come, what it waits for and how that was computed."""

from PySide6.QtWidgets import QWidget

from app.domain.case_table import CaseState
from app.ports.rows import CasePage
from ui.cases.rules import urgency
from ui.cases.state import CasesState
from ui.cases.way import way_of
from ui.cases.wording import applicant_text, computed_text, left_text, urgency_text
from ui.theme import Type
from ui.widgets.text import Text
from ui.words import Words
from ui.worklist.head import Head
from ui.worklist.wording import urgent_tone


class CaseHead(Head[CasesState]):
    """Below the way, the limit that runs."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.waits = Text("", Type.BODY, bold=True, wrap=True)
        self.computed = Text("", Type.DETAIL, "text2", wrap=True)
        self.below.put(self.waits, self.computed)

    def show_state(self, state: CasesState) -> None:
        """Show the head of the case on the page."""
        page = state.page
        if page is None:
            return
        words, case = self._words, page.row
        how_urgent = urgency(state, case)
        self._show_title(case.item_name, self._facts_of(page), how_urgent, urgency_text(words, state, case))
        way, at = way_of(page)
        names = [words(f"case_state.{step.value}") for step in way]
        if case.state is CaseState.NOTIFIED:
            names[at] = words("cases.watch.supplement")
        elif case.state not in way:
            names[at] = words(f"case_state.{case.state.value}")
        self._way.show_steps(names, at)
        self._show_waits(state, urgent_tone(how_urgent, "text1"))

    def _show_waits(self, state: CasesState, tone: str) -> None:
        waits, computed = left_text(self._words, state), computed_text(self._words, state)
        self.waits.setText(waits)
        self.waits.set_tone(tone)
        self.computed.setText(computed)
        self.waits.setVisible(bool(waits))
        self.computed.setVisible(bool(computed))

    def _facts_of(self, page: CasePage) -> list[str]:
        case = page.row
        regime = self._words(f"cases.regime.{case.regime.value}")
        return [
            case.number, applicant_text(self._words, case), case.department, regime, case.situation or "",
        ]  # fmt: skip
