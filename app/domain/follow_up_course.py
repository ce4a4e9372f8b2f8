"""The way of a bad rating's follow-up: each step of the table, and the rated clerk's appeal."""

from collections.abc import Mapping
from datetime import datetime

from app.domain.errors import RuleBroken
from app.domain.follow_up import Change, FollowUp
from app.domain.follow_up_table import AppealState, FollowUpAction, FollowUpLimit, FollowUpState
from app.domain.follow_up_terms import FollowUpTerms
from app.domain.ids import StaffId

_S, _A, _L = FollowUpState, FollowUpAction, FollowUpLimit
_DECISIONS: Mapping[bool, tuple[FollowUpAction, AppealState]] = {
    True: (_A.UPHOLD, AppealState.UPHELD),
    False: (_A.DISMISS, AppealState.DISMISSED),
}


def assign(case: FollowUp, handler: StaffId, text: str, by: StaffId, now: datetime) -> Change:
    """Give it to somebody.

    Raises:
        RuleBroken: to the rated clerk, or by them.
    """
    case.must_not_be_rated(handler)
    return case.stepped(_A.ASSIGN, text, by, now, handler=handler)


def contact(case: FollowUp, text: str, by: StaffId, now: datetime) -> Change:
    """The person was called, or it was tried: the words say how it went. Whoever does it has it from now on."""
    _must_say(text)
    _must_be_handled_by(case, by)
    return case.stepped(_A.CONTACT, text, by, now, limit=case.right_by.day, handler=case.handler or by)


def extend(case: FollowUp, reason: str, by: StaffId, now: datetime, terms: FollowUpTerms) -> Change:
    """It is complex: the longer limit holds. Once, and before the ordinary one is over.

    Raises:
        RuleBroken: no reason, too late, or already done.
    """
    _must_say(reason)
    if terms.today > case.right_by.day:
        raise RuleBroken("follow_up.rule.too_late", due=case.right_by.day)
    longer = terms.right_by(case.opened_on, is_complex=True)
    others = {limit: on for limit, on in case.warn_on.items() if limit is not _L.RIGHT}
    warn_on = others | terms.warnings({_L.RIGHT: longer}, terms.today)
    changes = {"is_complex": True, "right_by": longer, "warn_on": warn_on}
    return case.stepped(_A.EXTEND, reason, by, now, limit=longer.day, **changes)


def put_right(case: FollowUp, text: str, by: StaffId, now: datetime) -> Change:
    """Say what was found and done (整改)."""
    _must_say(text)
    _must_be_handled_by(case, by)
    return case.stepped(_A.PUT_RIGHT, text, by, now)


def ask(case: FollowUp, satisfied: bool, text: str, by: StaffId, now: datetime) -> Change:
    """Ask the person whether it is settled (回访)."""
    return case.stepped(_A.ASK, text, by, now, satisfied=satisfied)


def rework(case: FollowUp, text: str, by: StaffId, now: datetime) -> Change:
    """Not settled: once more."""
    return case.stepped(_A.REWORK, text, by, now, satisfied=None)


def close(case: FollowUp, text: str, by: StaffId, now: datetime) -> Change:
    """Put it on file."""
    return case.stepped(_A.CLOSE, text, by, now)


def note(case: FollowUp, text: str, by: StaffId, now: datetime) -> Change:
    """Write down what was said."""
    _must_say(text)
    return case.stepped(_A.NOTE, text, by, now)


def lodge_appeal(case: FollowUp, reason: str, by: StaffId, now: datetime, terms: FollowUpTerms) -> Change:
    """The rated clerk says why the rating is not theirs to bear (申诉), once. The person's clock goes on.

    On the day of the rating a clerk is answered as everybody is: it would name whoever gave it. Closing takes
    nothing away: for some working days after the rating what is on file is appealed against too.

    Raises:
        RuleBroken: somebody else's, of today, or on file and too late; no reason, or appealed already.
    """
    if by != case.clerk or not _takes_appeals(case, terms):
        raise RuleBroken("follow_up.rule.only_rated", number=case.number)
    _must_say(reason)
    review_by = terms.review_by(terms.today)
    warn_on = {limit: on for limit, on in case.warn_on.items() if limit in case.running}
    warn_on |= terms.warnings({_L.REVIEW: review_by}, terms.today)
    changes = {"appeal": AppealState.LODGED, "review_by": review_by, "warn_on": warn_on}
    return case.stepped(_A.APPEAL, reason, by, now, limit=review_by.day, **changes)


def review(case: FollowUp, uphold: bool, reason: str, by: StaffId, now: datetime) -> Change:
    """Decide on the appeal. Upheld, the rating no longer counts; what is owed to the person stays owed.

    Raises:
        RuleBroken: by the rated clerk or the handler, no reason, or nothing to decide.
    """
    _must_say(reason)
    if by == case.handler:
        raise RuleBroken("follow_up.rule.review_by_other", number=case.number)
    action, decided = _DECISIONS[uphold]
    return case.stepped(action, reason, by, now, appeal=decided, review_by=None)


def _takes_appeals(case: FollowUp, terms: FollowUpTerms) -> bool:
    if terms.today <= case.opened_on:
        return False
    return case.state is not _S.CLOSED or terms.today <= terms.appeal_by(case.opened_on).day


def _must_be_handled_by(case: FollowUp, by: StaffId) -> None:
    if case.handler is not None and case.handler != by:
        raise RuleBroken("follow_up.rule.other_handler", number=case.number)


def _must_say(text: str) -> None:
    if not text.strip():
        raise RuleBroken("follow_up.rule.say_why")
