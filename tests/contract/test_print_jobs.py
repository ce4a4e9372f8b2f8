"""Print jobs come back as they were, and a copy of a paper is queued once on either database."""

from dataclasses import replace
from uuid import UUID

import pytest
from uuid_utils.compat import uuid7

from app.domain.errors import NotFound
from app.domain.ids import PrintJobId
from app.domain.message import Message
from app.domain.print_job import Paper, PaperKind, PrintJob, PrintState
from app.ports.errors import ConcurrentChange
from app.ports.queries import PrintQuery
from db import Database
from tests.contract.small_hall import at

DESK, COUNTER = "导办台@front", "窗口 3@pc3"


def _job(number: str, minute: int, queue: str = DESK, subject: UUID | None = None, copy: int = 0) -> PrintJob:
    paper = Paper(PaperKind.TICKET, subject or uuid7(), number, copy)
    return PrintJob(PrintJobId(uuid7()), queue, paper, at(0).date(), at(minute), at(minute))


async def _keep(hall: Database, *jobs: PrintJob) -> None:
    async with hall.uow() as u:
        for job in jobs:
            await u.print_jobs.add(job)
        await u.commit()


async def test_jobs_come_back_as_they_were(hall: Database) -> None:
    first, second, elsewhere = _job("A001", 0), _job("A002", 1), _job("B001", 2, COUNTER)
    await _keep(hall, second, first, elsewhere)
    failed, _ = first.start(at(3))[0].fail(Message("device.printer_stuck", {"printer": "HP"}), at(4))
    async with hall.uow() as u:
        assert await u.print_jobs.get(first.id) == first
        await u.print_jobs.save(failed)
        await u.print_jobs.save(second.cancel(at(5))[0])
        await u.commit()
    async with hall.uow() as u:
        assert await u.print_jobs.open_in(DESK) == [replace(failed, version=2)]
        assert await u.print_jobs.of_paper(first.paper.subject) == [replace(failed, version=2)]
        with pytest.raises(NotFound, match=r"print\.rule\.none"):
            await u.print_jobs.get(PrintJobId(uuid7()))
    newest_first = await hall.readers.print_jobs(PrintQuery())
    assert [job.paper.number for job in newest_first] == ["B001", "A002", "A001"]
    asked = PrintQuery(queue=DESK, states=frozenset({PrintState.FAILED}))
    assert [job.paper.number for job in await hall.readers.print_jobs(asked)] == ["A001"]


async def test_a_copy_is_queued_once_unless_it_was_given_up(hall: Database) -> None:
    first = _job("A001", 0)
    await _keep(hall, first)
    for queue in (DESK, COUNTER):
        with pytest.raises(ConcurrentChange):
            await _keep(hall, _job("A001", 1, queue, first.paper.subject))
    await _keep(hall, _job("A001", 2, DESK, first.paper.subject, copy=1))
    async with hall.uow() as u:
        await u.print_jobs.save(first.cancel(at(3))[0])
        await u.commit()
    await _keep(hall, _job("A001", 4, COUNTER, first.paper.subject))


async def test_two_stations_do_not_start_one_job(hall: Database) -> None:
    job = _job("A001", 0)
    await _keep(hall, job)
    async with hall.uow() as u:
        await u.print_jobs.save(job.start(at(1))[0])
        await u.commit()
    with pytest.raises(ConcurrentChange):
        async with hall.uow() as u:
            await u.print_jobs.save(job.start(at(1))[0])
