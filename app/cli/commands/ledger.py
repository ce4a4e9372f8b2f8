"""``yici exception ledger`` and ``exception stats``: every case with every step, what is counted, and files of both."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from typer import Option

from app.cli.acting import look
from app.cli.filters import must_be_known
from app.cli.help import Command
from app.cli.invocation import Invocation
from app.cli.options import Department, MaybeItem, MaybePdf
from app.cli.shown.ledger import AskedReport, the_ledger, the_stats
from app.domain.exception_figures import ExceptionFigure, ExceptionGrouping
from app.domain.exception_table import ExceptionState
from app.ports.exceptions_report import ExceptionsReport, LedgerList
from app.ports.files import write_new_file
from app.services import exception_ledger as views
from app.services.five_ones import span_of
from app.services.use_case import Ports
from app.texts import Texts

First = Annotated[date | None, Option("--from", help="cli.param.registered_from", metavar="YYYY-MM-DD")]
Last = Annotated[date | None, Option("--to", help="cli.param.registered_to", metavar="YYYY-MM-DD")]
Category = Annotated[str | None, Option("--category", help="cli.param.only_category", metavar="CODE")]
State = Annotated[ExceptionState | None, Option("--state", help="cli.param.exception_state")]
Overdue = Annotated[bool, Option("--overdue", help="cli.param.only_overdue")]
By = Annotated[ExceptionGrouping, Option("--by", help="cli.param.parted_by")]
ListOf = Annotated[ExceptionFigure | None, Option("--list", help="cli.param.list_figure")]
Xlsx = Annotated[Path | None, Option("--xlsx", help="cli.param.xlsx", metavar="FILE")]


def ledger(
    context: typer.Context,
    from_: First = None,
    to: Last = None,
    department: Department = None,
    category: Category = None,
    item: MaybeItem = None,
    state: State = None,
    overdue: Overdue = False,
    by: By = ExceptionGrouping.HALL,
    xlsx: Xlsx = None,
    pdf: MaybePdf = None,
) -> None:
    """The cases registered in a span of days with every step; of this month when nobody says more."""
    texts = Invocation.of(context).texts

    async def read(ports: Ports) -> AskedReport:
        span = await span_of(ports, from_, to)
        figure = ExceptionFigure.OVERDUE if overdue else None
        query = replace(
            await views.all_of(ports, span),
            department=department, category=category, item=item, state=state, figure=figure,
        )  # fmt: skip
        rows = tuple(await ports.readers.exception_ledger(query))
        if not rows:
            await must_be_known(ports, department=department, category=category, item=item)
        report = replace(await views.report(ports, span, by), listed=LedgerList(rows=rows, figure=figure))
        return AskedReport(report, await _written(ports, report, texts, xlsx, pdf))

    look(context, read, the_ledger)


def stats(
    context: typer.Context,
    from_: First = None,
    to: Last = None,
    by: By = ExceptionGrouping.HALL,
    list_: ListOf = None,
    xlsx: Xlsx = None,
    pdf: MaybePdf = None,
) -> None:
    """What is counted of the cases registered in a span of days; of this month when nobody says more."""
    texts = Invocation.of(context).texts

    async def read(ports: Ports) -> AskedReport:
        span = await span_of(ports, from_, to)
        report = await views.report(ports, span, by)
        if list_:
            rows = tuple(await views.behind(ports, list_, span))
            report = replace(report, figure=list_, listed=LedgerList(rows=rows, figure=list_))
        return AskedReport(report, await _written(ports, report, texts, xlsx, pdf))

    look(context, read, the_stats)


def add_to(group: typer.Typer) -> None:
    """Add both commands to those of exceptions."""
    group.command("ledger", cls=Command, help="cli.help.exception_ledger")(ledger)
    group.command("stats", cls=Command, help="cli.help.exception_stats")(stats)


async def _written(
    ports: Ports, report: ExceptionsReport, texts: Texts, xlsx: Path | None, pdf: Path | None
) -> Sequence[Path]:
    if xlsx:
        # Late: no other command about exceptions needs openpyxl.
        from app.exchange.exception_ledger import exceptions_workbook

        write_new_file(xlsx, exceptions_workbook(report, texts))
    if pdf:
        write_new_file(pdf, await ports.render(report))
    return [file for file in (xlsx, pdf) if file]
