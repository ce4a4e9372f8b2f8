"""What stands live beside the guide desk's search."""

from dataclasses import dataclass
from datetime import datetime

from app.ports.rows.hall import LineRow
from app.ports.rows.tickets import TicketRow


@dataclass(frozen=True, slots=True)
class GuideDesk:
    """What stands live beside the guide desk's search."""

    now: datetime
    lines: tuple[LineRow, ...]
    no_shows: tuple[TicketRow, ...]
    recent: tuple[TicketRow, ...]
    issued_today: int
    usual_items: tuple[tuple[str, int], ...]
