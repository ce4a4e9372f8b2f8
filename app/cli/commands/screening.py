"""``yici exception similar`` and ``import``: cases like one that is being told, and where to look for them."""

from typing import Annotated

import typer
from typer import Argument, Option

from app.bootstrap import case_finder
from app.cli.acting import Acting, act, look
from app.cli.help import Command
from app.cli.options import File
from app.cli.shown.screening import imported_cases, similar_cases
from app.exchange.past_cases import read_past_cases
from app.services.import_past_cases import ImportedCases, import_past_cases
from app.services.policy import hall_policy
from app.services.similar_cases import TOP

Told = Annotated[str, Argument(help="cli.param.told", metavar="TEXT")]
Top = Annotated[int, Option("--top", help="cli.param.top", metavar="N", min=1)]


def add_to(group: typer.Typer) -> None:
    """Add the commands to those of exceptions."""
    group.command("similar", cls=Command, help="cli.help.exception_similar")(similar)
    group.command("import", cls=Command, help="cli.help.exception_import")(import_)


def similar(context: typer.Context, text: Told, top: Top = TOP) -> None:
    """Cases like this one, open and past, with what helped."""
    look(context, lambda ports: case_finder().similar(ports, text, top), similar_cases)


def import_(context: typer.Context, file: File) -> None:
    """Bring past cases in, closed and with their remedies, all or nothing."""

    async def steps(do: Acting) -> ImportedCases:
        own = (await hall_policy(do.ports)).exception_categories
        return await import_past_cases(do.ports, do.command, read_past_cases(file, own))

    act(context, steps, imported_cases)
