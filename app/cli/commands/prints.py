"""``yici print …``: what stations are to print, and what did not come out."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

import typer
from typer import Argument, Option

from app.cli.acting import look, order
from app.cli.help import Command, make_group
from app.cli.shown.prints import many_jobs, one_job
from app.domain.print_job import OPEN_PRINTS, PrintJob, PrintState
from app.ports.queries import EVERYTHING, PrintQuery
from app.services.printing import cancel_print, retry_print
from app.services.use_case import Ports

group = make_group("cli.help.print")

Job = Annotated[UUID, Argument(help="cli.param.print_job", metavar="ID")]
Queue = Annotated[str | None, Option("--queue", help="cli.param.print_queue", metavar="NAME")]
States = Annotated[list[PrintState] | None, Option("--state", help="cli.param.print_state")]


@group.command("list", cls=Command, help="cli.help.print_list")
def list_(context: typer.Context, queue: Queue = None, state: States = None) -> None:
    """Of one station or all; what is not out yet, unless states are named."""
    query = PrintQuery(queue, frozenset(state or OPEN_PRINTS), EVERYTHING)

    async def read(ports: Ports) -> Sequence[PrintJob]:
        return await ports.readers.print_jobs(query)

    look(context, read, many_jobs)


@group.command("retry", cls=Command, help="cli.help.print_retry")
def retry(context: typer.Context, job: Job) -> None:
    """Its station prints it, at once or when it is started."""
    order(context, one_job, retry_print, job)


@group.command("cancel", cls=Command, help="cli.help.print_cancel")
def cancel(context: typer.Context, job: Job) -> None:
    """Nobody wants it any more."""
    order(context, one_job, cancel_print, job)
