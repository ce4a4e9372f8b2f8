"""``yici notice …``: the one-time notification slip."""

from typing import Annotated

import typer
from typer import Option

from app.cli.acting import Acting, act_on_paper, look
from app.cli.help import Command, make_group
from app.cli.options import (
    IdNumber,
    Item,
    MaybePdf,
    Name,
    NoticeNumber,
    Pdf,
    Phone,
    Situation,
)
from app.cli.paper import Paper
from app.cli.problems import judgements_of
from app.cli.shown.notices import one_notice
from app.domain.notice import NoticeKind
from app.ports.rows import NoticeRow
from app.services.issue_ticket import Visitor
from app.services.notices import consult, count_notice_reprint, issue_notice
from app.services.paper import notice_pdf

UNWRITTEN = "cli.paper.notice_unwritten"

group = make_group("cli.help.notice")

Ticket = Annotated[str, Option("--ticket", help="cli.param.ticket", metavar="NUMBER")]
Problems = Annotated[
    list[str],
    Option("--problem", help="cli.param.problem", metavar="MATERIAL_NO:KIND[:TEXT]|+NAME:KIND:BASIS[:TEXT]"),
]
Kind = Annotated[NoticeKind | None, Option("--kind", help="cli.param.notice_kind")]
NotApplicable = Annotated[
    list[int], Option("--not-applicable", help="cli.param.not_applicable", metavar="MATERIAL_NO")
]
Brought = Annotated[list[int], Option("--brought", help="cli.param.brought", metavar="MATERIAL_NO")]


@group.command("issue", cls=Command, help="cli.help.notice_issue")
def issue(
    context: typer.Context,
    ticket: Ticket,
    item: Item,
    problem: Problems,
    not_applicable: NotApplicable = [],  # noqa: B006 - typer copies it
    kind: Kind = None,
    pdf: MaybePdf = None,
) -> None:
    """Tell everything that is missing for one item of a ticket; required materials not named are in order.

    Without ``--kind`` it is a supplement notice where the caller serves the ticket, else a consultation slip.
    """

    async def steps(do: Acting) -> NoticeRow:
        judgements = judgements_of(problem, not_applicable)
        return await issue_notice(do.ports, do.command, ticket, item, judgements, kind, others_complete=True)

    act_on_paper(context, steps, one_notice, Paper(pdf, notice_pdf, UNWRITTEN))


@group.command("consult", cls=Command, help="cli.help.notice_consult")
def consult_(
    context: typer.Context,
    item: Item,
    brought: Brought = [],  # noqa: B006 - typer copies it
    not_applicable: NotApplicable = [],  # noqa: B006
    situation: Situation = None,
    name: Name = "",
    id_number: IdNumber = "",
    phone: Phone = "",
    pdf: MaybePdf = None,
) -> None:
    """A consultation slip instead of a ticket: what is needed and was not brought is told."""
    visitor = Visitor(name, id_number, phone)
    held, unneeded = frozenset(brought), frozenset(not_applicable)

    async def steps(do: Acting) -> NoticeRow:
        return await consult(do.ports, do.command, item, held, situation, visitor, unneeded)

    act_on_paper(context, steps, one_notice, Paper(pdf, notice_pdf, UNWRITTEN))


@group.command("show", cls=Command, help="cli.help.notice_show")
def show(context: typer.Context, number: NoticeNumber) -> None:
    """One notice."""
    look(context, lambda ports: ports.readers.notice(number), one_notice)


@group.command("reprint", cls=Command, help="cli.help.notice_reprint")
def reprint(context: typer.Context, number: NoticeNumber, pdf: Pdf) -> None:
    """Write the paper of a notice again; it says which reprint it is."""

    async def steps(do: Acting) -> NoticeRow:
        return await count_notice_reprint(do.ports, do.command, number)

    act_on_paper(context, steps, one_notice, Paper(pdf, notice_pdf, UNWRITTEN))
