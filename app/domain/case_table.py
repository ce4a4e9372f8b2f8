"""Where a case can stand and the steps from there: one table drives rules, buttons, diagram and tests."""

from collections.abc import Mapping
from enum import StrEnum


class CaseState(StrEnum):
    """收件 → 受理 → 决定 → 送达 → 归档, and the ways beside it."""

    RECEIVED = "received"
    NOTIFIED = "notified"
    SUPPLEMENTED = "supplemented"
    ACCEPTED = "accepted"
    SUSPENDED = "suspended"
    DECIDED = "decided"
    DELIVERED = "delivered"
    ARCHIVED = "archived"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"


class CaseAction(StrEnum):
    """What can happen to a case."""

    RECEIVE = "receive"
    TAKE_PAPERS = "take_papers"
    NOTIFY = "notify"
    NOTIFY_AGAIN = "notify_again"
    SUPPLEMENT = "supplement"
    ACCEPT = "accept"
    DEEM_ACCEPTED = "deem_accepted"
    REFUSE = "refuse"
    UNDO = "undo"
    UNDO_SUPPLEMENTED = "undo_supplemented"
    PLEDGE_KEPT = "pledge_kept"
    SUSPEND = "suspend"
    RESUME = "resume"
    EXTEND = "extend"
    DECIDE = "decide"
    DELIVER = "deliver"
    ARCHIVE = "archive"
    WITHDRAW = "withdraw"
    END = "end"
    RECOMPUTE = "recompute"


_S, _A = CaseState, CaseAction

OPEN_STATES = frozenset(
    {_S.RECEIVED, _S.NOTIFIED, _S.SUPPLEMENTED, _S.ACCEPTED, _S.SUSPENDED, _S.DECIDED, _S.DELIVERED}
)
"""Something is still owed: each of them has a next limit, and somebody watches it."""

CASE_TABLE: Mapping[tuple[CaseState, CaseAction], CaseState] = {
    (_S.RECEIVED, _A.ACCEPT): _S.ACCEPTED,
    (_S.RECEIVED, _A.DEEM_ACCEPTED): _S.ACCEPTED,
    (_S.RECEIVED, _A.NOTIFY): _S.NOTIFIED,
    (_S.RECEIVED, _A.REFUSE): _S.REFUSED,
    (_S.NOTIFIED, _A.SUPPLEMENT): _S.SUPPLEMENTED,
    # A second notice: a breach of "told once", possible but never silent.
    (_S.NOTIFIED, _A.NOTIFY_AGAIN): _S.NOTIFIED,
    (_S.NOTIFIED, _A.END): _S.ENDED,
    (_S.SUPPLEMENTED, _A.ACCEPT): _S.ACCEPTED,
    (_S.SUPPLEMENTED, _A.DEEM_ACCEPTED): _S.ACCEPTED,
    (_S.SUPPLEMENTED, _A.NOTIFY_AGAIN): _S.NOTIFIED,
    (_S.SUPPLEMENTED, _A.REFUSE): _S.REFUSED,
    # With a finish that is taken back within minutes; what was told on paper stays told.
    (_S.ACCEPTED, _A.UNDO): _S.RECEIVED,
    (_S.ACCEPTED, _A.UNDO_SUPPLEMENTED): _S.SUPPLEMENTED,
    # What was granted on the spot goes back in two steps, as it was made: the decision, then the acceptance.
    (_S.DECIDED, _A.UNDO): _S.ACCEPTED,
    (_S.REFUSED, _A.UNDO): _S.RECEIVED,
    (_S.REFUSED, _A.UNDO_SUPPLEMENTED): _S.SUPPLEMENTED,
    (_S.ACCEPTED, _A.PLEDGE_KEPT): _S.ACCEPTED,
    (_S.SUSPENDED, _A.PLEDGE_KEPT): _S.SUSPENDED,
    (_S.ACCEPTED, _A.EXTEND): _S.ACCEPTED,
    (_S.ACCEPTED, _A.SUSPEND): _S.SUSPENDED,
    (_S.ACCEPTED, _A.DECIDE): _S.DECIDED,
    # A pledge that was not kept.
    (_S.ACCEPTED, _A.END): _S.ENDED,
    (_S.SUSPENDED, _A.RESUME): _S.ACCEPTED,
    (_S.DECIDED, _A.DELIVER): _S.DELIVERED,
    (_S.DELIVERED, _A.ARCHIVE): _S.ARCHIVED,
    # What the calendar ended, so that somebody has seen it.
    (_S.ENDED, _A.ARCHIVE): _S.ARCHIVED,
    **{(state, _A.WITHDRAW): _S.WITHDRAWN for state in OPEN_STATES},
    # A year's arrangement became known: dates move, the state does not.
    **{(state, _A.RECOMPUTE): state for state in OPEN_STATES},
}

PATH = (_S.RECEIVED, _S.ACCEPTED, _S.DECIDED, _S.DELIVERED, _S.ARCHIVED)
"""The ordinary way through, in order."""
