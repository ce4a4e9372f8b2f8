"""Everything that a clerk can ask for at a counter, and the keys that never move."""

from enum import StrEnum


class Intent(StrEnum):
    """What a clerk asks for by key, button or menu."""

    OPEN = "open"
    CLOSE = "close"
    PAUSE = "pause"
    GO_ON = "go_on"
    HAND_OVER = "hand_over"
    SIGN_OUT = "sign_out"
    CALL_NEXT = "call_next"
    CALL_TICKET = "call_ticket"
    RECALL = "recall"
    START = "start"
    FINISH = "finish"
    MISS = "miss"
    HOLD = "hold"
    TRANSFER = "transfer"
    NOTICE = "notice"
    EXCEPTION = "exception"
    CASE = "case"
    RELEASE = "release"
    CHANGE_ITEM = "change_item"
    ABANDON = "abandon"
    RESUME = "resume"
    REQUEUE = "requeue"
    ABANDON_HELD = "abandon_held"
    UNDO_FINISH = "undo_finish"
    REVEAL = "reveal"
    PREVIEW = "preview"
    FILL_IN = "fill_in"
    """Only leads the keyboard to what is still lacking."""
    REPRINT = "reprint"


FUNCTION_KEYS: tuple[tuple[str, Intent], ...] = (
    ("F2", Intent.CALL_NEXT),
    ("F3", Intent.RECALL),
    ("F4", Intent.START),
    ("F5", Intent.FINISH),
    ("F6", Intent.MISS),
    ("F7", Intent.HOLD),
    ("F8", Intent.TRANSFER),
    ("F9", Intent.NOTICE),
    ("F10", Intent.EXCEPTION),
    ("F11", Intent.CASE),
    ("F12", Intent.PAUSE),
)
"""Key and intent, in the order of the keyboard. F12 goes on again while the counter is paused."""

UNDO_KEY = "Ctrl+Z"
"""Takes the last finish back; in a text field it is the field's own undo."""

KEY_OF: dict[Intent, str] = {intent: key for key, intent in FUNCTION_KEYS} | {
    Intent.GO_ON: "F12",
    Intent.UNDO_FINISH: UNDO_KEY,
}

ASK_FIRST = frozenset(
    {
        Intent.FINISH,
        Intent.HOLD,
        Intent.TRANSFER,
        Intent.EXCEPTION,
        Intent.CASE,
        Intent.PAUSE,
        Intent.CALL_TICKET,
        Intent.CHANGE_ITEM,
        Intent.ABANDON,
        Intent.ABANDON_HELD,
        Intent.HAND_OVER,
        Intent.PREVIEW,
    }
)
"""Intents that open a sheet: something has to be chosen, written or looked at first."""
