"""Somebody whom the guide desk sent online instead of giving out a number (引导网办): no ticket, no place in line."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.events import Event, Topic
from app.domain.ids import ItemVersionId, StaffId
from app.domain.ticket_table import TicketAction


@dataclass(frozen=True, slots=True)
class SentOnline:
    """That it happened, for which item, and who did it; nothing of the person is kept."""

    id: UUID
    day: date
    at: datetime
    item: ItemVersionId
    item_code: str
    by: StaffId

    def sent(self) -> Event:
        """The event of it."""
        return Event(Topic.TICKETS, TicketAction.SEND_ONLINE, self.id, {"item": self.item_code})
