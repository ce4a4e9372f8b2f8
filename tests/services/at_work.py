"""A sample hall on a Wednesday morning, and its staff, who give orders."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from uuid_utils.compat import uuid7

from app.bootstrap import OpenHall, make_sample_hall, open_hall
from app.domain.case_parts import Refusal
from app.domain.errand import Outcome
from app.domain.ids import CommandId
from app.domain.staff import Actor
from app.ports.rows import TicketRow
from app.services.call_next import call_next
from app.services.calling import start
from app.services.case_of_errand import PLAIN_ENDING, Ending
from app.services.counters import open_counter
from app.services.issue_ticket import ErrandWish, Visitor, issue_ticket
from app.services.serving import finish
from app.services.use_case import Command, Ports
from db.transaction import ClockOffset

NINE = datetime.fromisoformat("2026-03-18T09:00:00+08:00")
"""Where the hall's time begins."""
DAY = date(2026, 3, 18)

ADMINISTRATOR, SUPERVISOR, GUIDE = "0001", "0002", "0003"
CLERK, MATE = "0102", "0103"
"""Two clerks of the same department."""
COUNTER, MATES, ELSEWHERE = 2, 3, 8
"""Two counters of line A and one of line C, each with its own clerk (``clerk_of``)."""
HOUSE, MORTGAGE = "IT008", "IT057"
"""Items of line A, neither of them a licence."""
SHOP, TREES, PASSPORT = "IT001", "IT026", "IT004"
"""A licence of line B, a licence of line G, an item of line C."""

P = ParamSpec("P")
R = TypeVar("R")


def clerk_of(counter: int) -> str:
    """The clerk who usually sits at a counter of the sample hall."""
    return f"{100 + counter:04d}"


def somebody(serial: int = 1, **known: str) -> Visitor:
    """A visitor with a valid identity number (GB 11643) of nobody; another one for every serial below 1000."""
    body = f"33010219850101{serial:03d}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    rest = sum(int(digit) * weight for digit, weight in zip(body, weights, strict=True)) % 11
    return Visitor(**{"name": "张三", "identity": body + "10X98765432"[rest], "phone": "13800000001"} | known)


@dataclass(frozen=True)
class HallAtWork:
    """The hall, its time, which only goes on by itself and when told to, and its staff by number."""

    hall: OpenHall
    clock: ClockOffset
    staff: Mapping[str, Actor]

    @property
    def ports(self) -> Ports:
        """What use cases need."""
        return self.hall.ports

    def command(self, who: str) -> Command:
        """A fresh order of a member of staff."""
        return Command(CommandId(uuid7()), self.staff[who])

    async def do(
        self,
        who: str,
        use_case: Callable[Concatenate[Ports, Command, P], Awaitable[R]],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R:
        """Carry out a use case as a member of staff."""
        return await use_case(self.ports, self.command(who), *args, **kwargs)

    def pass_time(self, *, minutes: float = 0, hours: float = 0) -> None:
        """Let time pass."""
        self.clock.value += timedelta(minutes=minutes, hours=hours)

    async def issue(self, *items: str, visitor: Visitor | None = None) -> TicketRow:
        """A ticket for items (a house by default)."""
        wishes = tuple(ErrandWish(item) for item in items or (HOUSE,))
        return await self.do(GUIDE, issue_ticket, wishes, visitor or Visitor())

    async def open(self, *counters: int) -> None:
        """Counters opened by their usual clerks."""
        for counter in counters:
            await self.do(clerk_of(counter), open_counter, counter)

    async def call(self, counter: int = COUNTER) -> TicketRow:
        """The next ticket, called; there must be one."""
        called = await self.do(clerk_of(counter), call_next, counter)
        assert called.ticket is not None
        return called.ticket

    async def serve(self, counter: int = COUNTER) -> TicketRow:
        """The next ticket, called and started."""
        await self.call(counter)
        return await self.do(clerk_of(counter), start, counter)

    async def served(self, *items: str, counter: int = COUNTER, visitor: Visitor | None = None) -> TicketRow:
        """A fresh ticket that is being served at a counter opened for it."""
        await self.open(counter)
        await self.issue(*items, visitor=visitor)
        return await self.serve(counter)

    async def finish(self, outcome: Outcome = Outcome.COMPLETED, counter: int = COUNTER) -> TicketRow:
        """The present errand, ended; a refusal says why."""
        ending = Ending(Refusal("不属于本机关职权范围")) if outcome is Outcome.REFUSED else PLAIN_ENDING
        return await self.do(clerk_of(counter), finish, counter, outcome, ending)

    async def ticket(self, number: str, day: date = DAY) -> TicketRow:
        """A ticket as everybody sees it."""
        return await self.ports.readers.ticket(number, day)


def morning() -> ClockOffset:
    """The clock of a hall where it is nine now."""
    return ClockOffset(NINE - datetime.now(UTC))


async def make_hall(url: str, key: Path) -> None:
    """Set the sample hall up; its items are in force from that morning on."""
    await make_sample_hall(url, key, morning())


@asynccontextmanager
async def hall_at_work(url: str, key: Path) -> AsyncIterator[HallAtWork]:
    """The hall of that database, open at nine."""
    clock = morning()
    async with open_hall(url, key, "station", "zh", clock) as hall:
        async with hall.ports.uow() as u:
            members = await u.staff.all()
        staff = {m.number: Actor(m.id, m.number, m.name, m.role, m.department, "station") for m in members}
        yield HallAtWork(hall, clock, staff)
