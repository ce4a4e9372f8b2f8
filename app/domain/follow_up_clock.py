"""What the calendar does to the follow-up of a bad rating: warnings before its limits, and limits computed anew."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

from app.domain.calendar import Due
from app.domain.events import Event
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
    """The limits that still run by the calendar as it is known now; None when they stay.

    Only those that are provisional, or that reach into ``year``, whose arrangement was entered, corrected or forgotten.
    A limit of which a warning was given is warned of again only where that is a day to come.
    """
    changes: dict[str, Any] = {}
    warn_on = dict(case.warn_on)
    for limit, start, due in _anew(case, terms, appealed_on, year):
        changes[_FIELDS[limit]] = due
        since = start if warn_on.pop(limit, None) else terms.today
        warn_on |= terms.warnings({limit: due}, since)
    if not changes:
        return None
    return case.stepped(_A.RECOMPUTE, "", by, now, warn_on=warn_on, **changes)


def _anew(
    case: FollowUp, terms: FollowUpTerms, appealed_on: date | None, year: int | None
) -> Iterator[tuple[FollowUpLimit, date, Due]]:
    """The limits that move, each with the day from which it counts."""
    for limit, due in case.running.items():
        start = case.opened_on if limit is not _L.REVIEW else appealed_on
        assert start is not None, "a review runs from its appeal on"
        within = year is not None and start.year <= year <= due.day.year
        if due.provisional or within:
            counted = _counted(case, terms, limit, start)
            if counted != due:
                yield limit, start, counted


def _counted(case: FollowUp, terms: FollowUpTerms, limit: FollowUpLimit, start: date) -> Due:
    match limit:
        case _L.CONTACT:
            return terms.contact_by(start)
        case _L.RIGHT:
            return terms.right_by(start, is_complex=case.is_complex)
        case _:
            return terms.review_by(start)
