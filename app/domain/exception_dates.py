"""The limits of exception cases when the calendar becomes known: as with cases, computed anew and with a trace."""

from datetime import datetime

from app.domain.calendar import WorkingDays
from app.domain.exception_case import Change, ExceptionCase, due_for
from app.domain.exception_table import ExceptionAction, ExceptionState
from app.domain.ids import StaffId

_A = ExceptionAction
_SETTING = frozenset({_A.TRIAGE, _A.RETURN, _A.REOPEN, _A.RECOMPUTE})
"""Steps after which the level's own limit holds; an assignment may name an earlier day."""


def recompute(
    case: ExceptionCase, calendar: WorkingDays, by: StaffId | None, now: datetime, year: int | None = None
) -> Change | None:
    """The limit by the calendar as it is known now; None when it stays, or when the case is on file.

    Only one that is provisional, or that reaches into ``year``, whose arrangement was entered, corrected or forgotten.
    A day that a handler was given before the level's limit stays, unless the limit is earlier now.
    """
    if case.state is ExceptionState.CLOSED or not _is_open(case, year):
        return None
    latest = due_for(case.level, case.counts_from, calendar)
    due = latest if _is_the_levels(case) or latest.day < case.due.day else case.due
    return None if due == case.due else case.stepped(_A.RECOMPUTE, "", by, now, due=due)


def _is_open(case: ExceptionCase, year: int | None) -> bool:
    """Whether the limit is to be counted anew: it is provisional, or runs through a part of ``year``."""
    within = year is not None and case.counts_from.year <= year <= case.due.day.year
    return case.due.provisional or within


def _is_the_levels(case: ExceptionCase) -> bool:
    """Whether the limit is that of the level itself."""
    last = next((step for step in reversed(case.steps) if step.action in _SETTING), None)
    return last is None or last.due == case.due.day
