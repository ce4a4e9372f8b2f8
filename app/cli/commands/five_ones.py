"""``yici five-ones``: the five ones, by what they are parted, the list behind one, and files of them."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from typer import Option

from app.cli.acting import look
from app.cli.help import make_command
from app.cli.invocation import Invocation
from app.cli.options import MaybePdf
from app.cli.shown.five_ones import Asked, the_figures
from app.domain.five_ones import Figure, Grouping
from app.exchange.five_ones import five_ones_workbook
from app.ports.figures_report import FigureList
from app.ports.files import write_new_file
from app.services import five_ones as figures
from app.services.use_case import Ports

First = Annotated[date | None, Option("--from", help="cli.param.first_day", metavar="YYYY-MM-DD")]
Last = Annotated[date | None, Option("--to", help="cli.param.last_day", metavar="YYYY-MM-DD")]
By = Annotated[Grouping, Option("--by", help="cli.param.parted_by")]
ListOf = Annotated[Figure | None, Option("--list", help="cli.param.list_figure")]
Xlsx = Annotated[Path | None, Option("--xlsx", help="cli.param.xlsx", metavar="FILE")]


def five_ones(
    context: typer.Context,
    from_: First = None,
    to: Last = None,
    by: By = Grouping.HALL,
    list_: ListOf = None,
    xlsx: Xlsx = None,
    pdf: MaybePdf = None,
) -> None:
    """The five ones of a span of days; of this month when nobody says more."""
    texts = Invocation.of(context).texts

    async def read(ports: Ports) -> Asked:
        span = await figures.span_of(ports, from_, to)
        report = await figures.report(ports, span, by)
        if list_:
            rows = tuple(await figures.behind(ports, list_, span))
            report = replace(report, figure=list_, listed=FigureList(figure=list_, rows=rows))
        if xlsx:
            write_new_file(xlsx, five_ones_workbook(report, texts))
        if pdf:
            write_new_file(pdf, await ports.render(report))
        return Asked(report, tuple(str(file) for file in (xlsx, pdf) if file))

    look(context, read, the_figures)


command = make_command("cli.help.five_ones", five_ones)
