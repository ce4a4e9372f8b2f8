"""The second half of a case: from acceptance to the decision, its delivery and the file (art. 38 to 45)."""

from dataclasses import replace
from datetime import date
from functools import partial

from app.domain.calendar import Due
from app.domain.case import By, Case, Change, must_say
from app.domain.case_clock import DAYS_TO_TELL, decision_dates, must_be_extendable
from app.domain.case_parts import Decision, Delivery, Extension, Procedure, Result, Suspension
from app.domain.case_table import CaseAction, CaseState
from app.domain.errors import RuleBroken
from app.domain.policy import Policy

_A = CaseAction

DAYS_TO_SEE = 1
"""Working days until somebody has seen what the calendar ended, told the applicant and filed it."""


def suspend(case: Case, procedure: Procedure, days: int, by: By) -> Change:
    """A hearing, an inspection and the like begins: its time does not count, and is told (art. 45).

    Raises:
        RuleBroken: not from this state, without a number of working days, or with a pledge that was not kept.
    """
    if days < 1:
        raise RuleBroken("case.rule.suspension_days")
    must_keep_pledge(case, by)
    began = Suspension(procedure, by.day, days, by.time.days_from(by.day, days))
    return _dated(replace(case, suspensions=(*case.suspensions, began)), by).step(_A.SUSPEND, by)


def resume(case: Case, by: By) -> Change:
    """The special procedure is over: the decision's dates move by as long as it took.

    Raises:
        RuleBroken: nothing is suspended.
    """
    if case.state is not CaseState.SUSPENDED:
        raise RuleBroken("case.rule.transition", state=case.state, action=_A.RESUME)
    *before, last = case.suspensions
    ended = replace(last, resumed_on=by.day)
    return _dated(replace(case, suspensions=(*before, ended)), by).step(_A.RESUME, by)


def extend(case: Case, extension: Extension, by: By) -> Change:
    """Allow more time, once and before the limit has passed, with the head's approval (art. 42).

    Raises:
        RuleBroken: extended already, too late, too long, without reason or approval, or a pledge was not kept.
    """
    if case.dates is not None and by.day > case.dates.first.day:
        raise RuleBroken("case.rule.extension_late", number=case.number)
    must_keep_pledge(case, by)
    must_be_extendable(case.regime, extension.days, joint=case.is_joint)
    must_say(extension.approved_by)
    moved, events = case.step(_A.EXTEND, by, must_say(extension.reason), extension=extension)
    return _dated(moved, by), events


def decide(case: Case, decision: Decision, days_to_deliver: int, by: By) -> Change:
    """Grant or deny. A denial gives its reasons (art. 38); what was pledged must have come.

    Raises:
        RuleBroken: not from this state, a denial without reasons, or an open pledge.
    """
    if decision.result is Result.DENIED:
        must_say(decision.reasons)
    if case.pledge_is_open:
        raise RuleBroken("case.rule.pledge_open", number=case.number)
    deliver_by = by.time.days_from(decision.on, days_to_deliver)
    return case.step(_A.DECIDE, by, decision.reasons, decision=decision, deliver_by=deliver_by)


def undo_decision(case: Case, by: By) -> Change:
    """Take back a decision together with the finish of the errand.

    Raises:
        RuleBroken: it is not decided, or went further since.
    """
    if case.state is not CaseState.DECIDED:
        raise RuleBroken("case.rule.transition", state=case.state, action=_A.UNDO)
    return case.step(_A.UNDO, by, decision=None, deliver_by=None)


def deliver(case: Case, delivery: Delivery, days_to_archive: int, by: By) -> Change:
    """The documents reached the applicant."""
    archive_by = by.time.days_from(delivery.on, days_to_archive)
    return case.step(_A.DELIVER, by, delivery=delivery, archive_by=archive_by)


def archive(case: Case, by: By) -> Change:
    """Put it on file: what was delivered, and what the calendar ended, which somebody has seen then."""
    return case.step(_A.ARCHIVE, by)


def withdraw(case: Case, reason: str, by: By) -> Change:
    """The applicant takes it back, until it is on file. A reason may be given; what was decided stays in its story."""
    return case.step(_A.WITHDRAW, by, reason)


def end(case: Case, reason: str, by: By) -> Change:
    """What was to follow never came. The reason is told.

    Raises:
        RuleBroken: there is still time, or no reason is given.
    """
    if case.watch is not None and by.day <= case.watch.due.day:
        raise RuleBroken("case.rule.not_over", number=case.number, until=case.watch.due.day)
    return case.step(_A.END, by, must_say(reason))


def pledge_is_broken(case: Case, by: By) -> bool:
    """Whether the day of an open pledge is over, and no special procedure holds the case up."""
    if case.pledge is None or not case.pledge_is_open:
        return False
    return case.state is CaseState.ACCEPTED and by.day > case.pledge.due.day


def must_keep_pledge(case: Case, by: By) -> None:
    """Refuse what comes after a pledge was broken, also where nobody has ended the case yet.

    Raises:
        RuleBroken: the day of an open pledge is over.
    """
    if case.pledge and pledge_is_broken(case, by):
        raise RuleBroken("case.rule.pledge_over", number=case.number, until=case.pledge.due.day)


def break_pledge(case: Case, by: By) -> Change:
    """What was pledged did not come: the case ends (容缺受理), and waits for somebody to see it and file it.

    Raises:
        RuleBroken: nothing is pledged, or there is still time.
    """
    if not pledge_is_broken(case, by):
        raise RuleBroken("case.rule.no_pledge", number=case.number)
    return case.step(_A.END, by, archive_by=by.time.days_from(by.day, DAYS_TO_SEE))


def recompute(case: Case, policy: Policy, by: By, year: int | None = None) -> Change | None:
    """The dates by the calendar as it is known now; None when none of them changes.

    Only those that are provisional, or that reach into ``year``, whose arrangement was entered, corrected or forgotten.
    """
    again = partial(_again, by=by, year=year)
    moved = replace(
        case,
        tell_by=again(case.tell_by, case.counts_from, DAYS_TO_TELL) or case.tell_by,
        supplement_by=again(case.supplement_by, case.notified_on, policy.days_to_supplement),
        suspensions=tuple(
            replace(s, expected=again(s.expected, s.since, s.days) or s.expected) for s in case.suspensions
        ),
        deliver_by=again(
            case.deliver_by, case.decision.on if case.decision else None, policy.days_to_deliver
        ),
        archive_by=again(
            case.archive_by, case.delivery.on if case.delivery else None, policy.days_to_archive
        ),
    )
    if case.dates is not None and case.accepted_at is not None:
        accepted = by.time.today(case.accepted_at)
        # Also the days that do not count: an overdue case may be held up longer than its limit runs.
        held_up = [Due(s.resumed_on) if s.resumed_on else s.expected for s in case.suspensions]
        ends = (case.dates.statutory, case.dates.promised, *held_up)
        if any(_is_open(due, accepted, year) for due in ends):
            moved = _dated(moved, by)
    return None if moved == case else moved.step(_A.RECOMPUTE, by)


def _again(due: Due | None, start: date | None, days: int, by: By, year: int | None) -> Due | None:
    return by.time.days_from(start, days) if start is not None and _is_open(due, start, year) else due


def _is_open(due: Due | None, start: date, year: int | None) -> bool:
    """Whether a limit is to be counted anew: it is provisional, or runs through a part of ``year``."""
    if due is None:
        return False
    return due.provisional or (year is not None and start.year <= year <= due.day.year)


def _dated(case: Case, by: By) -> Case:
    """The case with the decision's dates as they follow from what happened."""
    if case.accepted_at is None or case.limit is None:
        return case
    extra = case.extension.days if case.extension else 0
    return replace(case, dates=decision_dates(case.accepted_at, case.limit, extra, case.suspensions, by.time))
