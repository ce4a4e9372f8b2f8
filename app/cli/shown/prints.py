"""Print jobs as JSON and as tables."""

from collections.abc import Sequence

from rich.console import RenderableType

from app.cli.output import Say, Shown, table
from app.domain.print_job import PrintJob
from app.texts import code_of


def one_job(job: PrintJob, say: Say) -> Shown:
    """``{"print": P}``; ``docs/command-line.md`` has the shape."""
    return Shown({"print": _shape(job, say)}, lambda: _table([job], say))


def many_jobs(jobs: Sequence[PrintJob], say: Say) -> Shown:
    """``{"prints": [P…]}``."""
    return Shown({"prints": [_shape(job, say) for job in jobs]}, lambda: _table(jobs, say))


def _shape(job: PrintJob, say: Say) -> dict[str, object]:
    return {
        "id": str(job.id),
        "queue": job.queue,
        "printer": job.printer,
        "paper": job.paper.kind,
        "number": job.paper.number,
        "copy": job.paper.copy,
        "state": job.state,
        "attempts": job.attempts,
        "problem": job.problem.code if job.problem else None,
        "queued_at": say.instant(job.queued_at),
        "changed_at": say.instant(job.changed_at),
    }


def _table(jobs: Sequence[PrintJob], say: Say) -> RenderableType:
    t = say.texts
    headings = ("print_queue", "kind", "number", "reprint", "state", "queued", "problem", "id")
    return table(
        [t(f"cli.column.{heading}") for heading in headings],
        [
            (
                job.queue,
                t(code_of(job.paper.kind)),
                job.paper.number,
                job.paper.copy or None,
                t(code_of(job.state)),
                t.moment(job.queued_at.astimezone(say.zone)),
                t(job.problem) if job.problem else None,
                job.id,
            )
            for job in jobs
        ],
    )
