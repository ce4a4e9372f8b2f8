"""A station's paper comes out in order on its two printers, and nothing is lost when the station or the hall goes."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

import pytest

from app.domain.events import Topic
from app.domain.ids import PrintJobId
from app.domain.print_job import INTERRUPTED, PaperKind, Printer, PrintJob, PrintState
from app.ports.change_feed import Change
from app.ports.errors import DatabaseAway, DatabaseUnusable, DeviceFailed
from app.ports.queries import PrintQuery
from app.ports.readers import Readers as ReadersPort
from app.services import printing as use_cases
from app.services.notices import consult
from app.services.use_case import Ports
from tests.services.at_work import GUIDE, HOUSE, HallAtWork
from tests.ui.guide_desk.desk_at_work import Cable
from tests.ui.prints.at_work import printed, printing, until
from ui.print_queue import PrintQueue

QUEUE = "station"


@dataclass
class Tray:
    """Keeps what it is given, in order; waits where it is told to, and fails without paper."""

    titles: list[str] = field(default_factory=list)
    has_paper: bool = True
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    taken: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.ready.set()

    async def deliver(self, pdf: bytes, title: str) -> str:
        assert pdf.startswith(b"%PDF")
        self.taken.set()
        await self.ready.wait()
        if not self.has_paper:
            raise DeviceFailed("device.printer_stuck", printer="HP")
        self.titles.append(title)
        return title


@dataclass
class Station:
    """The queue, its printers, and the way to the hall."""

    queue: PrintQueue
    tickets: Tray
    slips: Tray
    cable: Cable
    hall: HallAtWork

    async def ticket(self) -> PrintJob:
        """A fresh ticket, queued."""
        number = (await self.hall.issue()).number
        return await self.queue.print(self.hall.command(GUIDE), PaperKind.TICKET, number)

    async def slip(self) -> PrintJob:
        """A fresh consultation slip, queued."""
        number = (await self.hall.do(GUIDE, consult, HOUSE, frozenset())).number
        return await self.queue.print(self.hall.command(GUIDE), PaperKind.NOTICE, number)

    def state_of(self, job: PrintJob) -> PrintState | None:
        """How the station knows it to be."""
        known = self.queue.job_of(job.paper.kind, job.paper.number)
        return known.state if known else None


def trays() -> dict[Printer, Tray]:
    return {Printer.TICKET: Tray(), Printer.A4: Tray()}


@pytest.fixture
async def station(hall: HallAtWork) -> AsyncIterator[Station]:
    printers, cable = trays(), Cable()
    async with printing(cable.through(hall.ports), hall.hall.origin, printers, QUEUE) as queue:
        yield Station(queue, printers[Printer.TICKET], printers[Printer.A4], cable, hall)


async def test_paper_comes_out_in_order_on_its_own_printer(station: Station) -> None:
    jobs = [await station.ticket(), await station.slip(), await station.ticket()]
    await printed(station.queue)
    day = jobs[0].day
    assert station.tickets.titles == [f"{day}-{jobs[0].paper.number}", f"{day}-{jobs[2].paper.number}"]
    assert station.slips.titles == [jobs[1].paper.number]
    for job in jobs:
        await _in_the_hall(station.hall.ports, job, PrintState.PRINTED)


async def test_a_slow_printer_holds_only_its_own_paper(station: Station) -> None:
    station.slips.ready.clear()
    slip = await station.slip()
    await station.slips.taken.wait()
    ticket = await station.ticket()
    await until(station.queue, ticket.paper.kind, ticket.paper.number, PrintState.PRINTED)
    assert station.state_of(slip) is PrintState.PRINTING
    station.slips.ready.set()
    await until(station.queue, slip.paper.kind, slip.paper.number, PrintState.PRINTED)


async def test_what_fails_says_why_and_the_next_goes_on(station: Station) -> None:
    station.tickets.has_paper = False
    first = await station.ticket()
    failed = await until(station.queue, first.paper.kind, first.paper.number, PrintState.FAILED)
    assert failed.problem is not None
    assert failed.problem.code == "device.printer_stuck"
    station.tickets.has_paper = True
    second = await station.ticket()
    await until(station.queue, second.paper.kind, second.paper.number, PrintState.PRINTED)
    assert station.queue.open_jobs == (failed,)
    await station.queue.retry(station.hall.command(GUIDE), first.id)
    await until(station.queue, first.paper.kind, first.paper.number, PrintState.PRINTED)
    assert len(station.tickets.titles) == 2


async def test_a_station_that_was_killed_goes_on_and_says_what_it_does_not_know(hall: HallAtWork) -> None:
    """What its last life had begun and queued is in the hall; nothing of it is in this process."""
    begun, waiting = await _queued(hall), await _queued(hall)
    await hall.do(GUIDE, use_cases.start_print, begun.id)
    printers = trays()
    async with printing(hall.ports, hall.hall.origin, printers, QUEUE) as queue:
        await until(queue, waiting.paper.kind, waiting.paper.number, PrintState.PRINTED)
        interrupted = await until(queue, begun.paper.kind, begun.paper.number, PrintState.FAILED)
        assert interrupted.problem == INTERRUPTED
    assert printers[Printer.TICKET].titles == [f"{waiting.day}-{waiting.paper.number}"]


async def test_a_station_that_closes_finishes_the_paper_under_way_and_leaves_the_rest(
    hall: HallAtWork,
) -> None:
    printers = trays()
    tray = printers[Printer.TICKET]
    tray.ready.clear()
    async with printing(hall.ports, hall.hall.origin, printers, QUEUE) as queue:
        under_way = await queue.print(hall.command(GUIDE), PaperKind.TICKET, (await hall.issue()).number)
        await tray.taken.wait()
        left = await queue.print(hall.command(GUIDE), PaperKind.TICKET, (await hall.issue()).number)
        asyncio.get_running_loop().call_later(0, tray.ready.set)
    states = {job.id: job.state for job in await _all(hall.ports)}
    assert states == {under_way.id: PrintState.PRINTED, left.id: PrintState.PENDING}


async def test_the_hall_hears_later_of_paper_that_came_out_while_it_was_away(station: Station) -> None:
    station.tickets.ready.clear()
    job = await station.ticket()
    await station.tickets.taken.wait()
    station.cable.cut = True
    station.tickets.ready.set()
    await until(station.queue, job.paper.kind, job.paper.number, PrintState.PRINTED)
    assert [j.state for j in await _all(station.hall.ports)] == [PrintState.PRINTING]
    station.cable.cut = False
    await _in_the_hall(station.hall.ports, job, PrintState.PRINTED)
    assert len(station.tickets.titles) == 1


async def test_a_reply_that_was_lost_prints_nothing_twice(station: Station) -> None:
    station.cable.reply_lost = True
    number = (await station.hall.issue()).number
    command = station.hall.command(GUIDE)
    with pytest.raises(DatabaseAway):
        await station.queue.print(command, PaperKind.TICKET, number)
    station.cable.reply_lost = False
    job = await station.queue.print(command, PaperKind.TICKET, number)
    await until(station.queue, job.paper.kind, job.paper.number, PrintState.PRINTED)
    assert len(station.tickets.titles) == 1
    assert len(await _all(station.hall.ports)) == 1


async def test_a_retry_from_elsewhere_prints_here_and_a_cancelled_one_is_forgotten(station: Station) -> None:
    station.tickets.has_paper = False
    first, second = await station.ticket(), await station.ticket()
    await printed(station.queue)
    station.tickets.has_paper = True
    await station.hall.do(GUIDE, use_cases.retry_print, first.id)
    await station.hall.do(GUIDE, use_cases.cancel_print, second.id)
    station.queue.hear(Change(Topic.PRINTING, "retry_print", first.id, "elsewhere"))
    await until(station.queue, first.paper.kind, first.paper.number, PrintState.PRINTED)
    assert station.queue.open_jobs == ()
    assert len(station.tickets.titles) == 1


async def test_it_goes_on_when_the_hall_was_unusable_for_a_while(hall: HallAtWork) -> None:
    """A database that is restored, or full, refuses what it is asked, and is there again later."""
    printers = trays()
    unusable = [DatabaseUnusable("database.rule.full"), DatabaseAway("database.rule.away")]

    class Readers:
        def __getattr__(self, name: str) -> object:
            return getattr(hall.ports.readers, name)

        async def print_jobs(self, query: PrintQuery) -> Sequence[PrintJob]:
            if unusable:
                raise unusable.pop()
            return await hall.ports.readers.print_jobs(query)

    ports = replace(hall.ports, readers=cast(ReadersPort, Readers()))
    async with printing(ports, hall.hall.origin, printers, QUEUE) as queue:
        await printed(queue)
        job = await _queued(hall)
        queue.hear(Change(Topic.PRINTING, "queue_print", job.id, "elsewhere"))
        await until(queue, job.paper.kind, job.paper.number, PrintState.PRINTED)
    assert unusable == []


async def test_each_station_prints_its_own(hall: HallAtWork) -> None:
    here, there = trays(), trays()
    origin = hall.hall.origin
    async with (
        printing(hall.ports, origin, here, "here") as one,
        printing(hall.ports, origin, there, "there"),
    ):
        job = await one.print(hall.command(GUIDE), PaperKind.TICKET, (await hall.issue()).number)
        await until(one, job.paper.kind, job.paper.number, PrintState.PRINTED)
    assert (len(here[Printer.TICKET].titles), there[Printer.TICKET].titles) == (1, [])


async def _queued(hall: HallAtWork) -> PrintJob:
    number = (await hall.issue()).number
    return await hall.do(GUIDE, use_cases.print_paper, QUEUE, PaperKind.TICKET, number)


async def _all(ports: Ports) -> tuple[PrintJob, ...]:
    return tuple(await ports.readers.print_jobs(PrintQuery()))


async def _in_the_hall(ports: Ports, job: PrintJob, state: PrintState) -> None:
    async with asyncio.timeout(10):
        while True:
            async with ports.uow() as u:
                if (await u.print_jobs.get(PrintJobId(job.id))).state is state:
                    return
