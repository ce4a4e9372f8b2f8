"""The demo's own hall: a sample hall in an SQLite file of its own, with a clock that can be set."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from uuid_utils.compat import uuid7

from app.bootstrap import ClockOffset, OpenHall, make_sample_hall, open_hall
from app.domain.ids import CommandId
from app.domain.staff import Actor
from app.services.sign_in import sign_in
from app.services.use_case import Command, Ports
from app.texts import Language

PASSWORD = "sample"
"""Of everybody in the sample hall."""

ADMINISTRATOR, SUPERVISOR, GUIDE = "0001", "0002", "0003"
ZONE = ZoneInfo("Asia/Shanghai")
"""Of the sample hall."""

SET_UP_BEFORE = timedelta(days=30)
"""The hall has been there for a while: its items have been in force since then."""


def clerk_of(counter: int) -> str:
    """The staff number of the clerk at a counter of the sample hall."""
    return f"01{counter:02}"


@dataclass
class DemoHall:
    """The hall as the script acts in it; each station opens it once more, as a PC of its own would."""

    folder: Path
    day: date
    clock: ClockOffset
    hall: OpenHall
    _stands_at: datetime | None = None
    _actors: dict[str, Actor] = field(default_factory=dict)

    @property
    def ports(self) -> Ports:
        """What use cases need."""
        return self.hall.ports

    def at(self, moment: time, days_ago: int = 0) -> datetime:
        """A time of the demo's day, or of a day before it."""
        return datetime.combine(self.day - timedelta(days=days_ago), moment, ZONE)

    def now(self) -> datetime:
        """The hall's time."""
        return self._stands_at or (datetime.now(UTC) + self.clock.value).astimezone(ZONE)

    async def leap(self, moment: datetime) -> None:
        """Let it be this moment; the hall's time stands still until the next one."""
        self._stands_at = moment
        self.stand_still()

    async def wait(self, moment: datetime) -> None:
        """Wait for this moment; the hall's time goes on by itself from here."""
        self._stands_at = None
        await asyncio.sleep(max(0.0, (moment - self.now()).total_seconds()))

    def stand_still(self) -> None:
        """Take back what the machine's clock has gone on since the leap: however slow it is, nothing changes."""
        if self._stands_at is not None:
            self.clock.value = self._stands_at - datetime.now(UTC)

    async def actor(self, number: str) -> Actor:
        """A member of staff, signed in."""
        if number not in self._actors:
            self._actors[number] = await sign_in(self.ports, number, PASSWORD, "demo")
        return self._actors[number]

    async def order(self, number: str) -> Command:
        """A fresh command of a member of staff."""
        actor = await self.actor(number)
        self.stand_still()
        return Command(CommandId(uuid7()), actor)

    def open_for(self, station: str, language: Language) -> AbstractAsyncContextManager[OpenHall]:
        """The same hall as another station reaches it."""
        return open_hall(*_place(self.folder), station, language, self.clock)


@asynccontextmanager
async def demo_hall(folder: Path, day: date) -> AsyncIterator[DemoHall]:
    """Make a sample hall in an empty folder and open it; the clock stands ``SET_UP_BEFORE`` the day."""
    morning = datetime.combine(day, time(8), ZONE)
    clock = ClockOffset(morning - SET_UP_BEFORE - datetime.now(UTC))
    await make_sample_hall(*_place(folder), clock)
    async with open_hall(*_place(folder), "demo", "zh", clock) as hall:
        yield DemoHall(folder, day, clock, hall)


def _place(folder: Path) -> tuple[str, Path]:
    return f"sqlite:///{(folder / 'hall.db').as_posix()}", folder / "hall.key"
