"""What the state of a case and the person's role allow, whose turn it is, and how urgent that is."""

from collections.abc import Mapping, Sequence

from app.domain.exception_table import ExceptionAction, ExceptionState
from app.domain.message import Message
from app.domain.staff import PERMISSIONS, Actor, Permission
from app.domain.worklist import Urgency
from app.ports.rows import ExceptionPage, ExceptionRow, GroupRow
from ui.exceptions import group_rules
from ui.exceptions.drafts import CaseDraft
from ui.exceptions.state import ExceptionsState, Scope
from ui.worklist.urgency import Offer, grouped, open_action, urgency_until

_A, _S = ExceptionAction, ExceptionState

ORDER = (
    _A.TRIAGE, _A.ASSIGN, _A.TAKE, _A.ANSWER, _A.FOLLOW_UP, _A.REWORK, _A.CLOSE, _A.REOPEN, _A.RETURN, _A.NOTE,
)  # fmt: skip
"""Actions as they are offered; of a state's actions the first is the sensible one."""

PERMISSION_FOR: Mapping[ExceptionAction, Permission] = {
    _A.TRIAGE: Permission.EXCEPTION_DIRECT,
    _A.ASSIGN: Permission.EXCEPTION_DIRECT,
    _A.RETURN: Permission.EXCEPTION_HANDLE,
    _A.TAKE: Permission.EXCEPTION_HANDLE,
    _A.ANSWER: Permission.EXCEPTION_HANDLE,
    _A.FOLLOW_UP: Permission.EXCEPTION_DIRECT,
    _A.REWORK: Permission.EXCEPTION_DIRECT,
    _A.CLOSE: Permission.EXCEPTION_DIRECT,
    _A.REOPEN: Permission.EXCEPTION_DIRECT,
    _A.NOTE: Permission.EXCEPTION_OPEN,
}
_BY_HANDLER = frozenset({_A.TAKE, _A.ANSWER})
_MUST_SAY = frozenset({_A.RETURN, _A.ANSWER, _A.REOPEN, _A.NOTE})
_WITH_HANDLER = frozenset({_S.ASSIGNED, _S.IN_HAND})


def urgency(state: ExceptionsState, row: ExceptionRow) -> Urgency:
    """How urgent a case is."""
    return Urgency.CLOSED if row.state is _S.CLOSED else urgency_until(state, row.due.day, row.days_left)


def groups(state: ExceptionsState) -> Sequence[tuple[Urgency, Sequence[ExceptionRow | GroupRow]]]:
    """What is listed, by urgency."""
    if state.scope is Scope.GROUPS:
        causes = [row for row in state.rows or () if isinstance(row, GroupRow)]
        return grouped(causes, lambda row: group_rules.urgency(state, row))
    return grouped(listed(state), lambda row: urgency(state, row))


def is_with_office(state: ExceptionState) -> bool:
    """Whether the supervision office has the next step, and not a handler."""
    return state not in _WITH_HANDLER and state is not _S.CLOSED


def is_mine(row: ExceptionRow, actor: Actor) -> bool:
    """Whether the case is this person's to deal with: the handler's own, or the office's for who directs it."""
    directs = Permission.EXCEPTION_DIRECT in PERMISSIONS[actor.role]
    return row.owner == actor.number or (directs and is_with_office(row.state))


def usual_scope(actor: Actor) -> Scope:
    """What a person wants to see first."""
    return Scope.MINE if Permission.EXCEPTION_HANDLE in PERMISSIONS[actor.role] else Scope.OPEN


def listed(state: ExceptionsState) -> tuple[ExceptionRow, ...]:
    """The rows that the scope lets through."""
    rows = tuple(row for row in state.rows or () if isinstance(row, ExceptionRow))
    if state.scope is not Scope.MINE or state.actor is None:
        return rows
    return tuple(row for row in rows if is_mine(row, state.actor))


def offers(state: ExceptionsState) -> tuple[Offer[ExceptionAction], ...]:
    """The actions of the page's case, the sensible one first, each with why it is barred."""
    page = state.page
    if page is None:
        return ()
    return tuple(Offer(a, _barred(a, page, state.actor)) for a in ORDER if a in page.actions)


def action_of(state: ExceptionsState) -> ExceptionAction | None:
    """The action whose form stands open: the chosen one, else the sensible one, else writing a note."""
    return open_action(state.chosen, offers(state), _A.NOTE)


def lacking(action: ExceptionAction, draft: CaseDraft) -> Message | None:
    """What still has to be chosen or said before the action can be taken."""
    if action is _A.ASSIGN and draft.handler is None:
        return Message("exceptions.lacking.handler")
    if action is _A.FOLLOW_UP and draft.satisfied is None:
        return Message("exceptions.lacking.satisfied")
    if action in _MUST_SAY and not draft.text.strip():
        return Message("exception.rule.say_why")
    return None


def _barred(action: ExceptionAction, page: ExceptionPage, actor: Actor | None) -> Message | None:
    if actor is None:
        return Message("setup.rule.nobody_signed_in")
    permission = PERMISSION_FOR[action]
    if permission not in PERMISSIONS[actor.role]:
        return Message("staff.rule.not_permitted", {"role": actor.role, "permission": permission})
    directs = Permission.EXCEPTION_DIRECT in PERMISSIONS[actor.role]
    by_handler = action in _BY_HANDLER or (action is _A.RETURN and not directs)
    if by_handler and page.row.owner not in (None, actor.number):
        return Message("exception.rule.other_handler", {"number": page.row.number})
    return None
