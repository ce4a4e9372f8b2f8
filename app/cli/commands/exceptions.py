"""``yici exception …``: what could not be settled gets an owner and a date."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from typer import Option

from app.cli.acting import Acting, act, act_on_paper, look, order
from app.cli.commands import (
    attachments,
    department_checks,
    exception_groups,
    exception_working,
    ledger,
    screening,
)
from app.cli.failures import Failure
from app.cli.filters import must_be_known
from app.cli.help import Command, make_group
from app.cli.options import (
    All,
    Department,
    ExceptionNumber,
    Handler,
    IdNumber,
    MaybeHandler,
    MaybeItem,
    Name,
    Pdf,
    Phone,
    Reason,
    Satisfied,
    Words,
)
from app.cli.paper import Paper
from app.cli.shown.exceptions import many_exceptions, one_exception, one_record
from app.domain.exception_case import Channel
from app.domain.exception_opening import usual_channel
from app.domain.exception_table import ExceptionState
from app.domain.exception_terms import ExceptionLevel
from app.domain.print_job import Paper as Printed
from app.ports.errors import DeviceFailed
from app.ports.files import read_whole
from app.ports.queries import EVERYTHING, ExceptionQuery
from app.ports.rows import ExceptionPage, ExceptionRow
from app.services import exceptions
from app.services.exception_files import GivenFile, Registered, open_with_files
from app.services.exception_records import issue_exception_record
from app.services.issue_ticket import Visitor
from app.services.open_exception import open_exception
from app.services.paper import paper_pdf
from app.services.use_case import Command as Order
from app.services.use_case import Ports

group = make_group("cli.help.exception")
screening.add_to(group)
ledger.add_to(group)
exception_working.add_to(group)
attachments.add_to(group)
group.add_typer(exception_groups.group, name="group")
group.add_typer(exception_groups.rectify, name="rectify")
group.add_typer(department_checks.group, name="check")

Summary = Annotated[str, Option("--summary", help="cli.param.summary", metavar="TEXT")]
Wish = Annotated[str, Option("--wish", help="cli.param.wish", metavar="TEXT")]
Category = Annotated[str, Option("--category", help="cli.param.category", metavar="CODE")]
MaybeCategory = Annotated[str | None, Option("--category", help="cli.param.category", metavar="CODE")]
Level = Annotated[ExceptionLevel, Option("--level", help="cli.param.level")]
MaybeLevel = Annotated[ExceptionLevel | None, Option("--level", help="cli.param.level")]
Through = Annotated[Channel | None, Option("--channel", help="cli.param.channel")]
Ticket = Annotated[str | None, Option("--ticket", help="cli.param.ticket", metavar="NUMBER")]
Case = Annotated[str | None, Option("--case", help="cli.param.exception_case", metavar="NUMBER")]
Anonymous = Annotated[bool, Option("--anonymous", help="cli.param.anonymous")]
Attach = Annotated[list[Path] | None, Option("--attach", help="cli.param.attach", metavar="FILE")]
State = Annotated[ExceptionState | None, Option("--state", help="cli.param.exception_state")]
Due = Annotated[date | None, Option("--due", help="cli.param.due", metavar="YYYY-MM-DD")]


@group.command("open", cls=Command, help="cli.help.exception_open")
def open_(
    context: typer.Context,
    summary: Summary,
    category: Category,
    channel: Through = None,
    level: Level = ExceptionLevel.ORDINARY,
    wish: Wish = "",
    ticket: Ticket = None,
    item: MaybeItem = None,
    name: Name = "",
    id_number: IdNumber = "",
    phone: Phone = "",
    case: Case = None,
    anonymous: Anonymous = False,
    attach: Attach = None,
) -> None:
    """Register it with its files; with a ticket of today, or a case, its context is filled in."""
    visitor = None if anonymous else Visitor(name, id_number, phone)
    files = [GivenFile(path.name, read_whole(path)) for path in attach or ()]

    async def steps(do: Acting) -> ExceptionPage:
        async def opening(command: Order) -> ExceptionPage:
            told_to = channel or usual_channel(command.actor.role)
            return await open_exception(
                do.ports, command, summary, category, told_to, wish, level, ticket, item, visitor, case
            )

        return _with_its_files(await open_with_files(do.ports, do.command, files, opening))

    act(context, steps, one_exception)


def _with_its_files(done: Registered) -> ExceptionPage:
    """The page of a case that was registered.

    Raises:
        Failure: not all of its files were added; the JSON holds its number beside the error.
    """
    if done.problem is None:
        return done.page
    failed = DeviceFailed(done.problem.code, **done.problem.params)
    raise Failure(failed, done={"exception": {"number": done.page.row.number}})


@group.command("list", cls=Command, help="cli.help.exception_list")
def list_(
    context: typer.Context, state: State = None, handler: MaybeHandler = None, all_: All = False
) -> None:
    """What is open, the most urgent first; ``--all`` or a state brings what is closed as well."""
    query = ExceptionQuery(
        open_only=not all_ and state is None, state=state, handler=handler, limit=EVERYTHING
    )

    async def read(ports: Ports) -> Sequence[ExceptionRow]:
        rows = await ports.readers.exceptions(query)
        if not rows:
            await must_be_known(ports, handler=handler)
        return rows

    look(context, read, many_exceptions)


@group.command("show", cls=Command, help="cli.help.exception_show")
def show(context: typer.Context, number: ExceptionNumber) -> None:
    """One exception case with its story."""
    look(context, lambda ports: ports.readers.exception(number), one_exception)


@group.command("print", cls=Command, help="cli.help.exception_print")
def print_(context: typer.Context, number: ExceptionNumber, pdf: Pdf) -> None:
    """Issue its record as it stands now, and write it."""

    async def steps(do: Acting) -> Printed:
        return await issue_exception_record(do.ports, do.command, number)

    act_on_paper(context, steps, one_record, Paper(pdf, paper_pdf, "cli.paper.record_unwritten"))


@group.command("triage", cls=Command, help="cli.help.exception_triage")
def triage(
    context: typer.Context,
    number: ExceptionNumber,
    category: MaybeCategory = None,
    level: MaybeLevel = None,
    text: Words = "",
) -> None:
    """Decide what it is and how hard; what is not said stays as registered."""

    async def steps(do: Acting) -> ExceptionPage:
        row = (await do.ports.readers.exception(number)).row
        return await exceptions.triage_exception(
            do.ports, do.command, number, category or row.category, level or row.level, text
        )

    act(context, steps, one_exception)


@group.command("assign", cls=Command, help="cli.help.exception_assign")
def assign(
    context: typer.Context,
    number: ExceptionNumber,
    handler: Handler,
    department: Department = None,
    due: Due = None,
    text: Words = "",
) -> None:
    """Give it to a handler; department and date default to the handler's and the level's."""
    order(context, one_exception, exceptions.assign_exception, number, handler, department, due, text)


@group.command("return", cls=Command, help="cli.help.exception_return")
def return_(context: typer.Context, number: ExceptionNumber, reason: Reason) -> None:
    """Send it back to triage."""
    order(context, one_exception, exceptions.return_exception, number, reason)


@group.command("take", cls=Command, help="cli.help.exception_take")
def take(context: typer.Context, number: ExceptionNumber, text: Words = "") -> None:
    """Take it in hand."""
    order(context, one_exception, exceptions.take_exception, number, text)


@group.command("answer", cls=Command, help="cli.help.exception_answer")
def answer(context: typer.Context, number: ExceptionNumber, text: Words) -> None:
    """Answer the person."""
    order(context, one_exception, exceptions.answer_exception, number, text)


@group.command("follow-up", cls=Command, help="cli.help.exception_follow_up")
def follow_up(
    context: typer.Context, number: ExceptionNumber, satisfied: Satisfied, text: Words = ""
) -> None:
    """Ask the person whether it is settled."""
    order(context, one_exception, exceptions.follow_up_exception, number, satisfied, text)


@group.command("rework", cls=Command, help="cli.help.exception_rework")
def rework(context: typer.Context, number: ExceptionNumber, text: Words = "") -> None:
    """Not satisfied: back in hand."""
    order(context, one_exception, exceptions.rework_exception, number, text)


@group.command("close", cls=Command, help="cli.help.exception_close")
def close(context: typer.Context, number: ExceptionNumber, text: Words = "") -> None:
    """Put it on file."""
    order(context, one_exception, exceptions.close_exception, number, text)


@group.command("reopen", cls=Command, help="cli.help.exception_reopen")
def reopen(context: typer.Context, number: ExceptionNumber, reason: Reason) -> None:
    """It came back: triage anew."""
    order(context, one_exception, exceptions.reopen_exception, number, reason)


@group.command("note", cls=Command, help="cli.help.exception_note")
def note(context: typer.Context, number: ExceptionNumber, text: Words) -> None:
    """Write down what was done and who said what."""
    order(context, one_exception, exceptions.note_exception, number, text)
