"""``yici counter …``: a clerk sits down, pauses, goes."""

from typing import Annotated

import typer
from typer import Option

from app.cli.acting import look, order
from app.cli.help import Command, make_group
from app.cli.options import Counter, Reason
from app.cli.shown.counters import many_counters, one_counter
from app.services.counters import close_counter, open_counter, pause_counter, resume_counter

group = make_group("cli.help.counter")

HandOver = Annotated[bool, Option("--hand-over", help="cli.param.hand_over")]


@group.command("list", cls=Command, help="cli.help.counter_list")
def list_(context: typer.Context) -> None:
    """All counters."""
    look(context, lambda ports: ports.readers.counters(), many_counters)


@group.command("open", cls=Command, help="cli.help.counter_open")
def open_(context: typer.Context, counter: Counter, hand_over: HandOver = False) -> None:
    """Sit down at a counter; at a paused one of one's own, go on."""
    order(context, one_counter, open_counter, counter, hand_over)


@group.command("pause", cls=Command, help="cli.help.counter_pause")
def pause(context: typer.Context, counter: Counter, reason: Reason) -> None:
    """Pause with a reason that the hall shows."""
    order(context, one_counter, pause_counter, counter, reason)


@group.command("resume", cls=Command, help="cli.help.counter_resume")
def resume(context: typer.Context, counter: Counter) -> None:
    """Go on after a pause."""
    order(context, one_counter, resume_counter, counter)


@group.command("close", cls=Command, help="cli.help.counter_close")
def close(context: typer.Context, counter: Counter) -> None:
    """Close the counter."""
    order(context, one_counter, close_counter, counter)
