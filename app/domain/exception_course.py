"""The way of an exception case from desk to desk: each step of the table that moves it."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from app.domain.calendar import Due, must_be_working_day, reaches_unpublished
from app.domain.errors import RuleBroken
from app.domain.exception_case import Change, ExceptionCase, must_say
from app.domain.exception_table import TAKEN_ON, ExceptionAction, ExceptionState
from app.domain.exception_terms import ExceptionLevel, Rung, Terms
from app.domain.ids import DepartmentId, StaffId

_A = ExceptionAction


@dataclass(frozen=True, slots=True)
class By:
    """Who takes a step (None: a rule), when, and on which terms."""

    staff: StaffId
    now: datetime
    terms: Terms


def due_dates(due: Due, since: date, rung: Rung, terms: Terms) -> dict[str, object]:
    """A deadline and the days on which the rules act on it, as fields of a case."""
    warn_on, rises_on = terms.warn_on(due.day, since), terms.rises_on(due.day, rung)
    return {"due": due, "warn_on": warn_on, "rises_on": rises_on}


def told_due(case: ExceptionCase, day: date, terms: Terms) -> Due:
    """A day that the person was told of, as a deadline."""
    return Due(day, reaches_unpublished(case.counts_from, day, terms.calendar))


def triage(case: ExceptionCase, category: str, level: ExceptionLevel, text: str, by: By) -> Change:
    """Decide what it is and how hard; the deadline counts from registration. Decided again where it was wrong.

    An extension that the person was told of holds, unless the level allows longer.
    """
    due = _until(case, _latest(case, level, by), by)
    return case.stepped(_A.TRIAGE, text, by.staff, by.now, category=category, level=level, **due)


def assign(
    case: ExceptionCase, department: DepartmentId, handler: StaffId, due: date, text: str, by: By
) -> Change:
    """Give it to a department and a handler with a date no later than the level allows; they contact the person.

    Whoever has it already has it no more; what other departments were asked for they owe to the new lead.

    Raises:
        RuleBroken: the date lies beyond the level's deadline or before registration, or is not worked; or no reason
            though somebody had it in hand.
    """
    if case.state in TAKEN_ON:
        must_say(text)
    latest = case.due if case.state is ExceptionState.TRIAGED else _latest(case, case.level, by)
    until = _until(case, _named(case, due, latest, by), by)
    contact_by = None if case.is_anonymous else by.terms.contact_by()
    return case.stepped(
        _A.ASSIGN,
        text,
        by.staff,
        by.now,
        department=department,
        handler=handler,
        contact_by=contact_by,
        **until,
    )


def send_back(case: ExceptionCase, reason: str, by: By) -> Change:
    """Return to triage: not ours, not clear, or not to be done. A reason is required; the level's deadline holds again.

    An extension that the person was told of holds too, though a handler was given an earlier day since. What others
    were asked for is theirs no more.
    """
    must_say(reason)
    due = _latest(case, case.level, by)
    return case.stepped(_A.RETURN, reason, by.staff, by.now, **_nobodys(case), **_until(case, due, by))


def take(case: ExceptionCase, text: str, by: By) -> Change:
    """The handler takes it in hand."""
    case.must_be_handled_by(by.staff)
    return case.stepped(_A.TAKE, text, by.staff, by.now)


def answer(case: ExceptionCase, text: str, by: By) -> Change:
    """Tell the person what was done, by whom and by when. The answer's words are required.

    Raises:
        RuleBroken: no words, another's, or other departments still owe their parts.
    """
    must_say(text)
    must_be_whole(case, by)
    return case.stepped(_A.ANSWER, text, by.staff, by.now, **answered(case, by))


def answered(case: ExceptionCase, by: By) -> dict[str, object]:
    """What an answer changes: contact is owed no more, but the follow-up and putting it on file are, from today on."""
    today = by.terms.today
    dates = due_dates(by.terms.follow_up(today), today, case.rung, by.terms)
    return {"contact_by": None, "counts_from": today, **dates}


def must_be_whole(case: ExceptionCase, by: By) -> None:
    """Refuse an answer by another than the lead, or while parts are open.

    Raises:
        RuleBroken: either of them.
    """
    case.must_be_handled_by(by.staff)
    if case.open_parts:
        raise RuleBroken("exception.rule.parts_open", count=len(case.open_parts))


def follow_up(case: ExceptionCase, satisfied: bool, text: str, by: By) -> Change:
    """Ask the person whether it is settled."""
    return case.stepped(_A.FOLLOW_UP, text, by.staff, by.now, satisfied=satisfied)


def rework(case: ExceptionCase, text: str, by: By) -> Change:
    """Not satisfied: back in hand, with as many days as its level has."""
    today = by.terms.today
    due = due_dates(by.terms.due(case.level, today), today, case.rung, by.terms)
    return case.stepped(_A.REWORK, text, by.staff, by.now, satisfied=None, counts_from=today, **due)


def close(case: ExceptionCase, text: str, by: By) -> Change:
    """Put it on file."""
    return case.stepped(_A.CLOSE, text, by.staff, by.now)


def reopen(case: ExceptionCase, reason: str, by: By) -> Change:
    """It came back: triage anew, with a fresh deadline. A reason is required."""
    must_say(reason)
    today = by.terms.today
    due = due_dates(by.terms.due(case.level, today), today, Rung.HANDLER, by.terms)
    fresh = {"satisfied": None, "counts_from": today, "extended": False, "rung": Rung.HANDLER}
    return case.stepped(_A.REOPEN, reason, by.staff, by.now, **fresh, **_nobodys(case), **due)


def note(case: ExceptionCase, text: str, by: By) -> Change:
    """Write down what was done and who said what. Words are required."""
    must_say(text)
    return case.stepped(_A.NOTE, text, by.staff, by.now)


def _latest(case: ExceptionCase, level: ExceptionLevel, by: By) -> Due:
    """The last day that a level allows; a later one that the person was told of stays."""
    due = by.terms.due(level, case.counts_from)
    if case.told_until is not None and case.told_until > due.day:
        return told_due(case, case.told_until, by.terms)
    return due


def _named(case: ExceptionCase, day: date, latest: Due, by: By) -> Due:
    """A day that somebody named, as a deadline; the one that holds may stay."""
    if day == case.due.day:
        return case.due
    if not case.counts_from <= day <= latest.day:
        raise RuleBroken("exception.rule.due", latest=latest.day)
    if day == latest.day:
        return latest
    must_be_working_day(day, by.terms.calendar)
    return Due(day)


def _until(case: ExceptionCase, due: Due, by: By) -> dict[str, object]:
    return due_dates(due, case.counts_from, case.rung, by.terms) if due != case.due else {}


def _nobodys(case: ExceptionCase) -> dict[str, object]:
    parts = tuple(replace(part, released=part.released or part.is_open) for part in case.parts)
    return {"department": None, "handler": None, "contact_by": None, "parts": parts}
