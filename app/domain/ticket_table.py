"""Where a ticket can stand and what can happen to it: one table drives rules, buttons, diagram and tests."""

from collections.abc import Mapping
from enum import StrEnum


class TicketState(StrEnum):
    """Where a ticket stands."""

    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    HELD = "held"
    FINISHED = "finished"
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"


class TicketAction(StrEnum):
    """What can happen to a ticket."""

    ISSUE = "issue"
    CALL = "call"
    RECALL = "recall"
    START = "start"
    CHANGE_ITEM = "change_item"
    MISS = "miss"
    MISS_OUT = "miss_out"
    RELEASE = "release"
    NEXT_ERRAND = "next_errand"
    FINISH = "finish"
    HOLD = "hold"
    RESUME = "resume"
    REQUEUE = "requeue"
    TRANSFER = "transfer"
    ABANDON = "abandon"
    CANCEL = "cancel"
    REVIVE = "revive"
    UNDO_FINISH = "undo_finish"
    REPRINT = "reprint"
    UNPIN = "unpin"
    LINK_CASE = "link_case"
    SEND_ONLINE = "send_online"
    UNDO_SEND_ONLINE = "undo_send_online"


_S, _A = TicketState, TicketAction

TICKET_TABLE: Mapping[tuple[TicketState, TicketAction], TicketState] = {
    (_S.WAITING, _A.CALL): _S.CALLED,
    (_S.CALLED, _A.RECALL): _S.CALLED,
    (_S.CALLED, _A.START): _S.SERVING,
    (_S.CALLED, _A.CHANGE_ITEM): _S.CALLED,
    (_S.SERVING, _A.CHANGE_ITEM): _S.SERVING,
    (_S.SERVING, _A.LINK_CASE): _S.SERVING,
    (_S.CALLED, _A.MISS): _S.WAITING,
    (_S.CALLED, _A.MISS_OUT): _S.NO_SHOW,
    (_S.CALLED, _A.RELEASE): _S.WAITING,
    (_S.SERVING, _A.NEXT_ERRAND): _S.WAITING,
    (_S.SERVING, _A.FINISH): _S.FINISHED,
    (_S.SERVING, _A.HOLD): _S.HELD,
    (_S.HELD, _A.RESUME): _S.SERVING,
    (_S.HELD, _A.REQUEUE): _S.WAITING,
    (_S.CALLED, _A.TRANSFER): _S.WAITING,
    (_S.SERVING, _A.TRANSFER): _S.WAITING,
    (_S.CALLED, _A.ABANDON): _S.CANCELLED,
    (_S.SERVING, _A.ABANDON): _S.CANCELLED,
    (_S.HELD, _A.ABANDON): _S.CANCELLED,
    (_S.WAITING, _A.CANCEL): _S.CANCELLED,
    (_S.NO_SHOW, _A.REVIVE): _S.WAITING,
    (_S.FINISHED, _A.UNDO_FINISH): _S.SERVING,
}

LIVE = frozenset({_S.CALLED, _S.SERVING})
OPEN_STATES = frozenset({_S.WAITING, _S.CALLED, _S.SERVING, _S.HELD})
