"""``yici exception attach``, ``attachments`` and ``save-attachment``: the files of a case."""

from pathlib import Path
from typing import Annotated

import typer
from typer import Argument, Option

from app.cli.acting import Acting, act, look, order
from app.cli.help import Command
from app.cli.options import ExceptionNumber, File
from app.cli.shown.attachments import many_attachments, saved_attachment
from app.cli.shown.exceptions import one_exception
from app.ports.files import read_whole, write_new_file
from app.services.attachments import StoredFile, attach_file, file_states, read_attachment

Number = Annotated[int, Argument(help="cli.param.attachment", metavar="N", min=1)]
Out = Annotated[Path, Option("--out", help="cli.param.attachment_out", metavar="FILE")]


def add_to(group: typer.Typer) -> None:
    """Add the commands to those of exceptions."""
    group.command("attach", cls=Command, help="cli.help.exception_attach")(attach)
    group.command("attachments", cls=Command, help="cli.help.exception_attachments")(attachments)
    group.command("save-attachment", cls=Command, help="cli.help.exception_save_attachment")(save_attachment)


def attach(context: typer.Context, number: ExceptionNumber, file: File) -> None:
    """Add a photo or scan."""
    content = read_whole(file)
    order(context, one_exception, attach_file, number, file.name, content)


def attachments(context: typer.Context, number: ExceptionNumber) -> None:
    """The files of a case, each with whether it is what was added."""
    look(context, lambda ports: file_states(ports, number), many_attachments)


def save_attachment(context: typer.Context, number: ExceptionNumber, attachment: Number, out: Out) -> None:
    """Write a file of a case; who read it is written down, and nothing that is there is written over."""

    async def save(do: Acting) -> StoredFile:
        file = await read_attachment(do.ports, do.command, number, attachment)
        write_new_file(out, file.content or b"")
        return file

    act(context, save, saved_attachment)
