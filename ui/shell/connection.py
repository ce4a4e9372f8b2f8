"""Whether the station is in touch with the hall, and how that is said."""

from dataclasses import dataclass
from datetime import datetime

from app.ports.change_feed import Touch
from ui.shell.facts import Fact, status_fact
from ui.theme import Status
from ui.words import Words


@dataclass(frozen=True, slots=True)
class Connection:
    """In or out of touch, None before it is known; for one that is lost since when (the hall's time)."""

    touch: Touch | None = None
    since: datetime | None = None


def connection_fact(connection: Connection, words: Words) -> Fact:
    """The connection as the header and the status line say it."""
    match connection.touch:
        case Touch.CONNECTED:
            return status_fact(Status.CONNECTED, words("shell.connection.connected"))
        case Touch.LOST:
            fact = status_fact(Status.OUT_OF_TOUCH, words("shell.connection.out_of_touch"))
            return Fact(fact.text, fact.icon, fact.icon_tone, tone="danger")
        case None:
            return Fact(words("shell.connection.connecting"), "circle-dashed")
