"""``yici exception similar``: cases like one that is being told."""

from typing import Annotated

import typer
from typer import Argument, Option

from app.bootstrap import case_finder
from app.cli.acting import look
from app.cli.help import Command
from app.cli.shown.screening import similar_cases
from app.services.similar_cases import TOP

Told = Annotated[str, Argument(help="cli.param.told", metavar="TEXT")]
Top = Annotated[int, Option("--top", help="cli.param.top", metavar="N", min=1)]


def add_to(group: typer.Typer) -> None:
    """Add the commands to those of exceptions."""
    group.command("similar", cls=Command, help="cli.help.exception_similar")(similar)


def similar(context: typer.Context, text: Told, top: Top = TOP) -> None:
    """Cases like this one, open and past, with what helped."""
    look(context, lambda ports: case_finder().similar(ports, text, top), similar_cases)
