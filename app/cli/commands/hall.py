"""``yici hall …``: the set-up of the hall."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Annotated

import typer
from typer import Option

from app.cli.acting import Acting, install, look
from app.cli.help import Command, make_group
from app.cli.invocation import Invocation
from app.cli.options import File
from app.cli.output import emit
from app.cli.shown.files import written_file
from app.cli.shown.hall import WholeHall, read_hall_rows, whole_hall
from app.exchange.catalogue import read_catalogue
from app.exchange.hall import read_hall
from app.exchange.set_up import read_set_up
from app.exchange.templates import write_hall_template
from app.services.policy import hall_policy
from app.services.set_up_hall import SetUp, set_up_hall
from app.services.use_case import Ports
from resources import resource

group = make_group("cli.help.hall")

Catalogue = Annotated[Path | None, Option("--catalogue", help="cli.param.catalogue", metavar="FILE")]


@group.command("sample", cls=Command, help="cli.help.hall_sample")
def sample(context: typer.Context) -> None:
    """Set up a sample hall around the bundled catalogue; nobody has to sign in, a real hall is never touched."""
    file, catalogue = (
        read_hall(resource("hall", "sample.json")),
        read_catalogue(resource("catalogue", "catalogue.json")),
    )

    async def steps(do: Acting) -> SetUp:
        return await set_up_hall(do.ports, do.command, file, catalogue, sample=True)

    install(context, _then_read(steps), whole_hall)


@group.command("import", cls=Command, help="cli.help.hall_import")
def import_(context: typer.Context, file: File, catalogue: Catalogue = None) -> None:
    """Set up the hall from a file, or change its set-up, all or nothing.

    The first set-up needs nobody signed in: its file brings the staff. Its lines name items, so it comes with
    their catalogue, unless the lines are still without items.
    """
    given, items = read_set_up(file, catalogue)

    async def steps(do: Acting) -> SetUp:
        return await set_up_hall(do.ports, do.command, given, items)

    install(context, _then_read(steps), whole_hall, only_first=True)


@group.command("show", cls=Command, help="cli.help.hall_show")
def show(context: typer.Context) -> None:
    """Departments, lines, counters, staff and settings."""
    look(context, _read, whole_hall)


@group.command("template", cls=Command, help="cli.help.hall_template")
def template(context: typer.Context, file: File) -> None:
    """Write an empty workbook to fill in and import."""
    asked = Invocation.of(context)
    write_hall_template(file, asked.texts)
    emit(written_file(file, asked.texts), as_json=asked.json)


async def _read(ports: Ports) -> WholeHall:
    return await read_hall_rows(ports.readers, await hall_policy(ports))


def _then_read(steps: Callable[[Acting], Awaitable[SetUp]]) -> Callable[[Acting], Awaitable[WholeHall]]:
    async def both(do: Acting) -> WholeHall:
        await steps(do)
        return await _read(do.ports)

    return both
