"""Reminders to departments, as they stand today."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.document import DocumentStatus
from app.domain.reminder import ReminderStanding, ReminderState, standing_of


@dataclass(frozen=True, slots=True)
class ReminderRow:
    """A reminder. ``case`` or ``exception`` is the number of what it is about; ``today`` the hall's day of the look.

    ``days_left`` counts calendar days, negative when the day is over. Names are those of staff.
    """

    id: UUID
    number: str
    department: str
    department_name: str
    finding: str
    rule: str
    put_right_by: date
    case: str | None
    exception: str | None
    issued_at: datetime
    issued_by: str
    issued_by_name: str
    state: ReminderState
    answered_on: date | None
    answered_by: str | None
    answered_by_name: str | None
    answer: str
    void_reason: str
    reprints: int
    today: date

    @property
    def standing(self) -> ReminderStanding:
        """How it stands on that day."""
        return standing_of(self.state, self.put_right_by, self.today)

    @property
    def status(self) -> DocumentStatus:
        """Whether its paper counts."""
        return DocumentStatus.VOID if self.state is ReminderState.VOID else DocumentStatus.IN_FORCE

    @property
    def days_left(self) -> int:
        """Calendar days to the last day."""
        return (self.put_right_by - self.today).days

    @property
    def about(self) -> str | None:
        """The number of the case or exception that it is about."""
        return self.case or self.exception
