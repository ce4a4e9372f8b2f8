"""A real sample hall in an SQLite file, whose clock goes on by minutes at will, and people who come to it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from uuid_utils.compat import uuid7

from app.bootstrap import OpenHall, make_sample_hall, open_hall
from app.domain.ids import CommandId
from app.domain.policy import Priority
from app.domain.staff import Actor
from app.ports.rows import TicketRow
from app.services.issue_ticket import ErrandWish, Visitor, issue_ticket
from app.services.sign_in import sign_in
from app.services.use_case import Command
from db.transaction import ClockOffset

PASSWORD = "sample"
GUIDE, CLERK, OTHER_CLERK, SUPERVISOR = "0003", "0102", "0103", "0002"
COUNTER, OTHER_COUNTER = 2, 3
TRANSFER, MORTGAGE, WASTE = "IT008", "IT057", "IT061"
_ZONE = ZoneInfo("Asia/Shanghai")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def identity_number(serial: int) -> str:
    """A valid identity number (GB 11643) of nobody; another one for every serial below 1000."""
    body = f"33010219850101{serial:03d}"
    rest = sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True)) % 11
    return body + "10X98765432"[rest]


def visitor(serial: int, name: str = "张三", priority: Priority = Priority.ORDINARY) -> Visitor:
    """Somebody with name, number and phone."""
    return Visitor(name, identity_number(serial), f"138{serial:08d}", priority)


@dataclass
class Morning:
    """The hall, the person at its guide desk, and the time, which only goes on when told to."""

    hall: OpenHall
    guide: Actor
    clock: ClockOffset = field(default_factory=ClockOffset)

    def pass_minutes(self, minutes: float) -> None:
        """Let time pass."""
        self.clock.value += timedelta(minutes=minutes)

    async def issue(self, *wishes: ErrandWish, who: Visitor | None = None) -> TicketRow:
        """Issue a ticket at the guide desk."""
        errands = wishes or (ErrandWish(TRANSFER, "二手房赠与"),)
        return await issue_ticket(self.hall.ports, command_of(self.guide), errands, who or Visitor())

    async def sign_in(self, number: str) -> Actor:
        """A member of staff, signed in elsewhere."""
        return await sign_in(self.hall.ports, number, PASSWORD, "elsewhere")


def command_of(actor: Actor) -> Command:
    """A fresh command."""
    return Command(CommandId(uuid7()), actor)


async def make_hall(folder: Path) -> None:
    """Set the sample hall up in a folder."""
    await make_sample_hall(f"sqlite:///{folder / 'hall.db'}", folder / "hall.key")


def _next_nine() -> datetime:
    """Tomorrow at nine: a morning has hours before it, whenever the tests run, and the hall was set up before it."""
    return datetime.combine(datetime.now(_ZONE).date() + timedelta(days=1), time(9), _ZONE)


@asynccontextmanager
async def morning_in(folder: Path) -> AsyncIterator[Morning]:
    """The hall of that folder, open."""
    clock = ClockOffset(_next_nine() - datetime.now(UTC))
    url, key = f"sqlite:///{folder / 'hall.db'}", folder / "hall.key"
    async with open_hall(url, key, "counter-2", "zh", clock) as hall:
        guide = await sign_in(hall.ports, GUIDE, PASSWORD, "desk")
        yield Morning(hall, guide, clock)
