"""``yici exception check …``: whether other departments have the same."""

from typing import Annotated

import typer
from typer import Argument, Option

from app.cli.acting import Acting, act, look, order
from app.cli.help import Command, make_group
from app.cli.options import All, Department, ExceptionNumber, Words
from app.cli.shown.department_checks import many_checks, one_check
from app.ports.rows import CheckPage
from app.services.department_checks import DAYS, answer_department_check, start_department_check

group = make_group("cli.help.exception_check")

CheckNumber = Annotated[str, Argument(help="cli.param.check_number", metavar="CHECK")]
Question = Annotated[str, Option("--question", help="cli.param.question", metavar="TEXT")]
Asked = Annotated[list[str] | None, Option("--department", help="cli.param.asked", metavar="CODE")]
Days = Annotated[int, Option("--days", help="cli.param.check_days", metavar="N", min=1)]
Found = Annotated[bool, Option("--found/--not-found", help="cli.param.found")]


@group.command("start", cls=Command, help="cli.help.check_start")
def start(
    context: typer.Context,
    case: ExceptionNumber,
    question: Question = "",
    department: Asked = None,
    days: Days = DAYS,
) -> None:
    """Ask departments whether they have the same; all but the case's own when none is named."""

    async def steps(do: Acting) -> CheckPage:
        asked = tuple(department or ())
        return await start_department_check(do.ports, do.command, case, question, asked, days)

    act(context, steps, one_check)


@group.command("answer", cls=Command, help="cli.help.check_answer")
def answer(
    context: typer.Context, number: CheckNumber, found: Found, text: Words = "", department: Department = None
) -> None:
    """Say for a department, one's own when none is named."""
    order(context, one_check, answer_department_check, number, found, text, department)


@group.command("show", cls=Command, help="cli.help.check_show")
def show(context: typer.Context, number: CheckNumber) -> None:
    """One check: who was asked, and what each answered."""
    look(context, lambda ports: ports.readers.department_check(number), one_check)


@group.command("list", cls=Command, help="cli.help.check_list")
def list_(context: typer.Context, all_: All = False) -> None:
    """The checks that somebody has yet to answer; ``--all`` brings the others as well."""
    look(context, lambda ports: ports.readers.department_checks(open_only=not all_), many_checks)
