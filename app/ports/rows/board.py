"""What the hall's board shows."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.ports.rows.hall import LineRow


@dataclass(frozen=True, slots=True)
class CallRow:
    """A call as the board shows it. ``calls`` counts announcements: a higher number is a recall."""

    ticket: UUID
    number: str
    counter: int
    direction: str | None
    called_at: datetime
    calls: int


@dataclass(frozen=True, slots=True)
class Board:
    """What the hall's board shows: calls newest first."""

    hall: str
    now: datetime
    calls: tuple[CallRow, ...]
    lines: tuple[LineRow, ...]
