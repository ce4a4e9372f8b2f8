"""``yici ticket …``: what the guide desk does."""

from typing import Annotated
from uuid import UUID

import typer
from typer import Argument, Option

from app.cli.acting import Acting, act_on_paper, look, order
from app.cli.help import Command, make_group
from app.cli.options import Day, IdNumber, Item, MaybePdf, Name, Pdf, Phone, Reason, Situation, TicketNumber
from app.cli.paper import Paper
from app.cli.shown.tickets import many_tickets, not_sent, one_ticket, sent
from app.domain.policy import Priority
from app.domain.ticket_table import TicketState
from app.ports.queries import EVERYTHING, TicketQuery
from app.ports.rows import TicketRow
from app.services.issue_ticket import ErrandWish, Visitor, issue_ticket
from app.services.paper import ticket_pdf
from app.services.send_online import send_online, undo_send_online
from app.services.tickets import cancel_ticket, count_ticket_reprint, revive_ticket

group = make_group("cli.help.ticket")

Items = Annotated[list[str], Option("--item", help="cli.param.items", metavar="CODE")]
PriorityClass = Annotated[Priority, Option("--priority", help="cli.param.priority")]
Test = Annotated[bool, Option("--test", help="cli.param.test")]
SentId = Annotated[UUID, Argument(help="cli.param.sent_online", metavar="ID")]
State = Annotated[TicketState | None, Option("--state", help="cli.param.ticket_state")]


@group.command("issue", cls=Command, help="cli.help.ticket_issue")
def issue(
    context: typer.Context,
    item: Items,
    situation: Situation = None,
    priority: PriorityClass = Priority.ORDINARY,
    name: Name = "",
    id_number: IdNumber = "",
    phone: Phone = "",
    test: Test = False,
    pdf: MaybePdf = None,
) -> None:
    """Issue a ticket; the situation is that of the first item."""
    first, *more = item
    wishes = (ErrandWish(first, situation), *(ErrandWish(code) for code in more))
    visitor = Visitor(name, id_number, phone, priority)

    async def steps(do: Acting) -> TicketRow:
        return await issue_ticket(do.ports, do.command, wishes, visitor, test)

    act_on_paper(context, steps, one_ticket, Paper(pdf, ticket_pdf, "cli.paper.ticket_unwritten"))


@group.command("send-online", cls=Command, help="cli.help.ticket_send_online")
def send(context: typer.Context, item: Item) -> None:
    """Note that somebody went to do it online instead of queueing."""
    order(context, sent, send_online, item)


@group.command("undo-send-online", cls=Command, help="cli.help.ticket_undo_send_online")
def undo_send(context: typer.Context, id_: SentId) -> None:
    """Nobody was sent online after all."""
    order(context, not_sent, undo_send_online, id_)


@group.command("list", cls=Command, help="cli.help.ticket_list")
def list_(context: typer.Context, state: State = None, day: Day = None) -> None:
    """The tickets of a day, newest first."""
    query = TicketQuery(day=day, state=state, limit=EVERYTHING)
    look(context, lambda ports: ports.readers.tickets(query), many_tickets)


@group.command("show", cls=Command, help="cli.help.ticket_show")
def show(context: typer.Context, number: TicketNumber, day: Day = None) -> None:
    """One ticket."""
    look(context, lambda ports: ports.readers.ticket(number, day), one_ticket)


@group.command("cancel", cls=Command, help="cli.help.ticket_cancel")
def cancel(context: typer.Context, number: TicketNumber, reason: Reason) -> None:
    """Cancel a waiting ticket of today."""
    order(context, one_ticket, cancel_ticket, number, reason)


@group.command("revive", cls=Command, help="cli.help.ticket_revive")
def revive(context: typer.Context, number: TicketNumber) -> None:
    """Bring a missed ticket of today back into line."""
    order(context, one_ticket, revive_ticket, number)


@group.command("reprint", cls=Command, help="cli.help.ticket_reprint")
def reprint(context: typer.Context, number: TicketNumber, pdf: Pdf) -> None:
    """Write the paper of a ticket of today again; it says which reprint it is."""

    async def steps(do: Acting) -> TicketRow:
        return await count_ticket_reprint(do.ports, do.command, number)

    act_on_paper(context, steps, one_ticket, Paper(pdf, ticket_pdf, "cli.paper.ticket_unwritten"))
