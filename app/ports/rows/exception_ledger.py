"""The ledger of exception cases (台账), and what is counted of them."""

from dataclasses import dataclass
from datetime import date

from app.domain.exception_figures import ExceptionFigures
from app.domain.exception_story import answer_due
from app.ports.rows.exceptions import ExceptionRow, StepRow


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A case with every step. ``day`` is that of its registration, ``days`` the working days to its first answer.

    ``source`` is where a past case was that a file brought in, None for what happened here; such a one is neither
    overdue nor answered in any number of days.
    """

    case: ExceptionRow
    day: date
    item: str | None
    item_name: str | None
    answered_on: date | None
    days: int | None
    overdue: bool
    reopened: int
    satisfied: bool | None
    closed_on: date | None
    group: str | None
    source: str | None
    steps: tuple[StepRow, ...] = ()

    @property
    def answer_due(self) -> date:
        """By when the answer is due, or was."""
        return answer_due(self.case.state, self.case.due, self.steps).day

    @property
    def is_imported(self) -> bool:
        """Whether a file brought it in."""
        return self.source is not None


@dataclass(frozen=True, slots=True)
class ExceptionFiguresRow:
    """The figures of one category, department, item or month, or of the hall.

    ``key`` is its code or ``2026-03``; empty where no department has the case, or it is about no item. ``name`` is
    empty where the key says it all.
    """

    key: str
    name: str
    figures: ExceptionFigures
