"""What the board shows."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.ports.change_feed import Touch
from app.ports.rows import CallRow, LineRow

RECENT_CALLS = 5
LINES_A_PAGE = 6

Announcement = tuple[UUID, int]
"""A ticket and how often it has been called: a recall is an announcement of its own."""


def announcement(call: CallRow) -> Announcement:
    """What tells one announcement from all others."""
    return call.ticket, call.calls


@dataclass(frozen=True, slots=True)
class BoardState:
    """``calls`` newest first; ``fresh`` are those made just now; ``page`` of the lines, from 0.

    ``now`` is the hall's time at the last reading, None before the first. Out of touch (``touch`` LOST) all that
    is here is as old as that, and is shown as such.
    """

    hall: str = ""
    now: datetime | None = None
    calls: tuple[CallRow, ...] = ()
    fresh: frozenset[Announcement] = frozenset()
    lines: tuple[LineRow, ...] = ()
    page: int = 0
    touch: Touch | None = None

    @property
    def latest(self) -> CallRow | None:
        """The call that is shown large."""
        return self.calls[0] if self.calls else None

    @property
    def recent(self) -> tuple[CallRow, ...]:
        """The calls before the latest."""
        return self.calls[1 : 1 + RECENT_CALLS]

    @property
    def is_flashing(self) -> bool:
        """Whether the latest call was made just now."""
        return self.latest is not None and announcement(self.latest) in self.fresh

    @property
    def pages(self) -> int:
        """On how many pages the lines fit, at least one."""
        return max(1, -(-len(self.lines) // LINES_A_PAGE))

    @property
    def lines_shown(self) -> tuple[LineRow, ...]:
        """The lines of the page in sight."""
        start = (self.page % self.pages) * LINES_A_PAGE
        return self.lines[start : start + LINES_A_PAGE]
