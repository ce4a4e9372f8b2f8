"""What the state of a case and the person's role allow, whose turn it is, and how urgent that is."""

from collections.abc import Mapping, Sequence
from datetime import date

from app.domain.attachment_readers import may_read
from app.domain.exception_table import TAKEN_ON, ExceptionAction, ExceptionState
from app.domain.exception_terms import Rung
from app.domain.message import Message
from app.domain.staff import PERMISSIONS, Actor, Permission
from app.domain.worklist import Urgency
from app.ports.rows import AttachmentRow, ExceptionPage, ExceptionRow, GroupRow
from ui.exceptions import group_rules
from ui.exceptions.drafts import CaseDraft
from ui.exceptions.state import ExceptionsState, Scope
from ui.worklist.urgency import Offer, grouped, open_action, urgency_until

_A, _S = ExceptionAction, ExceptionState

ORDER = (
    _A.TAKE, _A.CONTACT, _A.SIGN_OFF, _A.ANSWER, _A.FOLLOW_UP, _A.REWORK, _A.CLOSE, _A.REOPEN, _A.PART, _A.MEASURE,
    _A.JOIN, _A.RELEASE, _A.EXTEND, _A.DENY, _A.REFUSE, _A.WITHDRAW, _A.ASSIGN, _A.TRIAGE, _A.RETURN, _A.NOTE,
)  # fmt: skip
"""Actions as they are offered; of a state's actions the first is the sensible one."""

_DIRECTED = (
    _A.TRIAGE, _A.ASSIGN, _A.JOIN, _A.RELEASE, _A.SIGN_OFF, _A.REFUSE, _A.FOLLOW_UP, _A.REWORK, _A.CLOSE, _A.REOPEN,
)  # fmt: skip
PERMISSION_FOR: Mapping[ExceptionAction, Permission] = (
    dict.fromkeys(ORDER, Permission.EXCEPTION_HANDLE)
    | dict.fromkeys(_DIRECTED, Permission.EXCEPTION_DIRECT)
    | {_A.NOTE: Permission.EXCEPTION_OPEN}
)
_BY_HANDLER = frozenset({_A.TAKE, _A.CONTACT, _A.MEASURE, _A.ANSWER, _A.DENY})
_BY_HANDLER_OR_OFFICE = frozenset({_A.RETURN, _A.EXTEND})
_MUST_SAY = frozenset({
    _A.RETURN, _A.CONTACT, _A.MEASURE, _A.EXTEND, _A.JOIN, _A.PART, _A.RELEASE, _A.ANSWER, _A.DENY, _A.REFUSE,
    _A.WITHDRAW, _A.REOPEN, _A.NOTE,
})  # fmt: skip
_WHOLE = frozenset({_A.ANSWER, _A.DENY})
_OF_SOMEBODY = frozenset({_A.ASSIGN, _A.JOIN, _A.RELEASE})
_SIGNED = frozenset({_A.SIGN_OFF, _A.REFUSE})
_WITH_HANDLER = frozenset({_S.ASSIGNED, _S.IN_HAND})
_WITH_OFFICE = frozenset({Rung.SUPERVISION, Rung.DISTRICT})


def urgency(state: ExceptionsState, row: ExceptionRow) -> Urgency:
    """How urgent a case is; a contact that is owed may be due before the case."""
    if row.state is _S.CLOSED:
        return Urgency.CLOSED
    due, contact_by = row.due.day, owed_contact(row)
    first = min(due, contact_by) if contact_by is not None else due
    return urgency_until(state, first, row.days_left - (due - first).days)


def owed_contact(row: ExceptionRow) -> date | None:
    """Until when the handler has to contact the person; None where it is not owed, or not the handler's turn."""
    return row.contact_by if row.state in _WITH_HANDLER else None


def groups(state: ExceptionsState) -> Sequence[tuple[Urgency, Sequence[ExceptionRow | GroupRow]]]:
    """What is listed, by urgency."""
    if state.scope is Scope.GROUPS:
        causes = [row for row in state.rows or () if isinstance(row, GroupRow)]
        return grouped(causes, lambda row: group_rules.urgency(state, row))
    return grouped(listed(state), lambda row: urgency(state, row))


def is_with_office(row: ExceptionRow) -> bool:
    """Whether the supervision office has the next step, and not a handler who is there to take it."""
    if row.state is _S.CLOSED:
        return False
    return row.state not in _WITH_HANDLER or row.owner_left


def is_mine(row: ExceptionRow, actor: Actor) -> bool:
    """Whether the case is this person's to deal with: the handler's own, or one of which a part is owed.

    Who directs cases has those of the office, and those that came up to it.
    """
    directs = Permission.EXCEPTION_DIRECT in PERMISSIONS[actor.role]
    with_office = is_with_office(row) or (row.rung in _WITH_OFFICE and row.state is not _S.CLOSED)
    return actor.number in (row.owner, *row.supporters) or (directs and with_office)


def may_open(state: ExceptionsState, file: AttachmentRow) -> bool:
    """Whether a file of the page is the business of who is signed in."""
    page, actor = state.page, state.actor
    if page is None or actor is None:
        return False
    return may_read(actor.number, actor.role, page.concerned, file.by)


def must_be_given(row: ExceptionRow) -> bool:
    """Whether whoever has it works here no more."""
    return row.owner_left and row.state in _WITH_HANDLER


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
    """The actions of the page's case, the sensible one first, each with why it is barred.

    A part is offered to who owes it alone, and to them before anything else; so is giving away what nobody works on.
    """
    page = state.page
    if page is None:
        return ()
    owes = state.actor is not None and state.actor.number in page.row.supporters
    able = page.actions if owes else page.actions - {_A.PART}
    first = (_A.PART, _A.ASSIGN) if must_be_given(page.row) else (_A.PART,)
    order = sorted(ORDER, key=lambda action: action not in first)
    return tuple(Offer(a, _barred(a, page, state.actor)) for a in order if a in able)


def action_of(state: ExceptionsState) -> ExceptionAction | None:
    """The action whose form stands open: the chosen one, else the sensible one, else writing a note."""
    return open_action(state.chosen, offers(state), _A.NOTE)


def lacking(action: ExceptionAction, case: ExceptionRow, draft: CaseDraft) -> Message | None:
    """What still has to be chosen or said before the action can be taken."""
    must_say = action in _MUST_SAY or (action is _A.ASSIGN and case.state in TAKEN_ON)
    if action in _OF_SOMEBODY and draft.handler is None:
        return Message("exceptions.lacking.handler")
    if action is _A.FOLLOW_UP and draft.satisfied is None:
        return Message("exceptions.lacking.satisfied")
    if must_say and not draft.text.strip():
        return Message("exception.rule.say_why")
    if action is _A.DENY and not draft.basis.strip():
        return Message("exception.rule.basis")
    return None


def _barred(action: ExceptionAction, page: ExceptionPage, actor: Actor | None) -> Message | None:
    if actor is None:
        return Message("setup.rule.nobody_signed_in")
    permission, number = PERMISSION_FOR[action], page.row.number
    if permission not in PERMISSIONS[actor.role]:
        return Message("staff.rule.not_permitted", {"role": actor.role, "permission": permission})
    directs = Permission.EXCEPTION_DIRECT in PERMISSIONS[actor.role]
    by_handler = action in _BY_HANDLER or (action in _BY_HANDLER_OR_OFFICE and not directs)
    if by_handler and page.row.owner not in (None, actor.number):
        return Message("exception.rule.other_handler", {"number": number})
    if action in _WHOLE and page.row.supporters:
        return Message("exception.rule.parts_open", {"count": len(page.row.supporters)})
    own_proposal = actor.number == _proposed_by(page)
    if action in _SIGNED and own_proposal:
        return Message("exception.rule.sign_off_by_other", {"number": number})
    if action is _A.WITHDRAW and not own_proposal:
        return Message("exception.rule.withdraw_own", {"number": number})
    return None


def _proposed_by(page: ExceptionPage) -> str | None:
    return next((step.by for step in reversed(page.steps) if step.action is _A.DENY), None)
