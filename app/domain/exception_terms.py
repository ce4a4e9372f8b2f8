"""The dates of an exception case: limits of the levels, the one extension, contact, warning and escalation."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.domain.calendar import Due, WorkingDays, add_working_days, day_of_warning
from app.domain.policy import Policy


class ExceptionLevel(StrEnum):
    """How hard it is; decides the deadline."""

    INSTANT = "instant"
    SIMPLE = "simple"
    ORDINARY = "ordinary"
    COMPLEX = "complex"


class Rung(StrEnum):
    """How far up the ladder a case has come: a level of escalation, not a state."""

    HANDLER = "handler"
    DEPARTMENT_HEAD = "department_head"
    SUPERVISION = "supervision"
    DISTRICT = "district"

    @property
    def next(self) -> "Rung | None":
        """One rung up, None at the top."""
        rungs = tuple(Rung)
        at = rungs.index(self) + 1
        return rungs[at] if at < len(rungs) else None


def days_of(level: ExceptionLevel, policy: Policy) -> int:
    """The limit of a level in working days, 0 for the same day."""
    return {
        ExceptionLevel.INSTANT: policy.exception_days_instant,
        ExceptionLevel.SIMPLE: policy.exception_days_simple,
        ExceptionLevel.ORDINARY: policy.exception_days_ordinary,
        ExceptionLevel.COMPLEX: policy.exception_days_complex,
    }[level]


@dataclass(frozen=True, slots=True)
class Terms:
    """The hall's settings and working days, as they are ``today``."""

    policy: Policy
    calendar: WorkingDays
    today: date

    def due(self, level: ExceptionLevel, start: date) -> Due:
        """The deadline of a level, in working days from ``start``."""
        return add_working_days(start, days_of(level, self.policy), self.calendar)

    def contact_by(self) -> date:
        """The last day to contact the person for who is given the case today."""
        return add_working_days(self.today, self.policy.exception_days_to_contact, self.calendar).day

    def follow_up(self, answered_on: date) -> Due:
        """By when what was answered on a day is followed up and put on file."""
        return add_working_days(answered_on, self.policy.exception_days_to_follow_up, self.calendar)

    def plan(self) -> Due:
        """By when a cause that is named today has a plan."""
        return add_working_days(self.today, self.policy.exception_days_to_plan, self.calendar)

    def review(self) -> Due:
        """By when a rectification that is proven today is reviewed."""
        return add_working_days(self.today, self.policy.exception_days_to_review, self.calendar)

    def extended(self, due: Due) -> Due:
        """The latest day to which a deadline may be extended."""
        return add_working_days(due.day, self.policy.exception_days_extension, self.calendar)

    def warn_on(self, due: date, since: date) -> date | None:
        """The day that warns of a deadline; None where it is no later than ``since``, for then everybody knows."""
        return day_of_warning(due, self.policy.exception_days_to_warn, since, self.calendar)

    def rises_on(self, due: date, rung: Rung) -> date | None:
        """The day on which a case leaves a rung: the first one overdue, then so many working days for each; or None."""
        if rung.next is None:
            return None
        waited = tuple(Rung).index(rung) * self.policy.exception_days_to_escalate
        return add_working_days(due, waited, self.calendar).day + timedelta(days=1)
