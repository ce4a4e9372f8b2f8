"""What the state of a follow-up and the person's role allow, whose turn it is, and how urgent that is."""

from collections.abc import Mapping

from app.domain.follow_up_table import FollowUpAction, FollowUpState
from app.domain.message import Message
from app.domain.staff import PERMISSIONS, Actor, Permission
from app.domain.worklist import Urgency
from app.ports.rows import FollowUpPage, FollowUpRow, RatingCounts
from ui.follow_ups.drafts import FollowUpDraft
from ui.follow_ups.state import FollowUpsState, Scope
from ui.worklist.urgency import Offer, grouped, open_action, urgency_until

_A, _S = FollowUpAction, FollowUpState

REVIEW = _A.UPHOLD
"""Stands for the review of an appeal, whichever way it goes: its form asks which."""

ORDER = (
    _A.CONTACT, _A.PUT_RIGHT, _A.ASK, _A.REWORK, _A.CLOSE, REVIEW, _A.ASSIGN, _A.EXTEND, _A.NOTE,
)  # fmt: skip
"""Steps as they are offered; of a state's steps the first is the sensible one. An appeal is the rated clerk's."""

PERMISSION_FOR: Mapping[FollowUpAction, Permission] = {
    _A.CONTACT: Permission.RATING_HANDLE,
    _A.PUT_RIGHT: Permission.RATING_HANDLE,
    _A.ASK: Permission.RATING_DIRECT,
    _A.REWORK: Permission.RATING_DIRECT,
    _A.CLOSE: Permission.RATING_DIRECT,
    REVIEW: Permission.RATING_DIRECT,
    _A.ASSIGN: Permission.RATING_DIRECT,
    _A.EXTEND: Permission.RATING_DIRECT,
    _A.NOTE: Permission.RATING_HANDLE,
}
_BY_HANDLER = frozenset({_A.CONTACT, _A.PUT_RIGHT})
_MUST_SAY = frozenset({_A.CONTACT, _A.PUT_RIGHT, REVIEW, _A.EXTEND, _A.NOTE})
_WITH_HANDLER = frozenset({_S.OPENED, _S.CONTACTED})


def urgency(state: FollowUpsState, row: FollowUpRow) -> Urgency:
    """How urgent a follow-up is."""
    if row.due is None or row.days_left is None:
        return Urgency.CLOSED
    return urgency_until(state, row.due.day, row.days_left)


def groups(state: FollowUpsState) -> list[tuple[Urgency, list[FollowUpRow]]]:
    """What is listed, by urgency."""
    return grouped(listed(state), lambda row: urgency(state, row))


def is_with_office(row: FollowUpRow) -> bool:
    """Whether the supervision office has the next step, and not a handler."""
    return row.state is not _S.CLOSED and (row.owner is None or row.state not in _WITH_HANDLER)


def is_mine(row: FollowUpRow, actor: Actor) -> bool:
    """Whether the next step is this person's: the handler's own, or the office's for who directs it."""
    if row.state is _S.APPEALED:
        return directs(actor) and row.owner != actor.number  # a review is never of who handled it
    return row.owner == actor.number or (directs(actor) and is_with_office(row))


def directs(actor: Actor) -> bool:
    """Whether this person is of the supervision office."""
    return Permission.RATING_DIRECT in PERMISSIONS[actor.role]


def admits(actor: Actor) -> bool:
    """Whether bad ratings are this person's business at all."""
    return Permission.RATING_HANDLE in PERMISSIONS[actor.role]


def may_appeal(state: FollowUpsState) -> bool:
    """Whether this person can have been rated."""
    return state.actor is not None and Permission.APPEAL in PERMISSIONS[state.actor.role]


def is_rated(actor: Actor, given: RatingCounts) -> bool:
    """Whether what they were given tells this person anything: who directs is at no counter, but for now and then."""
    return not directs(actor) or given.total > 0 or given.too_few


def usual_scope(_actor: Actor) -> Scope:
    """What a person wants to see first."""
    return Scope.MINE


def listed(state: FollowUpsState) -> tuple[FollowUpRow, ...]:
    """The rows that the scope lets through."""
    rows, actor = state.rows or (), state.actor
    if state.scope is not Scope.MINE or actor is None:
        return rows
    return tuple(row for row in rows if row.state is not _S.CLOSED and is_mine(row, actor))


def offers(state: FollowUpsState) -> tuple[Offer[FollowUpAction], ...]:
    """The steps of the page's follow-up, the sensible one first, each with why it is barred."""
    page = state.page
    if page is None:
        return ()
    return tuple(Offer(a, _barred(a, page, state.actor)) for a in ORDER if a in page.actions)


def action_of(state: FollowUpsState) -> FollowUpAction | None:
    """The step whose form stands open: the chosen one, else the sensible one, else writing a note."""
    return open_action(state.chosen, offers(state), _A.NOTE)


def lacking(action: FollowUpAction, draft: FollowUpDraft) -> Message | None:
    """What still has to be chosen or said before the step can be taken."""
    if action is _A.ASSIGN and draft.handler is None:
        return Message("follow_ups.lacking.handler")
    if action is _A.ASK and draft.satisfied is None:
        return Message("follow_ups.lacking.satisfied")
    if action is REVIEW and draft.upheld is None:
        return Message("follow_ups.lacking.upheld")
    if action in _MUST_SAY and not draft.text.strip():
        return Message("follow_up.rule.say_why")
    return None


def _barred(action: FollowUpAction, page: FollowUpPage, actor: Actor | None) -> Message | None:
    if actor is None:
        return Message("setup.rule.nobody_signed_in")
    permission = PERMISSION_FOR[action]
    if permission not in PERMISSIONS[actor.role]:
        return Message("staff.rule.not_permitted", {"role": actor.role, "permission": permission})
    number = {"number": page.row.number}
    if action in _BY_HANDLER and page.row.owner not in (None, actor.number):
        return Message("follow_up.rule.other_handler", number)
    if action is REVIEW and page.row.owner == actor.number:
        return Message("follow_up.rule.review_by_other", number)
    return None
