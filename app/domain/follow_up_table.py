"""Where the follow-up of a bad rating can stand and the steps from there: one table drives rules, buttons and tests."""

from collections.abc import Mapping
from enum import StrEnum


class FollowUpState(StrEnum):
    """待联系 → 整改中 → 待回访 → 已回访 → 办结; 申诉复核 is what an appeal makes of one on file, until decided."""

    OPENED = "opened"
    CONTACTED = "contacted"
    PUT_RIGHT = "put_right"
    ASKED = "asked"
    CLOSED = "closed"
    APPEALED = "appealed"


class FollowUpAction(StrEnum):
    """The steps of a follow-up."""

    OPEN = "open"
    ASSIGN = "assign"
    CONTACT = "contact"
    EXTEND = "extend"
    PUT_RIGHT = "put_right"
    ASK = "ask"
    REWORK = "rework"
    CLOSE = "close"
    NOTE = "note"
    APPEAL = "appeal"
    UPHOLD = "uphold"
    DISMISS = "dismiss"
    WARN = "warn"
    RECOMPUTE = "recompute"


class FollowUpLimit(StrEnum):
    """What is owed by a day: contact, putting right, the review of an appeal."""

    CONTACT = "contact"
    RIGHT = "right"
    REVIEW = "review"


class AppealState(StrEnum):
    """Where the rated clerk's appeal (申诉) stands."""

    LODGED = "lodged"
    UPHELD = "upheld"
    DISMISSED = "dismissed"


_S, _A = FollowUpState, FollowUpAction
OPEN_FOLLOW_UPS = frozenset(_S) - {_S.CLOSED}
_STEPS: dict[tuple[FollowUpState, FollowUpAction], FollowUpState] = {
    (_S.OPENED, _A.CONTACT): _S.CONTACTED,
    (_S.OPENED, _A.EXTEND): _S.OPENED,
    (_S.CONTACTED, _A.EXTEND): _S.CONTACTED,
    (_S.CONTACTED, _A.PUT_RIGHT): _S.PUT_RIGHT,
    (_S.PUT_RIGHT, _A.ASK): _S.ASKED,
    (_S.PUT_RIGHT, _A.CLOSE): _S.CLOSED,
    (_S.ASKED, _A.REWORK): _S.CONTACTED,
    (_S.ASKED, _A.CLOSE): _S.CLOSED,
    # What was closed quickly takes the clerk's appeal all the same; then nothing but its review is owed.
    (_S.CLOSED, _A.APPEAL): _S.APPEALED,
    (_S.APPEALED, _A.UPHOLD): _S.CLOSED,
    (_S.APPEALED, _A.DISMISS): _S.CLOSED,
}
_WHILE_HANDLED = {
    # Whose it is changes no state; nor does an appeal, for the person's clock does not stand still.
    (state, action): state
    for state in sorted(OPEN_FOLLOW_UPS - {_S.APPEALED})
    for action in (_A.ASSIGN, _A.APPEAL, _A.UPHOLD, _A.DISMISS)
}
_WHILE_OPEN = {
    # Nor do what was said and what the calendar does.
    (state, action): state
    for state in sorted(OPEN_FOLLOW_UPS)
    for action in (_A.NOTE, _A.WARN, _A.RECOMPUTE)
}
FOLLOW_UP_TABLE: Mapping[tuple[FollowUpState, FollowUpAction], FollowUpState] = (
    _STEPS | _WHILE_HANDLED | _WHILE_OPEN
)

BY_RULE = frozenset({_A.WARN, _A.RECOMPUTE})
"""Steps that nobody takes: a day came, or the calendar became known."""

NEXT_STEP: Mapping[FollowUpState, FollowUpAction] = {
    _S.OPENED: _A.CONTACT,
    _S.CONTACTED: _A.PUT_RIGHT,
    _S.PUT_RIGHT: _A.ASK,
    _S.ASKED: _A.CLOSE,
    _S.APPEALED: _A.DISMISS,
}
"""What is owed in each open state, where the facts ask for nothing else."""
