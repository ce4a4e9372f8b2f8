"""Stations: what opens a window. Only here are the screens, and with them Qt, imported."""

from typing import Annotated

import typer
from typer import Option

from app.cli.acting import database_url
from app.cli.help import Command
from app.cli.imports import imports_that_stay
from app.cli.invocation import Invocation
from app.cli.options import Counter
from app.domain.errors import BadInput
from app.settings import StationKind

CounterNumber = Annotated[int, Option("--number", help="cli.param.counter", metavar="N", min=1)]


def open_station(asked: Invocation, kind: StationKind | None = None, counter: int | None = None) -> int:
    """Open a station and return its exit status when it is closed.

    Without a kind it is the one that is configured here, or the first start, which asks.

    Raises:
        BadInput: there is no display.
    """
    settings = asked.settings()
    if kind is not None:
        database_url(settings)
        same = settings.kind is kind and counter in (None, settings.counter)
        said = {"kind": kind, "counter": counter} | ({} if same else {"name": ""})
        settings = settings.model_copy(update=said)
    from ui.demo.display import can_open_windows

    if not can_open_windows():
        raise BadInput("cli.station.no_display")
    with imports_that_stay():
        from ui.main import run_station
    return run_station(settings)


def add_to(app: typer.Typer) -> None:
    """Add the commands that open a station."""
    app.command("guide", cls=Command, help="cli.help.guide")(guide)
    app.command("counter-desk", cls=Command, help="cli.help.counter_desk")(counter_desk)
    app.command("board", cls=Command, help="cli.help.board")(board)
    app.command("cases", cls=Command, help="cli.help.cases")(cases)
    app.command("exceptions", cls=Command, help="cli.help.exceptions")(exceptions)
    app.command("office", cls=Command, help="cli.help.office")(office)
    app.command("rate", cls=Command, help="cli.help.rate")(rate)


def guide(context: typer.Context) -> None:
    """The guide desk."""
    _open(context, StationKind.GUIDE_DESK)


def counter_desk(context: typer.Context, number: CounterNumber) -> None:
    """A counter."""
    _open(context, StationKind.COUNTER, number)


def board(context: typer.Context) -> None:
    """The hall's board."""
    _open(context, StationKind.BOARD)


def cases(context: typer.Context) -> None:
    """Cases and their limits."""
    _open(context, StationKind.CASES)


def exceptions(context: typer.Context) -> None:
    """The supervision office's exceptions."""
    _open(context, StationKind.EXCEPTIONS)


def office(context: typer.Context) -> None:
    """The supervision office's figures."""
    _open(context, StationKind.OFFICE)


def rate(context: typer.Context, counter: Counter) -> None:
    """The tablet at a counter that asks how the service was."""
    _open(context, StationKind.RATE, counter)


def _open(context: typer.Context, kind: StationKind, counter: int | None = None) -> None:
    raise typer.Exit(open_station(Invocation.of(context), kind, counter))
