"""What changed elsewhere: a hint to read again; the database is the truth."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from app.domain.clock import ClockGap
from app.domain.events import Topic


@dataclass(frozen=True, slots=True)
class Change:
    """One thing changed. ``origin`` is who did it: one station while it runs, which does not refresh twice."""

    topic: Topic
    action: str
    subject: UUID
    origin: str


class Touch(StrEnum):
    """Whether the station is in touch with the hall."""

    CONNECTED = "connected"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class TouchChange:
    """In or out of touch. After CONNECTED everything shown must be read again."""

    touch: Touch


FeedItem = Change | TouchChange | ClockGap
"""What a feed says. A ``ClockGap`` comes soon after CONNECTED and whenever it is another; where the machine's own
clock stamps everything (SQLite) none does."""


class ChangeFeed(Protocol):
    """A stream of changes of the hall; reconnects by itself."""

    def listen(self) -> AbstractAsyncContextManager[AsyncIterator[FeedItem]]:
        """Changes from now on; the first item tells whether the hall is in touch.

        A lost server, or a cable pulled without a word, is told within 3 s.
        """
