"""Where an exception case can stand and the steps from there: one table drives rules, buttons, diagram and tests."""

from collections.abc import Mapping
from enum import StrEnum


class ExceptionState(StrEnum):
    """登记 → 研判 → 交办 → 办理 → 反馈 → 回访 → 归档."""

    REGISTERED = "registered"
    TRIAGED = "triaged"
    ASSIGNED = "assigned"
    IN_HAND = "in_hand"
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
    ANSWER = "answer"
    FOLLOW_UP = "follow_up"
    REWORK = "rework"
    CLOSE = "close"
    REOPEN = "reopen"
    NOTE = "note"
    RECOMPUTE = "recompute"


_S, _A = ExceptionState, ExceptionAction
EXCEPTION_TABLE: Mapping[tuple[ExceptionState, ExceptionAction], ExceptionState] = {
    (_S.REGISTERED, _A.TRIAGE): _S.TRIAGED,
    (_S.TRIAGED, _A.ASSIGN): _S.ASSIGNED,
    (_S.ASSIGNED, _A.RETURN): _S.TRIAGED,
    (_S.ASSIGNED, _A.TAKE): _S.IN_HAND,
    (_S.IN_HAND, _A.ANSWER): _S.ANSWERED,
    (_S.ANSWERED, _A.FOLLOW_UP): _S.FOLLOWED_UP,
    (_S.ANSWERED, _A.CLOSE): _S.CLOSED,
    (_S.FOLLOWED_UP, _A.REWORK): _S.IN_HAND,
    (_S.FOLLOWED_UP, _A.CLOSE): _S.CLOSED,
    (_S.CLOSED, _A.REOPEN): _S.TRIAGED,
} | {(state, action): state for state in _S if state is not _S.CLOSED for action in (_A.NOTE, _A.RECOMPUTE)}

BY_RULE = frozenset({_A.RECOMPUTE})
"""Steps that nobody takes: the calendar became known."""

PATH = tuple(ExceptionState)
"""The ordinary way through, in order."""
