"""What the calendar does to the follow-up of a bad rating: warnings before its limits, and limits computed anew."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from app.domain.calendar import Due
from app.domain.events import Event, Topic
from app.domain.follow_up import Change, FollowUp
from app.domain.follow_up_table import FollowUpAction, FollowUpLimit
from app.domain.follow_up_terms import FollowUpTerms
from app.domain.ids import StaffId

_A, _L = FollowUpAction, FollowUpLimit
_FIELDS = {_L.CONTACT: "contact_by", _L.RIGHT: "right_by", _L.REVIEW: "review_by"}


def caught_up(case: FollowUp, today: date, beginning_of: Callable[[date], datetime]) -> Change | None:
    """The follow-up with every warning that fell due up to today; None where none did.

    However late somebody looks, an entry bears the day on which it fell due (``beginning_of`` it), but never one before
    the entry that it follows. Limits that end on one day are warned of once.
    """
    running = case.running
    come = {
        (on, running[limit].day) for limit, on in case.warn_on.items() if limit in running and on <= today
    }
    left = {limit: on for limit, on in case.warn_on.items() if on > today}
    events: list[Event] = []
    for on, due in sorted(come):
        at = max(beginning_of(on), case.steps[-1].at)
        case, happened = case.stepped(_A.WARN, "", None, at, limit=due, warn_on=left)
        events += happened
    return (case, tuple(events)) if events else None


def recompute(
    case: FollowUp,
    terms: FollowUpTerms,
    by: StaffId | None,
    now: datetime,
    appealed_on: date | None,
    year: int | None = None,
) -> Change | None:
    """The limits that still run and the days that warn of them, by the calendar as it is now; None when all stay.

    Only those that are provisional, or that reach into ``year``, whose arrangement was entered, corrected or forgotten.
    A limit of which a warning was given is warned of again only where that is a day to come. A follow-up from before
    there were warnings gets its days.
    """
    changes: dict[str, Any] = {}
    warn_on = dict(case.warn_on)
    never = not warn_on and all(step.action is not _A.WARN for step in case.steps)
    for limit, due in case.running.items():
        start = _start(case, limit, appealed_on)
        within = year is not None and start.year <= year <= due.day.year
        counted = _counted(case, terms, limit, start) if due.provisional or within else due
        if counted != due:
            changes[_FIELDS[limit]] = counted
            since = start if warn_on.pop(limit, None) else terms.today
            warn_on |= terms.warnings({limit: counted}, since)
        elif never or (within and limit in warn_on):
            warn_on.pop(limit, None)
            warn_on |= terms.warnings({limit: due}, start)
    if changes:
        return case.stepped(_A.RECOMPUTE, "", by, now, warn_on=warn_on, **changes)
    return _warned_on_other_days(case, warn_on)


def _warned_on_other_days(case: FollowUp, warn_on: Mapping[FollowUpLimit, date]) -> Change | None:
    """The story tells of limits, so that this has an event and no entry there."""
    if warn_on == case.warn_on:
        return None
    event = Event(Topic.RATINGS, _A.RECOMPUTE, case.id, {"number": case.number})
    return replace(case, warn_on=warn_on), (event,)


def _start(case: FollowUp, limit: FollowUpLimit, appealed_on: date | None) -> date:
    """The day from which a limit counts."""
    start = case.opened_on if limit is not _L.REVIEW else appealed_on
    assert start is not None, "a review runs from its appeal on"
    return start


def _counted(case: FollowUp, terms: FollowUpTerms, limit: FollowUpLimit, start: date) -> Due:
    match limit:
        case _L.CONTACT:
            return terms.contact_by(start)
        case _L.RIGHT:
            return terms.right_by(start, is_complex=case.is_complex)
        case _:
            return terms.review_by(start)
