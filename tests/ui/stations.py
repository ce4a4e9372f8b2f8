"""A sample hall for tests of stations: made once, copied for each, with people who issue and call in it."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from uuid_utils.compat import uuid7

from app.bootstrap import OpenHall, make_sample_hall, open_hall
from app.domain.ids import CommandId
from app.ports.rows import TicketRow
from app.services.call_next import call_next
from app.services.calling import recall
from app.services.counters import open_counter
from app.services.issue_ticket import ErrandWish, issue_ticket
from app.services.sign_in import sign_in
from app.services.use_case import Command
from tests.postgres import in_own_loop

PASSWORD = "sample"
GUIDE, CLERKS = "0003", {2: "0102", 3: "0103"}
HOUSE = "IT008"
"""An item of line A, which counters 2 and 3 serve."""


@dataclass(frozen=True)
class SampleHall:
    """A hall with its key in ``folder``; its database lies there too, unless ``server`` names another."""

    folder: Path
    server: str = ""

    @property
    def url(self) -> str:
        """Its database."""
        return self.server or f"sqlite:///{self.folder / 'hall.db'}"

    @property
    def key_file(self) -> Path:
        """Its key."""
        return self.folder / "hall.key"

    @asynccontextmanager
    async def at_work(self, origin: str = "elsewhere") -> AsyncIterator["People"]:
        """Open it as another station does."""
        async with open_hall(self.url, self.key_file, origin, "zh") as hall:
            yield People(hall)


@dataclass(frozen=True)
class People:
    """What people do in the hall, each as who they are."""

    hall: OpenHall

    async def issue(self, item: str = HOUSE) -> TicketRow:
        """A ticket for an item."""
        return await issue_ticket(self.hall.ports, await self._order(GUIDE), (ErrandWish(item),))

    async def open(self, counter: int) -> None:
        """A clerk sits down."""
        await open_counter(self.hall.ports, await self._order(CLERKS[counter]), counter)

    async def call(self, counter: int) -> TicketRow:
        """The next ticket, called."""
        called = await call_next(self.hall.ports, await self._order(CLERKS[counter]), counter)
        assert called.ticket is not None
        return called.ticket

    async def recall(self, counter: int) -> TicketRow:
        """The same ticket again."""
        return await recall(self.hall.ports, await self._order(CLERKS[counter]), counter)

    async def let_recalls_be_quick(self) -> None:
        """No gap between two calls, as a hall may set it."""
        async with self.hall.ports.uow() as u:
            hall = await u.hall.get()
            await u.hall.save(replace(hall, policy=replace(hall.policy, recall_gap=timedelta())))
            await u.commit()

    async def _order(self, number: str) -> Command:
        return Command(CommandId(uuid7()), await sign_in(self.hall.ports, number, PASSWORD))


def make_template(folder: Path, server: str = "") -> SampleHall:
    """A sample hall in ``folder``, or on a server."""
    hall = SampleHall(folder, server)
    in_own_loop(lambda: make_sample_hall(hall.url, hall.key_file))
    return hall


def copy_of(hall: SampleHall, folder: Path) -> SampleHall:
    """The same hall for one test."""
    return SampleHall(Path(shutil.copytree(hall.folder, folder)))
