"""The limits of exception cases when the calendar becomes known: as with cases, computed anew and with a trace."""

from datetime import datetime

from app.domain.calendar import Due, reaches_unpublished
from app.domain.exception_case import Change, ExceptionCase
from app.domain.exception_course import due_dates
from app.domain.exception_table import ExceptionAction, ExceptionState
from app.domain.exception_terms import Terms
from app.domain.ids import StaffId

_A = ExceptionAction
_SETTING = frozenset({_A.TRIAGE, _A.RETURN, _A.REWORK, _A.REOPEN, _A.RECOMPUTE})
"""Steps after which the level's own limit holds; an assignment may name an earlier day."""


def recompute(
    case: ExceptionCase, terms: Terms, by: StaffId | None, now: datetime, year: int | None = None
) -> Change | None:
    """The limit by the calendar as it is known now; None when it stays, or when the case is on file.

    Only one that is provisional, or that reaches into ``year``, whose arrangement was entered, corrected or forgotten.
    A day that a handler was given before the level's limit stays, unless the limit is earlier now; one to which it was
    extended stays, for the person was told of it.
    """
    if case.state is ExceptionState.CLOSED or not _is_open(case, year):
        return None
    due = _extended(case, terms) if _was_told(case) else _by_level(case, terms)
    if due == case.due:
        return None
    return case.stepped(_A.RECOMPUTE, "", by, now, **due_dates(due, terms.today, case.rung, terms))


def _is_open(case: ExceptionCase, year: int | None) -> bool:
    """Whether the limit is to be counted anew: it is provisional, or runs through a part of ``year``."""
    within = year is not None and case.counts_from.year <= year <= case.due.day.year
    return case.due.provisional or within


def _by_level(case: ExceptionCase, terms: Terms) -> Due:
    latest = terms.due(case.level, case.counts_from)
    return latest if _is_the_levels(case) or latest.day < case.due.day else case.due


def _is_the_levels(case: ExceptionCase) -> bool:
    """Whether the limit is that of the level itself."""
    last = next((step for step in reversed(case.steps) if step.action in _SETTING), None)
    return last is None or last.due == case.due.day


def _was_told(case: ExceptionCase) -> bool:
    """Whether the limit is a day to which it was extended."""
    fresh = {_A.EXTEND, _A.REWORK, _A.REOPEN}
    last = next((step for step in reversed(case.steps) if step.action in fresh), None)
    return last is not None and last.action is _A.EXTEND


def _extended(case: ExceptionCase, terms: Terms) -> Due:
    return Due(case.due.day, reaches_unpublished(case.counts_from, case.due.day, terms.calendar))
