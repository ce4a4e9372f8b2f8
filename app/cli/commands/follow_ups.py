"""``yici rating follow-up …``: bad ratings get an owner, a date and an answer."""

from typing import Annotated

import typer
from typer import Argument, Option

from app.cli.acting import Acting, act, order
from app.cli.help import Command, make_group
from app.cli.options import All, Handler, MaybeHandler, Reason, Satisfied, Words
from app.cli.shown.follow_ups import given_warnings, lodged_appeal, many_follow_ups, one_follow_up
from app.ports.queries import EVERYTHING
from app.ports.rating_queries import FollowUpQuery
from app.ports.rows import FollowUpRow
from app.services import follow_ups
from app.services import rating_views as views
from app.services.follow_up_clock import sweep_follow_ups

group = make_group("cli.help.rating_follow_up")

Number = Annotated[str, Argument(help="cli.param.follow_up_number", metavar="NUMBER")]
Upheld = Annotated[bool, Option("--uphold/--dismiss", help="cli.param.uphold")]


@group.command("list", cls=Command, help="cli.help.follow_up_list")
def list_(context: typer.Context, handler: MaybeHandler = None, all_: All = False) -> None:
    """What is open, the most urgent first; who does not direct sees what they have themselves."""

    async def steps(do: Acting) -> list[FollowUpRow]:
        query = FollowUpQuery(open_only=not all_, handler=handler, limit=EVERYTHING)
        return list(await views.follow_ups(do.ports, do.command.actor, query))

    act(context, steps, many_follow_ups)


@group.command("show", cls=Command, help="cli.help.follow_up_show")
def show(context: typer.Context, number: Number) -> None:
    """One follow-up with its story."""
    act(context, lambda do: views.follow_up(do.ports, do.command.actor, number), one_follow_up)


@group.command("assign", cls=Command, help="cli.help.follow_up_assign")
def assign(context: typer.Context, number: Number, handler: Handler, text: Words = "") -> None:
    """Give it to somebody other than the rated clerk."""
    order(context, one_follow_up, follow_ups.assign_follow_up, number, handler, text)


@group.command("contact", cls=Command, help="cli.help.follow_up_contact")
def contact(context: typer.Context, number: Number, text: Words) -> None:
    """The person was called, or it was tried."""
    order(context, one_follow_up, follow_ups.contact_follow_up, number, text)


@group.command("extend", cls=Command, help="cli.help.follow_up_extend")
def extend(context: typer.Context, number: Number, reason: Reason) -> None:
    """It is complex: the longer limit holds."""
    order(context, one_follow_up, follow_ups.extend_follow_up, number, reason)


@group.command("put-right", cls=Command, help="cli.help.follow_up_put_right")
def put_right(context: typer.Context, number: Number, text: Words) -> None:
    """Say what was found and done."""
    order(context, one_follow_up, follow_ups.put_right_follow_up, number, text)


@group.command("ask", cls=Command, help="cli.help.follow_up_ask")
def ask(context: typer.Context, number: Number, satisfied: Satisfied, text: Words = "") -> None:
    """Ask the person whether it is settled."""
    order(context, one_follow_up, follow_ups.ask_follow_up, number, satisfied, text)


@group.command("rework", cls=Command, help="cli.help.follow_up_rework")
def rework(context: typer.Context, number: Number, text: Words = "") -> None:
    """Not settled: once more."""
    order(context, one_follow_up, follow_ups.rework_follow_up, number, text)


@group.command("close", cls=Command, help="cli.help.follow_up_close")
def close(context: typer.Context, number: Number, text: Words = "") -> None:
    """Put it on file."""
    order(context, one_follow_up, follow_ups.close_follow_up, number, text)


@group.command("note", cls=Command, help="cli.help.follow_up_note")
def note(context: typer.Context, number: Number, text: Words) -> None:
    """Write down what was said."""
    order(context, one_follow_up, follow_ups.note_follow_up, number, text)


@group.command("appeal", cls=Command, help="cli.help.follow_up_appeal")
def appeal(context: typer.Context, number: Number, reason: Reason) -> None:
    """The rated clerk appeals."""
    order(context, lodged_appeal, follow_ups.appeal_rating, number, reason)


@group.command("review", cls=Command, help="cli.help.follow_up_review")
def review(context: typer.Context, number: Number, upheld: Upheld, reason: Reason) -> None:
    """Decide on the appeal."""
    order(context, one_follow_up, follow_ups.review_appeal, number, upheld, reason)


@group.command("sweep", cls=Command, help="cli.help.follow_up_sweep")
def sweep(context: typer.Context) -> None:
    """Warn of limits that come near."""
    act(context, lambda do: sweep_follow_ups(do.ports), given_warnings)
