"""``yici call …``: everything a clerk does with a ticket at a counter."""

from typing import Annotated

import typer
from typer import Option

from app.cli.acting import Acting, act
from app.cli.help import Command, make_group
from app.cli.options import (
    Authority,
    CaseNumber,
    Counter,
    Ground,
    Item,
    LimitDays,
    MaybeReason,
    MaybeTicketNumber,
    Reason,
    Situation,
    TicketNumber,
    in_days,
)
from app.cli.shown.tickets import called_ticket, one_ticket
from app.domain.case_parts import Refusal, RefusalGround
from app.domain.errand import Outcome
from app.ports.rows import TicketRow
from app.services import calling, holding, serving
from app.services.call_next import call_next
from app.services.case_of_errand import Ending
from app.services.link_case import link_case

group = make_group("cli.help.call")

OutcomeChoice = Annotated[Outcome, Option("--outcome", help="cli.param.outcome")]
ToLine = Annotated[str | None, Option("--to-line", help="cli.param.to_line", metavar="PREFIX")]
ToCounter = Annotated[int | None, Option("--to-counter", help="cli.param.to_counter", metavar="N", min=1)]
ToClerk = Annotated[str | None, Option("--to-clerk", help="cli.param.to_clerk", metavar="STAFF")]


@group.command("next", cls=Command, help="cli.help.call_next")
def next_(context: typer.Context, counter: Counter) -> None:
    """Call whoever is next; a counter that has a ticket gets that same one."""
    act(context, lambda do: call_next(do.ports, do.command, counter), called_ticket)


@group.command("ticket", cls=Command, help="cli.help.call_ticket")
def ticket(context: typer.Context, number: TicketNumber, counter: Counter, reason: Reason) -> None:
    """Call a certain ticket out of order."""
    act(context, lambda do: calling.call_ticket(do.ports, do.command, counter, number, reason), one_ticket)


@group.command("recall", cls=Command, help="cli.help.call_recall")
def recall(context: typer.Context, counter: Counter) -> None:
    """Announce again."""
    act(context, lambda do: calling.recall(do.ports, do.command, counter), one_ticket)


@group.command("start", cls=Command, help="cli.help.call_start")
def start(context: typer.Context, counter: Counter) -> None:
    """The person is here."""
    act(context, lambda do: calling.start(do.ports, do.command, counter), one_ticket)


@group.command("miss", cls=Command, help="cli.help.call_miss")
def miss(context: typer.Context, counter: Counter) -> None:
    """Nobody came."""
    act(context, lambda do: calling.miss(do.ports, do.command, counter), one_ticket)


@group.command("release", cls=Command, help="cli.help.call_release")
def release(context: typer.Context, counter: Counter) -> None:
    """Called by mistake."""
    act(context, lambda do: calling.release(do.ports, do.command, counter), one_ticket)


@group.command("change-item", cls=Command, help="cli.help.call_change_item")
def change_item(context: typer.Context, counter: Counter, item: Item, situation: Situation = None) -> None:
    """Correct the item of the present errand."""
    act(context, lambda do: serving.change_item(do.ports, do.command, counter, item, situation), one_ticket)


@group.command("link-case", cls=Command, help="cli.help.call_link_case")
def link(context: typer.Context, number: CaseNumber, counter: Counter) -> None:
    """This trip is for a case that is there already."""
    act(context, lambda do: link_case(do.ports, do.command, counter, number), one_ticket)


@group.command("finish", cls=Command, help="cli.help.call_finish")
def finish(
    context: typer.Context,
    counter: Counter,
    outcome: OutcomeChoice,
    reason: MaybeReason = "",
    ground: Ground = RefusalGround.OTHER,
    authority: Authority = "",
    days: LimitDays = None,
) -> None:
    """End the present errand. A refusal needs its reason, and names another authority where that is the right one.

    ``--days`` says the limit where the page names none.
    """
    ending = Ending(Refusal(reason, ground, authority), in_days(days))
    act(context, lambda do: serving.finish(do.ports, do.command, counter, outcome, ending), one_ticket)


@group.command("hold", cls=Command, help="cli.help.call_hold")
def hold(context: typer.Context, counter: Counter, reason: MaybeReason = "") -> None:
    """Put the served ticket aside."""
    act(context, lambda do: holding.hold(do.ports, do.command, counter, reason), one_ticket)


@group.command("resume", cls=Command, help="cli.help.call_resume")
def resume(context: typer.Context, counter: Counter, number: MaybeTicketNumber = None) -> None:
    """Take a held ticket up again."""
    act(context, lambda do: holding.resume(do.ports, do.command, counter, number), one_ticket)


@group.command("requeue", cls=Command, help="cli.help.call_requeue")
def requeue(context: typer.Context, counter: Counter, number: MaybeTicketNumber = None) -> None:
    """Send a held ticket back into line."""
    act(context, lambda do: holding.requeue(do.ports, do.command, counter, number), one_ticket)


@group.command("abandon", cls=Command, help="cli.help.call_abandon")
def abandon(context: typer.Context, counter: Counter, number: MaybeTicketNumber = None) -> None:
    """The person left: the ticket in hand, or the held one that is named."""
    act(context, lambda do: holding.abandon(do.ports, do.command, counter, number), one_ticket)


@group.command("transfer", cls=Command, help="cli.help.call_transfer")
def transfer(
    context: typer.Context,
    counter: Counter,
    reason: Reason,
    to_line: ToLine = None,
    to_counter: ToCounter = None,
    to_clerk: ToClerk = None,
) -> None:
    """Send the ticket to one of: a line, a counter, a clerk."""

    async def steps(do: Acting) -> TicketRow:
        return await serving.transfer(
            do.ports, do.command, counter, reason, line=to_line, to_counter=to_counter, to_clerk=to_clerk
        )

    act(context, steps, one_ticket)


@group.command("undo", cls=Command, help="cli.help.call_undo")
def undo(context: typer.Context, counter: Counter, number: MaybeTicketNumber = None) -> None:
    """Take one's own last finish back, within minutes."""
    act(context, lambda do: serving.undo_finish(do.ports, do.command, counter, number), one_ticket)
