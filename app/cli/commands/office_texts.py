"""``yici document text …``: what an office says in its own words on its documents."""

from typing import Annotated

import typer
from typer import Option

from app.cli.acting import act, look
from app.cli.help import Command, make_group
from app.cli.options import Words
from app.cli.shown.office_texts import many_texts, one_text
from app.domain.document import DocumentKind
from app.domain.office_text import TextPart
from app.services.office_texts import office_texts, reset_text, set_text

group = make_group("cli.help.document_text")

Department = Annotated[str, Option("--department", help="cli.param.text_department", metavar="CODE")]
Part = Annotated[TextPart, Option("--part", help="cli.param.text_part")]
Kind = Annotated[DocumentKind | None, Option("--kind", help="cli.param.text_kind")]


@group.command("list", cls=Command, help="cli.help.document_text_list")
def list_(context: typer.Context) -> None:
    """What is said in an office's own words."""
    look(context, office_texts, many_texts)


@group.command("set", cls=Command, help="cli.help.document_text_set")
def set_(context: typer.Context, department: Department, part: Part, text: Words, kind: Kind = None) -> None:
    """From now on it is said like this; what was issued stays as it is."""
    act(context, lambda do: set_text(do.ports, do.command, department, part, text, kind), one_text)


@group.command("reset", cls=Command, help="cli.help.document_text_reset")
def reset(context: typer.Context, department: Department, part: Part, kind: Kind = None) -> None:
    """Say it as the program does again."""
    act(context, lambda do: reset_text(do.ports, do.command, department, part, kind), one_text)
