"""Where an exception case can stand and the steps from there: one table drives rules, buttons, diagram and tests."""

from collections.abc import Mapping
from enum import StrEnum


class ExceptionState(StrEnum):
    """登记 → 研判 → 交办 → 办理 → 反馈 → 回访 → 归档; a negative answer waits for its sign-off (待签批) before 反馈."""

    REGISTERED = "registered"
    TRIAGED = "triaged"
    ASSIGNED = "assigned"
    IN_HAND = "in_hand"
    FOR_SIGN_OFF = "for_sign_off"
    ANSWERED = "answered"
    FOLLOWED_UP = "followed_up"
    CLOSED = "closed"


class ExceptionAction(StrEnum):
    """The steps of an exception case."""

    OPEN = "open"
    TRIAGE = "triage"
    ASSIGN = "assign"
    RETURN = "return"
    TAKE = "take"
    CONTACT = "contact"
    MEASURE = "measure"
    EXTEND = "extend"
    JOIN = "join"
    PART = "part"
    RELEASE = "release"
    ANSWER = "answer"
    DENY = "deny"
    SIGN_OFF = "sign_off"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"
    FOLLOW_UP = "follow_up"
    REWORK = "rework"
    CLOSE = "close"
    REOPEN = "reopen"
    NOTE = "note"
    ATTACH = "attach"
    WARN = "warn"
    ESCALATE = "escalate"
    RECOMPUTE = "recompute"


_S, _A = ExceptionState, ExceptionAction

UNANSWERED = (_S.REGISTERED, _S.TRIAGED, _S.ASSIGNED, _S.IN_HAND, _S.FOR_SIGN_OFF)
"""Where the person still waits for an answer: there the limit of the level runs, afterwards that of the follow-up."""

_OPEN = tuple(state for state in _S if state is not _S.CLOSED)
_WITH_HANDLER = (_S.ASSIGNED, _S.IN_HAND)
HANDLED = (*_WITH_HANDLER, _S.FOR_SIGN_OFF)
"""Where the case is somebody's: a department has it, and a handler in it."""

TAKEN_ON = (_S.IN_HAND, _S.FOR_SIGN_OFF)
"""Where the handler has begun: who gives the case to somebody else then says why."""

_STAYING: Mapping[ExceptionAction, tuple[ExceptionState, ...]] = {
    _A.CONTACT: _WITH_HANDLER,
    _A.MEASURE: (_S.IN_HAND,),
    _A.EXTEND: _WITH_HANDLER,
    _A.JOIN: _WITH_HANDLER,
    _A.PART: _WITH_HANDLER,
    _A.RELEASE: _WITH_HANDLER,
    _A.NOTE: _OPEN,
    _A.ATTACH: _OPEN,
    _A.RECOMPUTE: _OPEN,
    _A.WARN: _OPEN,
    _A.ESCALATE: _OPEN,
}
"""Steps that leave a case where it stands."""

EXCEPTION_TABLE: Mapping[tuple[ExceptionState, ExceptionAction], ExceptionState] = {
    (_S.REGISTERED, _A.TRIAGE): _S.TRIAGED,
    (_S.TRIAGED, _A.TRIAGE): _S.TRIAGED,
    (_S.TRIAGED, _A.ASSIGN): _S.ASSIGNED,
    (_S.ASSIGNED, _A.RETURN): _S.TRIAGED,
    (_S.IN_HAND, _A.RETURN): _S.TRIAGED,
    (_S.ASSIGNED, _A.TAKE): _S.IN_HAND,
    (_S.IN_HAND, _A.ANSWER): _S.ANSWERED,
    (_S.IN_HAND, _A.DENY): _S.FOR_SIGN_OFF,
    (_S.FOR_SIGN_OFF, _A.SIGN_OFF): _S.ANSWERED,
    (_S.FOR_SIGN_OFF, _A.REFUSE): _S.IN_HAND,
    (_S.FOR_SIGN_OFF, _A.WITHDRAW): _S.IN_HAND,
    (_S.ANSWERED, _A.FOLLOW_UP): _S.FOLLOWED_UP,
    (_S.ANSWERED, _A.CLOSE): _S.CLOSED,
    (_S.FOLLOWED_UP, _A.REWORK): _S.IN_HAND,
    (_S.FOLLOWED_UP, _A.CLOSE): _S.CLOSED,
    (_S.CLOSED, _A.REOPEN): _S.TRIAGED,
} | {
    **{(state, _A.ASSIGN): _S.ASSIGNED for state in HANDLED},
    **{(state, action): state for action, states in _STAYING.items() for state in states},
}

ANSWERS = frozenset({_A.ANSWER, _A.SIGN_OFF})
"""Steps by which the person gets an answer."""

BY_RULE = frozenset({_A.WARN, _A.ESCALATE, _A.RECOMPUTE})
"""Steps that nobody takes: a day came, or the calendar became known."""

PATH = tuple(state for state in _S if state is not _S.FOR_SIGN_OFF)
"""The ordinary way through, in order."""
