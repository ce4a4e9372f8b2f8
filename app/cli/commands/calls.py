"""``yici call …``: everything a clerk does with a ticket at a counter."""

from typing import Annotated

import typer
from typer import Option

from app.cli.acting import order
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
    order(context, called_ticket, call_next, counter)


@group.command("ticket", cls=Command, help="cli.help.call_ticket")
def ticket(context: typer.Context, number: TicketNumber, counter: Counter, reason: Reason) -> None:
    """Call a certain ticket out of order."""
    order(context, one_ticket, calling.call_ticket, counter, number, reason)


@group.command("recall", cls=Command, help="cli.help.call_recall")
def recall(context: typer.Context, counter: Counter) -> None:
    """Announce again."""
    order(context, one_ticket, calling.recall, counter)


@group.command("start", cls=Command, help="cli.help.call_start")
def start(context: typer.Context, counter: Counter) -> None:
    """The person is here."""
    order(context, one_ticket, calling.start, counter)


@group.command("miss", cls=Command, help="cli.help.call_miss")
def miss(context: typer.Context, counter: Counter) -> None:
    """Nobody came."""
    order(context, one_ticket, calling.miss, counter)


@group.command("release", cls=Command, help="cli.help.call_release")
def release(context: typer.Context, counter: Counter) -> None:
    """Called by mistake."""
    order(context, one_ticket, calling.release, counter)


@group.command("change-item", cls=Command, help="cli.help.call_change_item")
def change_item(context: typer.Context, counter: Counter, item: Item, situation: Situation = None) -> None:
    """Correct the item of the present errand."""
    order(context, one_ticket, serving.change_item, counter, item, situation)


@group.command("link-case", cls=Command, help="cli.help.call_link_case")
def link(context: typer.Context, number: CaseNumber, counter: Counter) -> None:
    """This trip is for a case that is there already."""
    order(context, one_ticket, link_case, counter, number)


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
    order(context, one_ticket, serving.finish, counter, outcome, ending)


@group.command("hold", cls=Command, help="cli.help.call_hold")
def hold(context: typer.Context, counter: Counter, reason: MaybeReason = "") -> None:
    """Put the served ticket aside."""
    order(context, one_ticket, holding.hold, counter, reason)


@group.command("resume", cls=Command, help="cli.help.call_resume")
def resume(context: typer.Context, counter: Counter, number: MaybeTicketNumber = None) -> None:
    """Take a held ticket up again."""
    order(context, one_ticket, holding.resume, counter, number)


@group.command("requeue", cls=Command, help="cli.help.call_requeue")
def requeue(context: typer.Context, counter: Counter, number: MaybeTicketNumber = None) -> None:
    """Send a held ticket back into line."""
    order(context, one_ticket, holding.requeue, counter, number)


@group.command("abandon", cls=Command, help="cli.help.call_abandon")
def abandon(context: typer.Context, counter: Counter, number: MaybeTicketNumber = None) -> None:
    """The person left: the ticket in hand, or the held one that is named."""
    order(context, one_ticket, holding.abandon, counter, number)


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
    order(
        context,
        one_ticket,
        serving.transfer,
        counter,
        reason,
        line=to_line,
        to_counter=to_counter,
        to_clerk=to_clerk,
    )


@group.command("undo", cls=Command, help="cli.help.call_undo")
def undo(context: typer.Context, counter: Counter, number: MaybeTicketNumber = None) -> None:
    """Take one's own last finish back, within minutes."""
    order(context, one_ticket, serving.undo_finish, counter, number)
