"""A station's real print queue in a test; what it prints is waited for."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import cast

from app.domain.print_job import PaperKind, Printer, PrintJob, PrintState
from app.ports.printing import PaperOut
from app.services.use_case import Ports
from ui.print_queue import PrintQueue

LONGEST = 10.0
UNDER_WAY = {PrintState.PENDING, PrintState.PRINTING}


@asynccontextmanager
async def printing(
    ports: Ports, origin: str, paper: PaperOut | Mapping[Printer, PaperOut], name: str = "station"
) -> AsyncIterator[PrintQueue]:
    """The queue at work; closed at the end, as a station closes it."""
    bugs: list[Exception] = []
    printers = paper if isinstance(paper, Mapping) else dict.fromkeys(Printer, paper)
    queue = PrintQueue(
        ports,
        origin,
        name,
        printers,
        lambda _name, error: bugs.append(cast(Exception, error)),
        retry_seconds=0.02,
    )
    queue.start()
    try:
        yield queue
    finally:
        await queue.close()
    if bugs:
        raise ExceptionGroup("the queue failed", bugs)


async def printed(queue: PrintQueue) -> None:
    """Wait until nothing waits or is being printed."""
    changed = asyncio.Event()
    queue.watch(lambda _job: changed.set())
    async with asyncio.timeout(LONGEST):
        while any(job.state in UNDER_WAY for job in queue.open_jobs):
            changed.clear()
            await changed.wait()


async def until(queue: PrintQueue, kind: PaperKind, number: str, state: PrintState) -> PrintJob:
    """Wait until the station knows the paper's latest job to be there."""
    changed = asyncio.Event()
    queue.watch(lambda _job: changed.set())
    async with asyncio.timeout(LONGEST):
        while (known := queue.job_of(kind, number)) is None or known.state is not state:
            changed.clear()
            await changed.wait()
    return known
