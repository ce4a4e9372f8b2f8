"""A station's paper: printed one after another on each of its two printers, and still known after a restart."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import TypeVar
from uuid import UUID

from uuid_utils.compat import uuid7

from app.domain.errors import NotFound, RuleBroken, YiciError
from app.domain.events import Topic
from app.domain.ids import CommandId
from app.domain.message import Message
from app.domain.print_job import INTERRUPTED, PaperKind, Printer, PrintJob, PrintState
from app.domain.staff import UNATTENDED
from app.ports.change_feed import Change, FeedItem, Touch, TouchChange
from app.ports.documents import Roll
from app.ports.errors import ConcurrentChange, DatabaseAway, DatabaseUnusable
from app.ports.printing import PaperOut
from app.ports.queries import PrintQuery
from app.services import printing
from app.services.paper import paper_pdf
from app.services.use_case import Command, Ports
from ui.tasks import Failed, TaskSupervisor

RETRY_SECONDS = 2.0
"""How long the hall is left alone when it could not be told how a print went."""

R = TypeVar("R")
Told = Callable[[PrintJob], None]


def _nothing() -> None:
    """Nothing is to be done meanwhile."""


class PrintQueue:
    """``start`` prints what is waiting; ``close`` waits for the paper under way, and leaves the rest for next time.

    ``name`` tells this station's queue from all others of the hall. Close it before the room that watches it.
    """

    def __init__(
        self,
        ports: Ports,
        origin: str,
        name: str,
        printers: Mapping[Printer, PaperOut],
        failed: Failed,
        roll: Roll = Roll.MM80,
        retry_seconds: float = RETRY_SECONDS,
    ) -> None:
        self._ports, self._origin, self._name, self._roll = ports, origin, name, roll
        self._printers, self._retry_seconds = printers, retry_seconds
        self._tasks = TaskSupervisor(failed)
        self._jobs: dict[UUID, PrintJob] = {}
        self._watchers: list[Told] = []
        self._wake = {printer: asyncio.Event() for printer in Printer}
        self._under_way: set[UUID] = set()
        self._stale, self._closing = asyncio.Event(), asyncio.Event()

    @property
    def open_jobs(self) -> tuple[PrintJob, ...]:
        """What waits, is printed, or did not come out; oldest first."""
        return tuple(job for job in self._in_order() if job.is_open)

    def job_of(self, kind: PaperKind, number: str) -> PrintJob | None:
        """The latest print of a paper that this station knows of."""
        jobs = [j for j in self._in_order() if (j.paper.kind, j.paper.number) == (kind, number)]
        return jobs[-1] if jobs else None

    def watch(self, told: Told) -> None:
        """Tell of every job that changed."""
        self._watchers.append(told)

    def start(self) -> None:
        """Go on where the station's last life ended, and print whatever comes."""
        self._tasks.start(self._run(), name="print")

    async def close(self) -> None:
        """Wait for the paper under way; what waits is printed at the next start."""
        self._closing.set()
        await self._tasks.close()

    def hear(self, item: FeedItem) -> None:
        """What the change feed says: somebody elsewhere may have retried or cancelled a print."""
        changed = isinstance(item, Change) and item.topic is Topic.PRINTING and item.origin != self._origin
        if changed or item == TouchChange(Touch.CONNECTED):
            self._stale.set()

    async def print(self, command: Command, kind: PaperKind, number: str) -> PrintJob:
        """Print a paper that has just been issued. Raises as ``print_paper``."""
        return self._know(await printing.print_paper(self._ports, command, self._name, kind, number))

    async def print_again(self, command: Command, kind: PaperKind, number: str) -> PrintJob:
        """Print once more: a reprint, unless it never came out. Raises as ``print_again``."""
        return self._know(await printing.print_again(self._ports, command, self._name, kind, number))

    async def retry(self, command: Command, job: UUID) -> PrintJob:
        """Print what did not come out. Raises as ``retry_print``."""
        return self._know(await printing.retry_print(self._ports, command, job))

    async def cancel(self, command: Command, job: UUID) -> PrintJob:
        """Forget what nobody wants any more. Raises as ``cancel_print``."""
        return self._know(await printing.cancel_print(self._ports, command, job))

    async def _run(self) -> None:
        settled = await self._ordered(lambda order: printing.settle_prints(self._ports, order, self._name))
        if settled is None:
            return
        self._know_all((*settled.failed, *settled.waiting))
        async with asyncio.TaskGroup() as group:
            group.create_task(self._follow())
            for printer in Printer:
                group.create_task(self._work(printer))

    async def _work(self, printer: Printer) -> None:
        while True:
            self._wake[printer].clear()
            job = next((job for job in self.open_jobs if _waits_for(job, printer)), None)
            if job is None:
                await self._wake[printer].wait()
                continue
            printed = self._tasks.run_command(self._print(job), name=f"print {job.id}")
            await asyncio.wait({printed})
            if printed.exception() is not None:  # a bug, which is reported; the next start asks a person
                self._jobs.pop(job.id, None)

    async def _follow(self) -> None:
        """Jobs that changed elsewhere."""
        while True:
            await self._stale.wait()
            self._stale.clear()
            found = await self._patiently(lambda: self._ports.readers.print_jobs(PrintQuery(self._name)))
            if found is None:
                return
            known = [job for job in reversed(found) if job.id in self._jobs or job.is_open]
            self._know_all(job for job in known if job.id not in self._under_way)

    async def _print(self, job: PrintJob) -> None:
        self._under_way.add(job.id)
        try:
            started = await self._ordered(lambda order: printing.start_print(self._ports, order, job.id))
            if started is None:  # somebody was faster, or gave it up
                self._jobs.pop(job.id, None)
                self._stale.set()
            else:
                self._know(started)
                await self._end(started, await self._deliver(started))
        finally:
            self._under_way.discard(job.id)

    async def _end(self, job: PrintJob, problem: Message | None) -> None:
        """Where the hall cannot be told at once, it is shown all the same: the paper is out or not."""
        now = job.changed_at
        meanwhile, _ = job.fail(problem, now) if problem else job.come_out(now)
        ended = await self._ordered(
            lambda order: printing.end_print(self._ports, order, job.id, problem),
            away=lambda: self._know(meanwhile),
        )
        if ended is not None:
            self._know(ended)
        else:  # given up meanwhile: what the hall says holds
            self._stale.set()

    async def _deliver(self, job: PrintJob) -> Message | None:
        """What went wrong; None when the paper is out."""
        paper = job.paper
        title = f"{job.day}-{paper.number}" if paper.kind is PaperKind.TICKET else paper.number
        try:
            pdf = await self._patiently(lambda: paper_pdf(self._ports, paper, self._roll))
            if pdf is None:
                return INTERRUPTED
            await self._printers[job.printer].deliver(pdf, title)
        except YiciError as error:
            return error.message
        return None

    async def _ordered(
        self, steps: Callable[[Command], Awaitable[R]], away: Callable[[], object] = _nothing
    ) -> R | None:
        """What an order gives; None where a rule forbids it, or the station closes before it is answered."""
        order = Command(CommandId(uuid7()), UNATTENDED)
        try:
            return await self._patiently(lambda: steps(order), away)
        except (RuleBroken, NotFound):
            return None

    async def _patiently(
        self, steps: Callable[[], Awaitable[R]], away: Callable[[], object] = _nothing
    ) -> R | None:
        """Try until the hall answers; None where the station closes before it does. ``away``: it did not at once."""
        while True:
            try:
                return await steps()
            except (DatabaseAway, DatabaseUnusable, ConcurrentChange):
                away()
                if self._closing.is_set():
                    return None
            try:
                async with asyncio.timeout(self._retry_seconds):
                    await self._closing.wait()
            except TimeoutError:
                continue

    def _know(self, job: PrintJob) -> PrintJob:
        if self._jobs.get(job.id) != job:
            self._jobs[job.id] = job
            self._wake[job.printer].set()
            for told in self._watchers:
                told(job)
        return job

    def _know_all(self, jobs: Iterable[PrintJob]) -> None:
        for job in jobs:
            self._know(job)

    def _in_order(self) -> list[PrintJob]:
        return sorted(self._jobs.values(), key=lambda job: (job.queued_at, job.id))


def _waits_for(job: PrintJob, printer: Printer) -> bool:
    return job.state is PrintState.PENDING and job.printer is printer
