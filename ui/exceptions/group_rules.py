"""What may be done with a group by whom, and how urgent it is."""

from collections.abc import Iterator, Mapping

from app.domain.exception_group import GroupAction, GroupState
from app.domain.message import Message
from app.domain.staff import PERMISSIONS, Actor, Permission
from app.domain.worklist import Urgency
from app.ports.rows import CheckPage, GroupRow
from ui.exceptions.group_state import GroupDeed, GroupDraft, GroupsState
from ui.worklist.state import WorklistState
from ui.worklist.urgency import Offer, urgency_until

_D, _A = GroupDeed, GroupAction

_OF_GROUP: Mapping[GroupDeed, GroupAction] = {
    _D.CLOSE: _A.CLOSE,
    _D.REJECT: _A.REJECT,
    _D.PROVE: _A.PROVE,
    _D.PLAN: _A.PLAN,
    _D.REMOVE: _A.REMOVE,
}
"""In the order in which they are offered: of a group's state the first is the sensible one."""

ORDER = (*_OF_GROUP, _D.ANSWER, _D.ASK)
_BY_HANDLER = frozenset({_D.PROVE, _D.ANSWER})
_MUST_SAY = frozenset({_D.PLAN, _D.PROVE, _D.REJECT, _D.REMOVE})


def urgency(state: WorklistState, row: GroupRow) -> Urgency:
    """How urgent a group is; one without a plan waits for it."""
    if row.state is GroupState.CLOSED:
        return Urgency.CLOSED
    if row.due is None or row.days_left is None:
        return Urgency.LATER
    return urgency_until(state, row.due.day, row.days_left)


def offers(state: GroupsState) -> tuple[Offer[GroupDeed], ...]:
    """What the group's state has, the sensible one first, each with why it is barred."""
    return tuple(Offer(deed, _barred(deed, state.actor)) for deed in _able(state))


def action_of(state: GroupsState) -> GroupDeed | None:
    """The one whose form stands open: the chosen one, else the first that this person may do.

    What nothing waits for is done only where somebody wants it: asking departments, taking a case out, other proof.
    """
    able = [offer.action for offer in offers(state) if offer.barred is None]
    if state.chosen in able:
        return state.chosen
    if state.page is None:
        return None
    proven = state.page.row.state is GroupState.PROVEN
    unasked = {_D.ASK, _D.REMOVE, _D.PROVE} if proven else {_D.ASK, _D.REMOVE}
    return next((deed for deed in able if deed not in unasked), None)


def lacking(deed: GroupDeed, state: GroupsState) -> Message | None:
    """What still has to be chosen or said before it can be done."""
    draft = state.draft
    if deed is _D.PLAN and draft.unit is None:
        return Message("groups.lacking.unit")
    if deed is _D.REMOVE and draft.case is None:
        return Message("groups.lacking.case")
    if deed is _D.ANSWER:
        return _lacking_of_answer(state, draft)
    if deed in _MUST_SAY and not draft.text.strip():
        return Message("exception_group.rule.say")
    return None


def open_checks(state: GroupsState) -> tuple[CheckPage, ...]:
    """Those that somebody has yet to answer."""
    return tuple(check for check in state.checks if check.unanswered)


def check_of(state: GroupsState) -> CheckPage | None:
    """The one that is answered: the chosen one, else the most urgent."""
    asked = open_checks(state)
    return next((check for check in asked if check.number == state.draft.check), next(iter(asked), None))


def answering(state: GroupsState) -> str | None:
    """For which department: the chosen one, else the person's own where it was asked; by code."""
    check = check_of(state)
    if check is None:
        return None
    owing = {entry.department: entry.name for entry in check.entries if entry.found is None}
    if state.draft.department in owing:
        return state.draft.department
    number = state.actor.number if state.actor else ""
    own = next((member.department for member in state.staff if member.number == number), None)
    return next((code for code, name in owing.items() if name == own), None)


def directs(actor: Actor | None) -> bool:
    """Whether the person directs exceptions, and answers for any department."""
    return actor is not None and Permission.EXCEPTION_DIRECT in PERMISSIONS[actor.role]


def _able(state: GroupsState) -> Iterator[GroupDeed]:
    page = state.page
    if page is None:
        return
    able = page.actions if page.cases else page.actions - {_A.REMOVE}
    yield from (deed for deed, action in _OF_GROUP.items() if action in able)
    if open_checks(state):
        yield _D.ANSWER
    if page.cases and directs(state.actor):
        yield _D.ASK


def _barred(deed: GroupDeed, actor: Actor | None) -> Message | None:
    if actor is None:
        return Message("setup.rule.nobody_signed_in")
    permission = Permission.EXCEPTION_HANDLE if deed in _BY_HANDLER else Permission.EXCEPTION_DIRECT
    if permission not in PERMISSIONS[actor.role]:
        return Message("staff.rule.not_permitted", {"role": actor.role, "permission": permission})
    return None


def _lacking_of_answer(state: GroupsState, draft: GroupDraft) -> Message | None:
    if answering(state) is None:
        return Message("department_check.rule.which" if directs(state.actor) else "groups.lacking.not_asked")
    if draft.found is None:
        return Message("groups.lacking.found")
    if draft.found and not draft.text.strip():
        return Message("department_check.rule.say_what")
    return None
