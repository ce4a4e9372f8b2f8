"""``yici document text …``: what an office says in its own words on its documents."""

from collections.abc import Sequence
from typing import Annotated

import typer
from typer import Option

from app.adapters.folder_paper import FilePaper
from app.cli.acting import Acting, act, look, order
from app.cli.help import Command, make_group
from app.cli.options import Pdf, Words
from app.cli.shown.office_texts import many_texts, one_text
from app.domain.errors import BadInput
from app.domain.office_text import FormKind, TextPart
from app.services.office_texts import OfficeTextRow, office_texts, preview_texts, reset_text, set_text

group = make_group("cli.help.document_text")

Department = Annotated[str, Option("--department", help="cli.param.text_department", metavar="CODE")]
Part = Annotated[TextPart, Option("--part", help="cli.param.text_part")]
Kind = Annotated[FormKind | None, Option("--kind", help="cli.param.text_kind")]
ShownKind = Annotated[FormKind, Option("--kind", help="cli.param.text_shown_kind")]
TriedParts = Annotated[list[TextPart] | None, Option("--part", help="cli.param.text_tried_part")]
TriedTexts = Annotated[list[str] | None, Option("--text", help="cli.param.text_tried", metavar="TEXT")]


@group.command("list", cls=Command, help="cli.help.document_text_list")
def list_(context: typer.Context) -> None:
    """What is said in an office's own words."""
    look(context, office_texts, many_texts)


@group.command("set", cls=Command, help="cli.help.document_text_set")
def set_(context: typer.Context, department: Department, part: Part, text: Words, kind: Kind = None) -> None:
    """From now on it is said like this; what was issued stays as it is."""
    order(context, one_text, set_text, department, part, text, kind)


@group.command("reset", cls=Command, help="cli.help.document_text_reset")
def reset(context: typer.Context, department: Department, part: Part, kind: Kind = None) -> None:
    """Say it as the program does again."""
    order(context, one_text, reset_text, department, part, kind)


@group.command("preview", cls=Command, help="cli.help.document_text_preview")
def preview(
    context: typer.Context,
    department: Department,
    kind: ShownKind,
    pdf: Pdf,
    part: TriedParts = None,
    text: TriedTexts = None,
) -> None:
    """A sample in these words, before they are set; of parts that are not named, in those that hold."""
    parts, texts = part or [], text or []
    if len(parts) != len(texts):
        raise BadInput("cli.usage.part_and_text")
    tried = dict(zip(parts, texts, strict=True))

    async def steps(do: Acting) -> Sequence[OfficeTextRow]:
        paper = await preview_texts(do.ports, do.command, department, kind, tried)
        await FilePaper(pdf).deliver(paper, department)
        return [OfficeTextRow(department, part, kind, said) for part, said in tried.items()]

    act(context, steps, many_texts)
