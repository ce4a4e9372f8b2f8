"""How the hall is set up, and what stands on its screens, as frozen rows."""

from collections.abc import Sequence

from app.domain.catalogue import ServiceItem
from app.domain.print_job import PrintJob
from app.ports.queries import PrintQuery
from app.ports.rows import (
    Board,
    CounterDesk,
    CounterRow,
    DepartmentRow,
    GuideDesk,
    HallRow,
    ItemRow,
    LineRow,
    StaffRow,
)
from db.reads import counters as counter_reads
from db.reads.board import board
from db.reads.catalogue import item_rows
from db.reads.counter_desk import counter_desk
from db.reads.guide_desk import guide_desk
from db.reads.lines import line_rows, waits
from db.reads.looking import Looking
from db.reads.people import department_rows, staff_rows
from db.reads.print_jobs import find_print_jobs
from db.reads.today import hall_row, today
from db.repositories.catalogue import CatalogueRepository


class HallReaders(Looking):
    """How the hall is set up, and what stands on its screens."""

    async def hall(self) -> HallRow:
        """The hall now."""
        async with self._look() as t:
            return await hall_row(t)

    async def departments(self) -> Sequence[DepartmentRow]:
        """All departments, by code."""
        async with self._look() as t:
            return await department_rows(t)

    async def staff(self) -> Sequence[StaffRow]:
        """Everybody, by number."""
        async with self._look() as t:
            return await staff_rows(t)

    async def lines(self) -> Sequence[LineRow]:
        """All lines now, by prefix."""
        async with self._look() as t:
            return await line_rows(t, await waits(t, await today(t)))

    async def counters(self) -> Sequence[CounterRow]:
        """All counters now, by number."""
        async with self._look() as t:
            return await counter_reads.counter_rows(t)

    async def counter(self, number: int) -> CounterRow:
        """One counter now."""
        async with self._look() as t:
            return await counter_reads.counter_row(t, number)

    async def items(self) -> Sequence[ItemRow]:
        """All items in force today and not cancelled, by code."""
        async with self._look() as t:
            return await item_rows(t, (await today(t)).day)

    async def item(self, code: str) -> ServiceItem:
        """The version of an item in force today."""
        async with self._look() as t:
            return await CatalogueRepository(t).in_force(code, (await today(t)).day)

    async def guide_desk(self) -> GuideDesk:
        """What stands beside the guide desk's search."""
        async with self._look() as t:
            return await guide_desk(t)

    async def counter_desk(self, counter: int) -> CounterDesk:
        """A counter's screen."""
        async with self._look() as t:
            return await counter_desk(t, counter)

    async def board(self) -> Board:
        """The hall's board."""
        async with self._look() as t:
            return await board(t)

    async def print_jobs(self, query: PrintQuery) -> Sequence[PrintJob]:
        """Print jobs, newest first."""
        async with self._look() as t:
            return await find_print_jobs(t, query)
