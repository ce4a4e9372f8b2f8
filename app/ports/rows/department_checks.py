"""Checks over departments: who was asked, and what each answered."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.calendar import Due


@dataclass(frozen=True, slots=True)
class CheckEntryRow:
    """A department that was asked; ``found`` is None until it answers. Names are those of staff."""

    department: str
    name: str
    found: bool | None
    text: str
    by_name: str | None
    at: datetime | None


@dataclass(frozen=True, slots=True)
class CheckPage:
    """A check with all that were asked. ``case`` is the exception's number; ``days_left`` counts calendar days.

    ``warned_at`` and ``overdue_at`` are when a rule warned of its limit, and told that it is over.
    """

    number: str
    case: str
    question: str
    due: Due
    days_left: int
    started_at: datetime
    by_name: str
    entries: tuple[CheckEntryRow, ...]
    warned_at: datetime | None = None
    overdue_at: datetime | None = None

    @property
    def unanswered(self) -> int:
        """How many have yet to answer."""
        return sum(entry.found is None for entry in self.entries)

    @property
    def found(self) -> int:
        """How many have the same."""
        return sum(entry.found is True for entry in self.entries)
