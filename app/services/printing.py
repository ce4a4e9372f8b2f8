"""A station's paper: queued, printed, and printed again, so that each copy of it comes out once."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol
from uuid import UUID

from app.domain.ids import PrintJobId
from app.domain.message import Message
from app.domain.print_job import Change, Paper, PaperKind, PrintJob, PrintState
from app.domain.staff import Permission
from app.services.documents import count_document_reprint
from app.services.exception_records import issue_exception_record
from app.services.notices import count_notice_reprint
from app.services.reminders import count_reminder_reprint
from app.services.tickets import count_ticket_reprint
from app.services.use_case import Work, steps_of, use_case


class _Printed(Protocol):
    """A ticket, notice, document or reminder, with how often it was reprinted."""

    @property
    def id(self) -> UUID: ...

    @property
    def number(self) -> str: ...

    @property
    def reprints(self) -> int: ...


_COUNT_REPRINT: Mapping[PaperKind, Callable[[Work, str], Awaitable[_Printed]]] = {
    PaperKind.TICKET: steps_of(count_ticket_reprint),
    PaperKind.NOTICE: steps_of(count_notice_reprint),
    PaperKind.DOCUMENT: steps_of(count_document_reprint),
    PaperKind.REMINDER: steps_of(count_reminder_reprint),
}


@dataclass(frozen=True, slots=True)
class Settled:
    """What a station finds at its start: what it goes on printing, and what somebody has to decide about."""

    waiting: tuple[PrintJob, ...]
    failed: tuple[PrintJob, ...]


@use_case
async def print_paper(work: Work, queue: str, kind: PaperKind, number: str) -> PrintJob:
    """Print a ticket, notice, document or reminder that has just been issued, at a station (``queue``).

    A paper that is in a queue, or came out, is not printed a second time. Of an exception case its record is issued:
    each tells how it stands then, so none is a second print of another.
    """
    work.actor.must(Permission.PRINT)
    paper = await _paper(work, kind, number)
    jobs = await work.u.print_jobs.of_paper(paper.subject)
    kept = [job for job in jobs if job.state is not PrintState.CANCELLED]
    return kept[-1] if kept else await _queue(work, queue, replace(paper, copy=0))


@use_case
async def print_again(work: Work, queue: str, kind: PaperKind, number: str) -> PrintJob:
    """Print once more, because somebody asks for it.

    What never came out is no reprint: it is tried again, or printed here instead of where it was sent. What did
    come out is counted, and marked 重印.
    """
    work.actor.must(Permission.PRINT)
    paper = await _paper(work, kind, number)
    if kind is PaperKind.EXCEPTION:
        return await _queue(work, queue, paper)
    jobs = await work.u.print_jobs.of_paper(paper.subject)
    last = jobs[-1] if jobs else None
    if last is None or last.state is PrintState.PRINTED:
        return await _reprint(work, queue, paper)
    if last.queue == queue and last.is_open:
        return await _once_more(work, last)
    if last.state is PrintState.PRINTING:  # elsewhere, and as good as out
        return await _reprint(work, queue, paper)
    if last.is_open:
        await _save(work, last.cancel(await work.u.now()))
    return await _queue(work, queue, last.paper)


@use_case
async def retry_print(work: Work, id_: UUID) -> PrintJob:
    """Print what did not come out, after all.

    Raises:
        RuleBroken: it is printed or given up.
    """
    work.actor.must(Permission.PRINT)
    job = await work.u.print_jobs.get(PrintJobId(id_))
    return await _save(work, job.retry(await work.u.now()))


@use_case
async def cancel_print(work: Work, id_: UUID) -> PrintJob:
    """Nobody wants this paper any more.

    Raises:
        RuleBroken: it is being printed, or has come out.
    """
    work.actor.must(Permission.PRINT)
    job = await work.u.print_jobs.get(PrintJobId(id_))
    return await _save(work, job.cancel(await work.u.now()))


@use_case
async def start_print(work: Work, id_: UUID) -> PrintJob:
    """The printer is given the paper.

    Raises:
        RuleBroken: somebody was faster, or it is not wanted any more.
    """
    job = await work.u.print_jobs.get(PrintJobId(id_))
    return await _save(work, job.start(await work.u.now()))


@use_case
async def end_print(work: Work, id_: UUID, problem: Message | None = None) -> PrintJob:
    """The paper is out; or, with a ``problem``, it is not."""
    job, now = await work.u.print_jobs.get(PrintJobId(id_)), await work.u.now()
    return await _save(work, job.fail(problem, now) if problem else job.come_out(now))


@use_case
async def settle_prints(work: Work, queue: str) -> Settled:
    """What a station's last life left in its queue, once it is clear what to make of it."""
    hall = await work.u.hall.get()
    jobs = await work.u.print_jobs.open_in(queue)
    now = await work.u.now()
    settled = []
    for job in jobs:
        change = job.settle(hall.business_day(now), now)
        settled.append(await _save(work, change) if change else job)
    return Settled(
        waiting=tuple(job for job in settled if job.state is PrintState.PENDING),
        failed=tuple(job for job in settled if job.state is PrintState.FAILED),
    )


async def _paper(work: Work, kind: PaperKind, number: str) -> Paper:
    """The paper as it was printed last; of an exception case a new record."""
    if kind is PaperKind.EXCEPTION:
        return await steps_of(issue_exception_record)(work, number)
    reads = work.u.reads
    read: Mapping[PaperKind, Callable[[str], Awaitable[_Printed]]] = {
        PaperKind.TICKET: reads.ticket,
        PaperKind.NOTICE: reads.notice,
        PaperKind.DOCUMENT: reads.document,
        PaperKind.REMINDER: reads.reminder,
    }
    row = await read[kind](number)
    return Paper(kind, row.id, row.number, row.reprints)


async def _reprint(work: Work, queue: str, paper: Paper) -> PrintJob:
    counted = await _COUNT_REPRINT[paper.kind](work, paper.number)
    return await _queue(work, queue, replace(paper, copy=counted.reprints))


async def _once_more(work: Work, job: PrintJob) -> PrintJob:
    """A second press changes nothing while it is under way."""
    return await _save(work, job.retry(await work.u.now())) if job.state is PrintState.FAILED else job


async def _queue(work: Work, queue: str, paper: Paper) -> PrintJob:
    hall, now = await work.u.hall.get(), await work.u.now()
    job = PrintJob(PrintJobId(work.u.new_id()), queue, paper, hall.business_day(now), now, now)
    await work.u.print_jobs.add(job)
    work.u.record(work.actor, job.queued())
    return job


async def _save(work: Work, change: Change) -> PrintJob:
    job, event = change
    await work.u.print_jobs.save(job)
    work.u.record(work.actor, event)
    return job
