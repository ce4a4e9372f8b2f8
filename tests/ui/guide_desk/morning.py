"""A sample hall on a morning, with people of every role to act in it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from uuid_utils.compat import uuid7

from app.bootstrap import OpenHall, init_database, open_hall
from app.domain.ids import CommandId
from app.domain.staff import Actor
from app.domain.ticket_table import TicketState
from app.exchange.catalogue import read_catalogue
from app.exchange.hall import read_hall
from app.ports.queries import TicketQuery
from app.ports.rows import TicketRow
from app.services.call_next import call_next
from app.services.calling import miss
from app.services.counters import open_counter
from app.services.issue_ticket import ANYBODY, ErrandWish, Visitor, issue_ticket
from app.services.set_up_hall import INSTALLER, set_up_hall
from app.services.staff import disable_staff
from app.services.use_case import Command
from app.settings import StationKind, StationSettings
from resources import resource

ADMINISTRATOR, GUIDE, CLERK, COUNTER = "0001", "0003", "0102", 2
STATION = StationSettings(kind=StationKind.GUIDE_DESK).station
"""Nobody has named this guide desk, nor any other."""
TRANSFER = "IT008"
"""An item of line A with situations."""


@dataclass
class Morning:
    """The hall, and what people do in it."""

    hall: OpenHall
    folder: Path
    _actors: dict[str, Actor] = field(default_factory=dict)

    async def actor(self, number: str) -> Actor:
        """A member of staff by number."""
        if number not in self._actors:
            async with self.hall.ports.uow() as u:
                member = await u.staff.by_number(number)
            self._actors[number] = Actor(
                member.id, number, member.name, member.role, member.department, STATION
            )
        return self._actors[number]

    async def order(self, number: str) -> Command:
        """A fresh command of a member of staff."""
        return Command(CommandId(uuid7()), await self.actor(number))

    async def ticket(self, item: str = TRANSFER, visitor: Visitor = ANYBODY) -> TicketRow:
        """A ticket that another guide desk has issued."""
        return await issue_ticket(
            self.hall.ports, await self.order(GUIDE), (ErrandWish(item),), visitor=visitor
        )

    async def elsewhere(self) -> None:
        """Another guide desk, unnamed too and with a connection of its own, issues a ticket."""
        url, key = database_in(self.folder)
        async with open_hall(url, key, STATION, "zh") as other:
            await issue_ticket(other.ports, await self.order(GUIDE), (ErrandWish(TRANSFER),))

    async def disable(self, number: str) -> None:
        """The administrator, at another station, lets somebody work here no more."""
        url, key = database_in(self.folder)
        async with open_hall(url, key, "office", "zh") as other:
            await disable_staff(other.ports, await self.order(ADMINISTRATOR), number)

    async def missed_ticket(self) -> TicketRow:
        """A ticket that was called in vain as often as the hall allows."""
        await self._let_misses_be_quick()
        ticket = await self.ticket()
        ports = self.hall.ports
        await open_counter(ports, await self.order(CLERK), COUNTER)
        while (await self.tickets())[0].state is not TicketState.NO_SHOW:
            await call_next(ports, await self.order(CLERK), COUNTER)
            await miss(ports, await self.order(CLERK), COUNTER)
        return ticket

    async def _let_misses_be_quick(self) -> None:
        """One call is enough for a miss, as a hall may set it."""
        async with self.hall.ports.uow() as u:
            hall = await u.hall.get()
            await u.hall.save(replace(hall, policy=replace(hall.policy, calls_before_miss=1)))
            await u.commit()

    async def tickets(self) -> list[TicketRow]:
        """All tickets of today, the newest first."""
        return list(await self.hall.ports.readers.tickets(TicketQuery()))


async def make_hall(folder: Path) -> None:
    """Set up the sample hall in a folder: its database and its key."""
    url, key = database_in(folder)
    await init_database(url, key)
    async with open_hall(url, key, "set-up", "zh") as opened:
        file = read_hall(resource("hall", "sample.json"))
        catalogue = read_catalogue(resource("catalogue", "catalogue.json"))
        await set_up_hall(opened.ports, Command(CommandId(uuid7()), INSTALLER), file, catalogue, sample=True)


@asynccontextmanager
async def morning_in(folder: Path) -> AsyncIterator[Morning]:
    """The hall of a folder, open."""
    url, key = database_in(folder)
    async with open_hall(url, key, STATION, "zh") as opened:
        yield Morning(opened, folder)


def database_in(folder: Path) -> tuple[str, Path]:
    """URL and key file of the hall in a folder."""
    return f"sqlite:///{folder / 'hall.db'}", folder / "hall.key"
