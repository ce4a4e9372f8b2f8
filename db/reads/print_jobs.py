"""Print jobs, as screens and the command line list them."""

from sqlalchemy import select

from app.domain.print_job import PrintJob
from app.ports.queries import PrintQuery
from db.repositories.print_jobs import print_job_from
from db.tables import print_jobs
from db.transaction import Transaction

_ROWS = select(print_jobs).order_by(print_jobs.c.queued_at.desc(), print_jobs.c.id.desc())


async def find_print_jobs(t: Transaction, query: PrintQuery) -> tuple[PrintJob, ...]:
    """The jobs that a query asks for, newest first."""
    statement = _ROWS.limit(query.limit)
    if query.queue is not None:
        statement = statement.where(print_jobs.c.queue == query.queue)
    if query.states:
        statement = statement.where(print_jobs.c.state.in_(sorted(query.states)))
    return tuple(print_job_from(row) for row in await t.execute(statement))
