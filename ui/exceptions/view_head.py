"""The head of a case: what it is about, how urgent it is, and how far it has come."""

from app.domain.exception_category import called
from app.domain.exception_table import PATH, ExceptionState
from app.ports.rows import ExceptionPage
from ui.exceptions.rules import urgency
from ui.exceptions.state import ExceptionsState
from ui.exceptions.wording import level_text, owner_text, rung_text
from ui.worklist.head import Head
from ui.worklist.wording import urgency_text

_IN_HAND = ExceptionState.IN_HAND
"""Where a negative answer waits to be signed off, the case is still in hand."""


class CaseHead(Head[ExceptionsState]):
    """A case is what was told of it."""

    def show_state(self, state: ExceptionsState) -> None:
        """Show the head of the case on the page."""
        page = state.page
        if page is None:
            return
        words, case = self._words, page.row
        how_urgent = urgency(state, case)
        said = urgency_text(words, state, how_urgent, case.due, words("exceptions.owed.closed"))
        self._show_title(case.summary, self._facts_of(state, page), how_urgent, said)
        way = _way(page)
        names = [words(f"exception_state.{step.value}") for step in way]
        stands = _IN_HAND if case.state is ExceptionState.FOR_SIGN_OFF else case.state
        self._way.show_steps(names, len(way) if stands is way[-1] else way.index(stands))

    def _facts_of(self, state: ExceptionsState, page: ExceptionPage) -> list[str]:
        words, case = self._words, page.row
        facts = [
            case.number,
            called(case.category, case.category_name, words),
            level_text(words, state.policy, case),
            words("exceptions.owner", owner=owner_text(words, case)),
            rung_text(words, case),
        ]
        return [*facts, words("exceptions.trips", count=page.trips)] if page.trips else facts


def _way(page: ExceptionPage) -> tuple[ExceptionState, ...]:
    """The ordinary way; once the case is closed only what happened on it: nobody follows up without a person."""
    if page.row.state is not PATH[-1]:
        return PATH
    stood_at = {step.state for step in page.steps}
    return tuple(state for state in PATH if state in stood_at)
