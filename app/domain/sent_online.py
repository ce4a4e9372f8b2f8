"""Somebody whom the guide desk sent online instead of giving out a number (引导网办): no ticket, no place in line."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.errors import RuleBroken
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
        return self._event(TicketAction.SEND_ONLINE)

    def undo(self, by: StaffId, day: date) -> Event:
        """It was noted by mistake, a slip of the finger; the event says so, and it counts no longer.

        Raises:
            RuleBroken: somebody else noted it, or on another business day.
        """
        if by != self.by:
            raise RuleBroken("ticket.rule.sent_by_other", item=self.item_code)
        if day != self.day:
            raise RuleBroken("ticket.rule.sent_another_day", item=self.item_code)
        return self._event(TicketAction.UNDO_SEND_ONLINE)

    def _event(self, action: TicketAction) -> Event:
        return Event(Topic.TICKETS, action, self.id, {"item": self.item_code})
