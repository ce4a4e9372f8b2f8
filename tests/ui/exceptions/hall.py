"""A sample hall whose clock a test sets, with people of every role to act in it."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from uuid_utils.compat import uuid7

from app.bootstrap import OpenHall, make_sample_hall, open_hall
from app.domain.exception_case import Channel
from app.domain.exception_category import ExceptionCategory
from app.domain.exception_terms import ExceptionLevel
from app.domain.ids import CommandId
from app.domain.staff import Actor
from app.ports.queries import ExceptionQuery
from app.ports.rows import ExceptionPage, ExceptionRow, TicketRow
from app.services import exception_groups as groups
from app.services import exception_working, exceptions
from app.services.attachments import attach_file
from app.services.department_checks import answer_department_check, start_department_check
from app.services.issue_ticket import ANYBODY, ErrandWish, Visitor, issue_ticket
from app.services.open_exception import open_exception
from app.services.staff import disable_staff
from app.services.use_case import Command
from db.transaction import ClockOffset

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 3, 18, 10, 21, tzinfo=ZONE)
"""A Wednesday."""

SET_UP = datetime(2025, 12, 1, 9, 0, tzinfo=ZONE)
"""Items are in force from then on."""

SUPERVISOR, GUIDE, HANDLER, OTHER_CLERK, ADMINISTRATOR = "0002", "0003", "0108", "0111", "0001"
PASSWORD = "sample"
STATION = "office"
ITEM = "IT008"
UNIT = "GA"
"""The department of rectifications."""
CITIZEN = Visitor(name="王小敏", identity="110101199003078494", phone="13800000621")


@dataclass
class HallAtWork:
    """The hall, its clock, and what people do in it."""

    hall: OpenHall
    clock: ClockOffset = field(default_factory=ClockOffset)
    _actors: dict[str, Actor] = field(default_factory=dict)

    def at(self, moment: datetime) -> None:
        """Let it be this moment in the hall."""
        self.clock.value = moment - datetime.now(UTC)

    def days_ago(self, days: int, hour: int = 10, minute: int = 32) -> None:
        """Let it be some days before ``NOW``."""
        self.at((NOW - timedelta(days=days)).replace(hour=hour, minute=minute))

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

    async def ticket(self, visitor: Visitor = CITIZEN) -> TicketRow:
        """A ticket of today for the item."""
        return await issue_ticket(self.hall.ports, await self.order(SUPERVISOR), [ErrandWish(ITEM)], visitor)

    async def open(
        self,
        summary: str,
        *,
        wish: str = "",
        ticket: str | None = None,
        visitor: Visitor = ANYBODY,
        channel: Channel = Channel.DIRECT,
        level: ExceptionLevel = ExceptionLevel.ORDINARY,
    ) -> str:
        """Register a case; its number."""
        category = ExceptionCategory.INCONSISTENT_PAPERS
        page = await open_exception(
            self.hall.ports, await self.order(GUIDE), summary, category, channel,
            wish=wish, ticket=ticket, visitor=visitor, level=level,
        )  # fmt: skip
        return page.row.number

    async def triage(
        self,
        number: str,
        level: ExceptionLevel = ExceptionLevel.ORDINARY,
        category: ExceptionCategory = ExceptionCategory.INCONSISTENT_PAPERS,
    ) -> ExceptionPage:
        """研判."""
        order = await self.order(SUPERVISOR)
        return await exceptions.triage_exception(self.hall.ports, order, number, category, level)

    async def assign(self, number: str, handler: str = HANDLER) -> ExceptionPage:
        """交办."""
        order = await self.order(SUPERVISOR)
        return await exceptions.assign_exception(self.hall.ports, order, number, handler)

    async def take(self, number: str, handler: str = HANDLER) -> ExceptionPage:
        """接办."""
        return await exceptions.take_exception(self.hall.ports, await self.order(handler), number)

    async def contact(self, number: str, text: str, by: str = HANDLER) -> ExceptionPage:
        """联系本人."""
        return await exception_working.contact_exception(self.hall.ports, await self.order(by), number, text)

    async def join(self, number: str, supporter: str, task: str) -> ExceptionPage:
        """请协办."""
        order = await self.order(SUPERVISOR)
        return await exception_working.join_exception(self.hall.ports, order, number, supporter, task)

    async def deny(self, number: str, text: str, basis: str, by: str = HANDLER) -> ExceptionPage:
        """否定答复."""
        order = await self.order(by)
        return await exception_working.deny_exception(self.hall.ports, order, number, text, basis)

    async def attach(self, number: str, name: str, content: bytes, by: str = GUIDE) -> ExceptionPage:
        """附件."""
        return await attach_file(self.hall.ports, await self.order(by), number, name, content)

    async def answer(self, number: str, text: str = "已办妥。", handler: str = HANDLER) -> ExceptionPage:
        """反馈."""
        return await exceptions.answer_exception(self.hall.ports, await self.order(handler), number, text)

    async def note(self, number: str, text: str, by: str = HANDLER) -> ExceptionPage:
        """记一笔."""
        return await exceptions.note_exception(self.hall.ports, await self.order(by), number, text)

    async def close(self, number: str) -> ExceptionPage:
        """归档."""
        return await exceptions.close_exception(self.hall.ports, await self.order(SUPERVISOR), number)

    async def group(self, cause: str, *cases: str) -> str:
        """归集; its number."""
        page = await groups.create_group(self.hall.ports, await self.order(SUPERVISOR), cause, cases)
        return page.row.number

    async def plan(self, group: str, measure: str = "换证书", days: int = 5) -> None:
        """定整改."""
        order = await self.order(SUPERVISOR)
        await groups.plan_rectification(self.hall.ports, order, group, measure, UNIT, days)

    async def prove(self, group: str) -> None:
        """提交佐证."""
        await groups.prove_rectification(
            self.hall.ports, await self.order(HANDLER), group, "试刷 20 笔，都成"
        )

    async def review(self, group: str) -> None:
        """复核销号."""
        await groups.review_rectification(self.hall.ports, await self.order(SUPERVISOR), group, True)

    async def ask(self, case: str) -> str:
        """发出筛查; its number."""
        return (await start_department_check(self.hall.ports, await self.order(SUPERVISOR), case)).number

    async def reply(self, check: str, by: str, *, found: bool, text: str = "") -> None:
        """答复筛查."""
        await answer_department_check(self.hall.ports, await self.order(by), check, found, text)

    async def disable(self, number: str) -> None:
        """停用 a member of staff."""
        await disable_staff(self.hall.ports, await self.order(ADMINISTRATOR), number)

    async def listed(self) -> Sequence[ExceptionRow]:
        """All that is open."""
        return await self.hall.ports.readers.exceptions(ExceptionQuery())

    async def page(self, number: str) -> ExceptionPage:
        """The case as it is now."""
        return await self.hall.ports.readers.exception(number)


async def make_hall(folder: Path) -> None:
    """Set up the sample hall in a folder: its database and its key."""
    await make_sample_hall(*database_in(folder), ClockOffset(SET_UP - datetime.now(UTC)))


@asynccontextmanager
async def hall_in(folder: Path) -> AsyncIterator[HallAtWork]:
    """The hall of a folder, open; it is ``NOW`` in it."""
    url, key = database_in(folder)
    clock = ClockOffset()
    async with open_hall(url, key, STATION, "zh", clock) as opened:
        at_work = HallAtWork(opened, clock)
        at_work.at(NOW)
        yield at_work


def database_in(folder: Path) -> tuple[str, Path]:
    """URL and key file of the hall in a folder."""
    return f"sqlite:///{folder / 'hall.db'}", folder / "hall.key"
