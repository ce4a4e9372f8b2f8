"""The limits of exception cases when the calendar becomes known: as with cases, computed anew and with a trace."""

from dataclasses import replace
from datetime import date, datetime

from app.domain.calendar import Due
from app.domain.events import Event, Topic
from app.domain.exception_case import Change, ExceptionCase
from app.domain.exception_course import due_dates, told_due
from app.domain.exception_table import ExceptionAction, ExceptionState
from app.domain.exception_terms import Terms
from app.domain.ids import StaffId

_A = ExceptionAction
_SETTING = frozenset({_A.TRIAGE, _A.RETURN, _A.REWORK, _A.REOPEN, _A.RECOMPUTE})
"""Steps after which the level's own limit holds; an assignment may name an earlier day."""


def recompute(
    case: ExceptionCase, terms: Terms, by: StaffId | None, now: datetime, year: int | None = None
) -> Change | None:
    """The limit, and when it warns and rises, by the calendar as it is known now; None when all stay or it is on file.

    Only a limit that is provisional, or that reaches into ``year``, whose arrangement was entered, corrected or
    forgotten (None: a release of the program may have brought the years after that in which the case came).
    A day that a handler was given before the level's limit stays, unless the limit is earlier now; one to which it was
    extended stays, for the person was told of it. Of what was answered the limit is that of the follow-up.
    """
    if case.state is ExceptionState.CLOSED:
        return None
    due = _due_now(case, terms, year)
    if due != case.due:
        return case.stepped(_A.RECOMPUTE, "", by, now, **due_dates(due, terms.today, case.rung, terms))
    return _days_of_rules(case, terms, year)


def _due_now(case: ExceptionCase, terms: Terms, year: int | None) -> Due:
    if not _may_move(case, year):
        return case.due
    if not case.is_unanswered:
        return terms.follow_up(case.counts_from)
    told = case.told_until is not None
    return told_due(case, case.due.day, terms) if told else _by_level(case, terms)


def _may_move(case: ExceptionCase, year: int | None) -> bool:
    """Whether the limit is to be counted anew. A release moves a certain one only where the level's was not so."""
    if case.due.provisional:
        return True
    return _reaches(case, case.due.day, year) and (year is not None or not _is_the_levels(case))


def _reaches(case: ExceptionCase, day: date, year: int | None) -> bool:
    """Whether the days up to ``day`` lie in a part of ``year``; without a year, in one after that it came in."""
    if year is None:
        return case.counts_from.year < day.year
    return case.counts_from.year <= year <= day.year


def _days_of_rules(case: ExceptionCase, terms: Terms, year: int | None) -> Change | None:
    """The days on which the rules will act, where the limit itself stays; what they did already is done.

    The story tells of limits, so that this has an event and no entry there.
    """
    last = max(day for day in (case.due.day, case.rises_on) if day is not None)
    if not _reaches(case, last, year):
        return None
    warn_on = terms.warn_on(case.due.day, case.counts_from) if case.warn_on else None
    rises_on = terms.rises_on(case.due.day, case.rung) if case.rises_on else None
    if (warn_on, rises_on) == (case.warn_on, case.rises_on):
        return None
    event = Event(Topic.EXCEPTIONS, _A.RECOMPUTE, case.id, {"number": case.number})
    return replace(case, warn_on=warn_on, rises_on=rises_on), (event,)


def _by_level(case: ExceptionCase, terms: Terms) -> Due:
    latest = terms.due(case.level, case.counts_from)
    return latest if _is_the_levels(case) or latest.day < case.due.day else case.due


def _is_the_levels(case: ExceptionCase) -> bool:
    """Whether the limit is that of the level itself."""
    last = next((step for step in reversed(case.steps) if step.action in _SETTING), None)
    return last is None or last.due == case.due.day
