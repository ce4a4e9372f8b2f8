"""Paper on its way."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, bindparam, select

from app.domain.ids import PrintJobId
from app.domain.message import Message
from app.domain.print_job import OPEN_PRINTS, Paper, PaperKind, PrintJob, PrintState
from db.json_values import from_json, to_json
from db.repositories.saving import Known, guarded_update, in_hall, must_exist, save_guarded
from db.tables import print_jobs
from db.transaction import Transaction

_BY_ID = select(print_jobs).where(print_jobs.c.id == bindparam("id")).with_for_update(key_share=True)
_OF_PAPER = (
    select(print_jobs)
    .where(print_jobs.c.subject == bindparam("subject"))
    .order_by(print_jobs.c.queued_at, print_jobs.c.id)
    .with_for_update(key_share=True)
)
_OPEN = (
    select(print_jobs)
    .where(print_jobs.c.queue == bindparam("queue"), print_jobs.c.state.in_(sorted(OPEN_PRINTS)))
    .order_by(print_jobs.c.queued_at, print_jobs.c.id)
    .with_for_update(key_share=True)
)
_ADD = in_hall(print_jobs)
_SAVE = guarded_update(print_jobs)


class PrintJobRepository:
    """Print jobs, of one id, of one paper, or of a station's queue; always locked."""

    def __init__(self, t: Transaction) -> None:
        self._t = t
        self._known: Known[PrintJob] = Known()

    async def get(self, id_: PrintJobId) -> PrintJob:
        """One job. Raises ``NotFound`` (print.rule.none)."""
        row = (await self._t.execute(_BY_ID, {"id": id_})).one_or_none()
        return self._known.loaded(print_job_from(must_exist(row, "print.rule.none")))

    async def of_paper(self, subject: UUID) -> Sequence[PrintJob]:
        """All jobs of a ticket, notice or document, oldest first."""
        rows = await self._t.execute(_OF_PAPER, {"subject": subject})
        return [self._known.loaded(print_job_from(row)) for row in rows]

    async def open_in(self, queue: str) -> Sequence[PrintJob]:
        """What a station still has to print or decide about, oldest first."""
        rows = await self._t.execute(_OPEN, {"queue": queue})
        return [self._known.loaded(print_job_from(row)) for row in rows]

    async def add(self, job: PrintJob) -> None:
        """Add a job. Raises ``ConcurrentChange`` when this copy of the paper has one."""
        await self._t.execute(_ADD, _row(job))
        self._known.saved(job, job.version)

    async def save(self, job: PrintJob) -> None:
        """Save a job. Raises ``ConcurrentChange``."""
        await save_guarded(self._t, _SAVE, _row, job, self._known)


def print_job_from(row: Row[Any]) -> PrintJob:
    """A job of its row."""
    return PrintJob(
        id=PrintJobId(row.id),
        queue=row.queue,
        paper=Paper(PaperKind(row.paper), row.subject, row.number, row.copy),
        day=row.day,
        queued_at=row.queued_at,
        changed_at=row.changed_at,
        state=PrintState(row.state),
        attempts=row.attempts,
        problem=from_json(Message, row.problem) if row.problem else None,
        version=row.version,
    )


def _row(job: PrintJob) -> dict[str, Any]:
    return {
        "id": job.id,
        "queue": job.queue,
        "paper": job.paper.kind.value,
        "subject": job.paper.subject,
        "number": job.paper.number,
        "copy": job.paper.copy,
        "day": job.day,
        "queued_at": job.queued_at,
        "changed_at": job.changed_at,
        "state": job.state.value,
        "attempts": job.attempts,
        "problem": to_json(Message, job.problem) if job.problem else None,
        "version": job.version,
    }
