"""What the state of a case and the person's role allow, whose turn it is, and how urgent that is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.exception_table import ExceptionAction, ExceptionState
from app.domain.message import Message
from app.domain.staff import PERMISSIONS, Actor, Permission
from app.ports.rows import ExceptionPage, ExceptionRow
from ui.exceptions.drafts import CaseDraft
from ui.exceptions.state import ExceptionsState, Scope

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
_SOON_DAYS = 3


class Urgency(StrEnum):
    """The groups of the list, the most urgent first."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Offer:
    """An action that the case's state has; ``barred`` says why this person cannot take it."""

    action: ExceptionAction
    barred: Message | None = None


def urgency(row: ExceptionRow) -> Urgency:
    """How urgent a case is, by the calendar days that are left."""
    if row.state is _S.CLOSED:
        return Urgency.CLOSED
    if row.days_left < 0:
        return Urgency.OVERDUE
    if row.days_left == 0:
        return Urgency.TODAY
    return Urgency.SOON if row.days_left <= _SOON_DAYS else Urgency.LATER


def grouped(rows: Sequence[ExceptionRow]) -> list[tuple[Urgency, list[ExceptionRow]]]:
    """The rows by urgency in their given order; groups without rows are left out."""
    groups = [(group, [row for row in rows if urgency(row) is group]) for group in Urgency]
    return [(group, members) for group, members in groups if members]


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
    rows = state.rows or ()
    if state.scope is not Scope.MINE or state.actor is None:
        return rows
    return tuple(row for row in rows if is_mine(row, state.actor))


def offers(page: ExceptionPage, actor: Actor | None) -> tuple[Offer, ...]:
    """The actions of the case's state, the sensible one first, each with why it is barred."""
    return tuple(Offer(action, _barred(action, page, actor)) for action in ORDER if action in page.actions)


def action_of(state: ExceptionsState) -> ExceptionAction | None:
    """The action whose form stands open: the chosen one, else the sensible one, else writing a note."""
    if state.page is None:
        return None
    offered = offers(state.page, state.actor)
    able = [offer.action for offer in offered if offer.barred is None]
    wanted = (state.chosen, offered[0].action, _A.NOTE) if offered else ()
    return next((action for action in wanted if action in able), None)


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
