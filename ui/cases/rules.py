"""What the state of a case and the person's role allow, what is still lacking for it, and how urgent it is."""

from decimal import Decimal, InvalidOperation

from app.domain.case_clock import has_limit
from app.domain.case_parts import RefusalGround, Result
from app.domain.case_table import OPEN_STATES, CaseAction
from app.domain.message import Message
from app.domain.staff import PERMISSIONS, Permission
from app.domain.worklist import Urgency
from app.ports.rows import CasePage, CaseRow
from ui.cases.drafts import CaseDraft
from ui.cases.state import CasesState
from ui.judged import judged_so_far
from ui.worklist.urgency import Offer, grouped, urgency_until

_A = CaseAction

ORDER = (
    _A.SUPPLEMENT, _A.RESUME, _A.PLEDGE_KEPT, _A.ACCEPT, _A.DECIDE, _A.DELIVER, _A.ARCHIVE, _A.NOTIFY,
    _A.NOTIFY_AGAIN, _A.REFUSE, _A.SUSPEND, _A.EXTEND, _A.TAKE_PAPERS, _A.WITHDRAW, _A.END,
)  # fmt: skip
"""Steps as they are offered; of a state's steps the first is the sensible one.

Taking back an acceptance belongs to the counter's finish; what the calendar does nobody has to press.
"""

NOTIFYING = frozenset({_A.NOTIFY, _A.NOTIFY_AGAIN})
_ISSUING = NOTIFYING | {_A.ACCEPT, _A.REFUSE, _A.SUSPEND, _A.EXTEND, _A.DECIDE, _A.DELIVER, _A.END}
_TAKING = frozenset({_A.SUPPLEMENT, _A.TAKE_PAPERS})
"""Steps that issue a receipt where somebody asks for it."""
_MUST_SAY = frozenset({_A.NOTIFY_AGAIN, _A.REFUSE, _A.EXTEND, _A.END})
_WHOLE_DAYS = frozenset({_A.SUSPEND, _A.EXTEND})


def urgency(state: CasesState, row: CaseRow) -> Urgency:
    """How urgent a case is."""
    if row.watch is None or row.days_left is None:
        return Urgency.CLOSED
    return urgency_until(state, row.watch.due.day, row.days_left)


def groups(state: CasesState) -> list[tuple[Urgency, list[CaseRow]]]:
    """What is listed, by urgency."""
    return grouped(state.rows or (), lambda row: urgency(state, row))


def offers(state: CasesState) -> tuple[Offer[CaseAction], ...]:
    """The steps of the page's case, the sensible one first, each with why it is barred."""
    page = state.page
    if page is None or page.row.watch is None:
        return ()
    able = page.actions | ({_A.TAKE_PAPERS} if page.row.state in OPEN_STATES else frozenset())
    return tuple(Offer(action, _barred(action, page, state)) for action in ORDER if action in able)


def action_of(state: CasesState) -> CaseAction | None:
    """The step whose form stands open: the chosen one, else the sensible one."""
    able = [offer.action for offer in offers(state) if offer.barred is None]
    if state.chosen in able:
        return state.chosen
    return able[0] if able else None


def issues_paper(state: CasesState) -> bool:
    """Whether the step in front puts something on paper, so that it can be looked at before."""
    action = action_of(state)
    return action in _ISSUING or (action in _TAKING and state.draft.receipt)


def limit_is_asked(state: CasesState) -> bool:
    """Whether neither law nor page says how long a decision may take."""
    if state.item is None or state.page is None:
        return False
    return not has_limit(state.item, state.page.row.situation)


def days_of(text: str) -> Decimal | None:
    """Working days as typed; None for what is no number above zero."""
    try:
        days = Decimal(text.strip())
    except InvalidOperation:
        return None
    return days if days.is_finite() and days > 0 else None


def lacking(action: CaseAction, state: CasesState) -> Message | None:
    """What still has to be chosen or said before the step can be taken."""
    draft = state.draft
    if action in NOTIFYING and (problem := _unjudged(state, draft)):
        return problem
    problem = _groundless(draft) if action is _A.REFUSE else _unchosen(action, state, draft)
    if problem is not None:
        return problem
    denied = action is _A.DECIDE and draft.result is Result.DENIED
    if (action in _MUST_SAY or denied) and not draft.text.strip():
        return Message("case.rule.say_why")
    return None


def _unchosen(action: CaseAction, state: CasesState, draft: CaseDraft) -> Message | None:
    days = days_of(draft.days)
    match action:
        case _A.SUPPLEMENT | _A.TAKE_PAPERS if not draft.ticked:
            return Message("cases.lacking.ticked")
        case _A.ACCEPT if limit_is_asked(state) and days is None:
            return Message("case.rule.say_limit")
        case _A.ACCEPT if draft.pledged and (not draft.ticked or draft.pledged_by is None):
            return Message("cases.lacking.pledge")
        case _A.DECIDE if draft.result is None:
            return Message("cases.lacking.result")
        case _A.SUSPEND if draft.procedure is None:
            return Message("cases.lacking.procedure")
        case _A.EXTEND if not draft.approved_by.strip():
            return Message("cases.lacking.approved_by")
    if action in _WHOLE_DAYS and (days is None or days != int(days)):
        return Message("cases.lacking.days")
    return None


def _groundless(draft: CaseDraft) -> Message | None:
    if draft.ground is None:
        return Message("cases.lacking.ground")
    if draft.ground is RefusalGround.OTHER_AUTHORITY and not draft.right_authority.strip():
        return Message("case.rule.name_authority")
    return None


def _unjudged(state: CasesState, draft: CaseDraft) -> Message | None:
    judged = judged_so_far(state.materials, draft.judged)
    for problem in judged.unfounded.values():
        return problem
    if not judged.is_whole:
        return Message("cases.lacking.judged", {"count": len(judged.unjudged) + len(judged.wordless)})
    return None if judged.tells_something else Message("cases.lacking.shortcoming")


def _barred(action: CaseAction, page: CasePage, state: CasesState) -> Message | None:
    if state.actor is None:
        return Message("setup.rule.nobody_signed_in")
    permission = Permission.NOTIFY if action in NOTIFYING else Permission.SERVE
    if permission not in PERMISSIONS[state.actor.role]:
        return Message("staff.rule.not_permitted", {"role": state.actor.role, "permission": permission})
    watch = page.row.watch
    if action is _A.END and watch is not None and (page.row.days_left or 0) >= 0:
        return Message("case.rule.not_over", {"number": page.row.number, "until": watch.due.day})
    return None
