"""The whole command line: the global options, and every command below them."""

from pkgutil import resolve_name
from typing import Annotated, Any
from uuid import UUID

import typer
import typer.main
from rich.text import Text
from typer import Option

from app.cli.commands import stations
from app.cli.help import Group, make_group
from app.cli.invocation import JSON, LANGUAGE, Invocation
from app.cli.output import Shown, emit
from app.domain.ids import CommandId
from app.settings import PROGRAM, program_version
from app.texts import Language

LATE = {
    "five-ones": "five_ones:command",
    "demo": "demo:command",
    "ticket": "tickets:group",
    "counter": "counters:group",
    "call": "calls:group",
    "case": "cases:group",
    "notice": "notices:group",
    "document": "documents:group",
    "print": "prints:group",
    "exception": "exceptions:group",
    "rating": "ratings:group",
    "reminder": "reminders:group",
    "catalogue": "catalogue:group",
    "hall": "hall:group",
    "staff": "staff:group",
    "calendar": "calendar:group",
    "db": "database:group",
}
"""Where in ``app.cli.commands`` a command is."""

Database = Annotated[str | None, Option("--database", help="cli.param.database", metavar="URL")]
Lang = Annotated[Language | None, Option(LANGUAGE, help="cli.param.lang")]
Staff = Annotated[str | None, Option("--as", envvar="YICI_STAFF", help="cli.param.as", metavar="STAFF")]
Id = Annotated[UUID | None, Option("--command-id", help="cli.param.command_id", metavar="UUID")]
Json = Annotated[bool, Option(JSON, help="cli.param.json")]
Version = Annotated[bool, Option("--version", help="cli.param.version")]


class Program(Group):
    """The commands of ``LATE`` are imported when they are asked for: a station starts sooner without them."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, in the order of the help page."""
        return [*super().list_commands(ctx), *LATE]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of a name; None where there is none."""
        if cmd_name not in LATE:
            return super().get_command(ctx, cmd_name)
        return typer.main.get_command(resolve_name(f"app.cli.commands.{LATE[cmd_name]}"))


def options(
    context: typer.Context,
    database: Database = None,
    lang: Lang = None,
    staff: Staff = None,
    command_id: Id = None,
    json: Json = False,
    version: Version = False,
) -> None:
    """Keep the global options for the command; without a command open the station that this machine is.

    ``lang`` and ``json`` were looked for before anything was parsed; here they are checked and explained.
    """
    asked = Invocation.of(context)
    context.obj = asked.with_options(database, staff, CommandId(command_id) if command_id else None)
    if version:
        emit(_version(), as_json=asked.json)
        raise typer.Exit
    if context.invoked_subcommand is None:
        raise typer.Exit(stations.open_station(context.obj))


def _version() -> Shown:
    """``{"name", "version"}``."""
    number = program_version()
    return Shown({"name": PROGRAM, "version": number}, lambda: Text(f"{PROGRAM} {number}"))


def make_app() -> typer.Typer:
    """The command line."""
    app = make_group("cli.help.yici", Program)
    app.callback(invoke_without_command=True)(options)
    stations.add_to(app)
    return app
