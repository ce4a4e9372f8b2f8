"""What a desk owes today: open cases by what they wait for, and by how near the limit is."""

from datetime import date
from enum import StrEnum

from app.domain.calendar import WorkingDays, add_working_days


class Urgency(StrEnum):
    """已逾期, 今天到期, 快到期 (within the hall's days to remind), 以后, 已办完."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"
    CLOSED = "closed"


OPEN_URGENCIES = (Urgency.OVERDUE, Urgency.TODAY, Urgency.SOON, Urgency.LATER)
"""Of whatever still waits for something."""
PRESSING = (Urgency.OVERDUE, Urgency.TODAY, Urgency.SOON)
"""What a desk is reminded of."""


def last_soon_day(day: date, days_to_remind: int, calendar: WorkingDays) -> date:
    """The last day that is near, seen from ``day``: that many working days on."""
    return add_working_days(day, days_to_remind, calendar).day


def urgency_of(due: date, day: date, last_soon: date) -> Urgency:
    """How near a limit is on ``day``; ``last_soon`` is the last day that counts as near."""
    if due < day:
        return Urgency.OVERDUE
    if due == day:
        return Urgency.TODAY
    return Urgency.SOON if due <= last_soon else Urgency.LATER
