"""``yici reminder …``: what the supervision office asks departments to put right (政务服务催办单)."""

from datetime import date
from typing import Annotated

import typer
from typer import Argument, Option

from app.cli.acting import Acting, act_on_paper, look, order
from app.cli.help import Command, make_group
from app.cli.options import All, Department, MaybePdf, Pdf, Reason, Words
from app.cli.paper import Paper
from app.cli.shown.reminders import many_reminders, one_reminder
from app.domain.print_job import Paper as Printed
from app.domain.print_job import PaperKind
from app.ports.queries import EVERYTHING, ReminderQuery
from app.ports.rows import ReminderRow
from app.services import reminders
from app.services.paper import paper_pdf
from app.services.use_case import Ports

UNWRITTEN = "cli.paper.reminder_unwritten"

group = make_group("cli.help.reminder")

Number = Annotated[str, Argument(help="cli.param.reminder_number", metavar="NUMBER")]
Finding = Annotated[str, Option("--finding", help="cli.param.finding", metavar="TEXT")]
Rule = Annotated[str, Option("--rule", help="cli.param.rule", metavar="TEXT")]
Case = Annotated[str, Option("--case", help="cli.param.about_case", metavar="NUMBER")]
Exception_ = Annotated[str, Option("--exception", help="cli.param.about_exception", metavar="NUMBER")]
By = Annotated[date | None, Option("--by", help="cli.param.put_right_by", metavar="YYYY-MM-DD")]
On = Annotated[date | None, Option("--on", help="cli.param.put_right_on", metavar="YYYY-MM-DD")]


@group.command("issue", cls=Command, help="cli.help.reminder_issue")
def issue(
    context: typer.Context,
    finding: Finding,
    rule: Rule,
    department: Department = None,
    case: Case = "",
    exception: Exception_ = "",
    by: By = None,
    pdf: MaybePdf = None,
) -> None:
    """Remind a department, of a case, of an exception, or in words of one's own."""
    owing = reminders.Owing(finding, rule, department or "", case, exception, by)

    async def steps(do: Acting) -> ReminderRow:
        return await reminders.issue_reminder(do.ports, do.command, owing)

    act_on_paper(context, steps, one_reminder, Paper(pdf, _original, UNWRITTEN))


@group.command("list", cls=Command, help="cli.help.reminder_list")
def list_(context: typer.Context, department: Department = None, all_: All = False) -> None:
    """What is owed, by its day; ``--all`` brings what is done with as well."""
    query = ReminderQuery(not all_, department, limit=EVERYTHING)
    look(context, lambda ports: ports.readers.reminders(query), many_reminders)


@group.command("show", cls=Command, help="cli.help.reminder_show")
def show(context: typer.Context, number: Number) -> None:
    """One reminder."""
    look(context, lambda ports: ports.readers.reminder(number), one_reminder)


@group.command("answer", cls=Command, help="cli.help.reminder_answer")
def answer(context: typer.Context, number: Number, text: Words, on: On = None) -> None:
    """Say what was done."""
    order(context, one_reminder, reminders.answer_reminder, number, text, on)


@group.command("void", cls=Command, help="cli.help.reminder_void")
def void(context: typer.Context, number: Number, reason: Reason) -> None:
    """It was issued by mistake."""
    order(context, one_reminder, reminders.void_reminder, number, reason)


@group.command("print", cls=Command, help="cli.help.reminder_print")
def print_(context: typer.Context, number: Number, pdf: Pdf) -> None:
    """Write the paper as it was issued."""

    async def steps(do: Acting) -> ReminderRow:
        return await do.ports.readers.reminder(number)

    act_on_paper(context, steps, one_reminder, Paper(pdf, _original, UNWRITTEN))


@group.command("reprint", cls=Command, help="cli.help.reminder_reprint")
def reprint(context: typer.Context, number: Number, pdf: Pdf) -> None:
    """Write the paper again; it says which reprint it is."""

    async def steps(do: Acting) -> ReminderRow:
        return await reminders.count_reminder_reprint(do.ports, do.command, number)

    act_on_paper(context, steps, one_reminder, Paper(pdf, _reprinted, UNWRITTEN))


async def _original(ports: Ports, row: ReminderRow) -> bytes:
    return await paper_pdf(ports, Printed(PaperKind.REMINDER, row.id, row.number))


async def _reprinted(ports: Ports, row: ReminderRow) -> bytes:
    return await paper_pdf(ports, Printed(PaperKind.REMINDER, row.id, row.number, row.reprints))
