"""Reading the counter's desk: everything the window shows, as the database has it now."""

import asyncio
from datetime import date
from decimal import Decimal
from zoneinfo import ZoneInfo

from app.domain.calendar import Due
from app.domain.case_clock import DAYS_TO_TELL
from app.domain.catalogue import ServiceItem
from app.domain.errors import NotFound
from app.domain.message import Message
from app.domain.person import mask_name
from app.ports.queries import CaseQuery
from app.ports.rows import CaseRow, CounterDesk, TicketRow
from app.services.limits import limit_from
from app.services.policy import hall_policy
from app.services.use_case import Ports
from app.services.worklist import owed_by
from ui.counter.draft_file import DraftFile
from ui.counter.screen import Screen
from ui.counter.state import Print
from ui.judged import NOTHING_JUDGED


def draft_key(ticket: TicketRow) -> str:
    """Drafts belong to one errand of one ticket."""
    return f"{ticket.id}/{ticket.errand.item}"


class Desk:
    """Re-reads the desk; reads never overtake each other."""

    def __init__(self, ports: Ports, screen: Screen, drafts: DraftFile) -> None:
        self._ports, self._screen, self._drafts = ports, screen, drafts
        self._reading = asyncio.Lock()
        self._item: ServiceItem | None = None
        self._limits: dict[date, Due] = {}
        """By when to tell what was received on a day."""

    async def read_hall(self) -> None:
        """Read what holds for the whole day: the hall's zone and its settings.

        Raises:
            DatabaseAway: out of touch.
        """
        self._limits.clear()
        hall = await self._ports.readers.hall()
        self._screen.change(zone=ZoneInfo(hall.timezone), policy=await hall_policy(self._ports))

    async def read_owed(self) -> None:
        """Read what the clerk's department owes today.

        Raises:
            DatabaseAway: out of touch.
        """
        actor = self._screen.state.actor
        self._screen.change(owed=await owed_by(self._ports, actor) if actor else None)

    async def refresh(self) -> None:
        """Read and show the desk.

        Raises:
            DatabaseAway: out of touch.
        """
        async with self._reading:
            desk = await self._ports.readers.counter_desk(self._screen.state.number)
            item = await self._item_of(desk.ticket or (desk.queue[0] if desk.queue else None))
            tell_by = await self._limit_of(desk.ticket)
            self._show(desk, item, tell_by, await self._case_of(desk.ticket))

    def forget_item(self) -> None:
        """The catalogue has changed: read the item again next time."""
        self._item = None

    async def _limit_of(self, ticket: TicketRow | None) -> Due | None:
        """By when to tell this person; what is known of days may be forgotten as soon as anything is waited for."""
        if ticket is None:
            return None
        if ticket.day not in self._limits:
            self._limits[ticket.day] = await limit_from(self._ports, ticket.day, Decimal(DAYS_TO_TELL))
        return self._limits[ticket.day]

    async def _item_of(self, ticket: TicketRow | None) -> ServiceItem | None:
        if ticket is None:
            return None
        code = ticket.errand.item
        if self._item is None or self._item.code != code:
            try:
                self._item = await self._ports.readers.item(code)
            except NotFound:  # not in force today: served without its list, the head line says which item
                return None
        return self._item

    async def _case_of(self, ticket: TicketRow | None) -> CaseRow | None:
        """The case that the errand in hand is for."""
        if ticket is None:
            return None
        query = CaseQuery(open_only=False, ticket=(ticket.day, ticket.number))
        cases = await self._ports.readers.cases(query)
        return next((case for case in cases if case.item == ticket.errand.item), None)

    def _show(
        self, desk: CounterDesk, item: ServiceItem | None, tell_by: Due | None, case: CaseRow | None
    ) -> None:
        before, ticket = self._screen.state.ticket, desk.ticket
        changes: dict[str, object] = {"desk": desk, "item": item, "case": case, "tell_by": tell_by}
        if ticket is None or before is None or draft_key(ticket) != draft_key(before):
            changes |= self._of_new_errand(ticket)
        self._screen.change(**changes)
        self._notice_other_clerk(desk)

    def _of_new_errand(self, ticket: TicketRow | None) -> dict[str, object]:
        """What belongs to one errand alone: its draft, its print, what was looked at."""
        fresh: dict[str, object] = {"print": Print(), "revealed": None, "exception": None}
        if ticket is None:
            return fresh | {"draft": NOTHING_JUDGED}
        return fresh | {"draft": self._drafts.of(draft_key(ticket)), "scanned": None}

    def _notice_other_clerk(self, desk: CounterDesk) -> None:
        """Somebody took the counter over at another station: this one is no longer signed in."""
        state = self._screen.state
        if state.actor is None or not state.is_occupied or state.busy or state.signing_in:
            return
        clerk = mask_name(desk.counter.clerk_name) if desk.counter.clerk_name else desk.counter.clerk or ""
        message = Message("counter.sign_in.taken_over", {"counter": state.number, "clerk": clerk})
        self._screen.change(actor=None, sheet=None, problem=message)
