"""The escalation ladder: warnings before a limit and one level up after it, by rule, dated by when they fell due."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime

from app.domain.events import Event
from app.domain.exception_case import Change, ExceptionCase
from app.domain.exception_table import ExceptionAction
from app.domain.exception_terms import Rung, Terms

BeginningOf = Callable[[date], datetime]
"""The instant at which a business day begins."""


def caught_up(case: ExceptionCase, terms: Terms, beginning_of: BeginningOf) -> Change | None:
    """The case with all that fell due up to today, each with its own entry; None where nothing did.

    However late somebody looks, an entry bears the day on which it fell due, but never one before the entry that it
    follows.
    """
    events: list[Event] = []
    for moved, happened in _falling_due(case, terms, beginning_of):
        case = moved
        events += happened
    return (case, tuple(events)) if events else None


def _falling_due(case: ExceptionCase, terms: Terms, beginning_of: BeginningOf) -> Iterator[Change]:
    while True:
        change = _warned(case, terms, beginning_of) or _risen(case, terms, beginning_of)
        if change is None:
            return
        case = change[0]
        yield change


def _warned(case: ExceptionCase, terms: Terms, beginning_of: BeginningOf) -> Change | None:
    if not _has_come(case, case.warn_on, terms):
        return None
    return case.stepped(ExceptionAction.WARN, "", None, _at(case, case.warn_on, beginning_of), warn_on=None)


def _risen(case: ExceptionCase, terms: Terms, beginning_of: BeginningOf) -> Change | None:
    rung = case.rung.next
    if rung is None or not _has_come(case, case.rises_on, terms):
        return None
    at, rises_on = _at(case, case.rises_on, beginning_of), terms.rises_on(case.due.day, rung)
    return _on_rung(case.stepped(ExceptionAction.ESCALATE, "", None, at, rung=rung, rises_on=rises_on), rung)


def _has_come(case: ExceptionCase, day: date | None, terms: Terms) -> bool:
    return case.is_open and day is not None and day <= terms.today


def _at(case: ExceptionCase, day: date | None, beginning_of: BeginningOf) -> datetime:
    assert day is not None, "it has come"
    return max(beginning_of(day), case.steps[-1].at if case.steps else case.registered_at)


def _on_rung(change: Change, rung: Rung) -> Change:
    case, events = change
    told = tuple(replace(event, facts={**event.facts, "level": rung.value}) for event in events)
    return replace(case, steps=(*case.steps[:-1], replace(case.steps[-1], rung=rung))), told
