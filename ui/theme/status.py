"""The status vocabulary: every state is told by colour, shape and word together, and only as written here."""

from dataclasses import dataclass
from enum import StrEnum

from ui.theme.tokens import Tone


class Status(StrEnum):
    """Every state that a screen shows."""

    WAITING = "waiting"
    IDLE = "idle"
    CALLED = "called"
    SERVING = "serving"
    HELD = "held"
    FINISHED = "finished"
    COMPLETE = "complete"
    BROUGHT = "brought"
    NOT_APPLICABLE = "not_applicable"
    NOT_NEEDED = "not_needed"
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"
    CLOSED = "closed"
    PAUSED = "paused"
    MISSING = "missing"
    WRONG = "wrong"
    DUE_TODAY = "due_today"
    TOO_LONG = "too_long"
    OVERDUE = "overdue"
    OUT_OF_TOUCH = "out_of_touch"
    CONNECTED = "connected"


@dataclass(frozen=True, slots=True)
class StatusLook:
    """How a state is shown: colour by tone, shape by icon, word by text code."""

    tone: Tone
    icon: str
    code: str


def _look(status: Status, tone: Tone, icon: str) -> tuple[Status, StatusLook]:
    return status, StatusLook(tone, icon, f"shell.status.{status.value}")


STATUS_LOOKS: dict[Status, StatusLook] = dict(
    (
        _look(Status.WAITING, Tone.NEUTRAL, "circle"),
        _look(Status.IDLE, Tone.NEUTRAL, "circle"),
        _look(Status.CALLED, Tone.WARN, "bell-ringing-fill"),
        _look(Status.SERVING, Tone.ACCENT, "play-circle-fill"),
        _look(Status.HELD, Tone.NEUTRAL, "pause-circle-fill"),
        _look(Status.FINISHED, Tone.OK, "check-circle-fill"),
        _look(Status.COMPLETE, Tone.OK, "check-circle-fill"),
        _look(Status.BROUGHT, Tone.OK, "check-circle-fill"),
        _look(Status.NOT_APPLICABLE, Tone.NEUTRAL, "prohibit-fill"),
        _look(Status.NOT_NEEDED, Tone.NEUTRAL, "prohibit-fill"),
        _look(Status.NO_SHOW, Tone.NEUTRAL, "clock-counter-clockwise"),
        _look(Status.CANCELLED, Tone.DISABLED, "minus"),
        _look(Status.CLOSED, Tone.DISABLED, "minus"),
        _look(Status.PAUSED, Tone.NEUTRAL, "coffee-fill"),
        _look(Status.MISSING, Tone.WARN, "minus-circle-fill"),
        _look(Status.WRONG, Tone.DANGER, "x-circle-fill"),
        _look(Status.DUE_TODAY, Tone.WARN, "clock-fill"),
        _look(Status.TOO_LONG, Tone.WARN, "warning-fill"),
        _look(Status.OVERDUE, Tone.DANGER, "warning-octagon-fill"),
        _look(Status.OUT_OF_TOUCH, Tone.DANGER, "mdi6.power-plug-off"),
        _look(Status.CONNECTED, Tone.OK, "check-circle-fill"),
    )
)

ROW_TINTS: dict[Status, Tone] = {Status.MISSING: Tone.WARN, Status.WRONG: Tone.DANGER}
"""States that tint the whole row they stand in."""
