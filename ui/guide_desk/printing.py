"""Paper: tickets and slips are printed after they exist, in the background, and again when it fails."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from app.domain.errors import YiciError
from app.ports.rows import NoticeRow, TicketRow
from app.services.notices import count_notice_reprint
from app.services.paper import notice_pdf, ticket_pdf
from app.services.tickets import count_ticket_reprint
from ui.failures import failure_of
from ui.guide_desk.desk import Desk
from ui.guide_desk.state import Print, PrintStage


class Printing:
    """Prints and reprints; how it went stands beside the ticket or slip, by its number."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._not_out: set[UUID] = set()
        """Tickets and slips whose latest paper did not come out: to print it again is no reprint."""

    def print_ticket(self, ticket: TicketRow) -> None:
        """Print a ticket that has just been issued."""
        self._start(ticket.number, lambda: self._deliver_ticket(ticket))

    def print_notice(self, notice: NoticeRow) -> None:
        """Print a slip that has just been issued."""
        self._start(notice.number, lambda: self._deliver_notice(notice))

    def reprint_ticket(self, number: str) -> None:
        """Print once more; where it came out before, that is counted, and the paper says so."""
        self._start(number, lambda: self._reprint_ticket(number))

    def reprint_notice(self, number: str) -> None:
        """Print once more; where it came out before, that is counted, and the paper says so."""
        self._start(number, lambda: self._reprint_notice(number))

    def _start(self, number: str, deliver: Callable[[], Awaitable[None]]) -> None:
        running = self._desk.state.prints.get(number)
        if running is None or running.stage is not PrintStage.PRINTING:
            self._show(number, Print(PrintStage.PRINTING))
            self._desk.tasks.run_command(self._run(number, deliver), name=f"print {number}")

    async def _run(self, number: str, deliver: Callable[[], Awaitable[None]]) -> None:
        try:
            await deliver()
        except YiciError as error:
            self._show(number, Print(PrintStage.FAILED, failure_of(error).message))
        else:
            self._show(number, Print(PrintStage.DONE))

    def _show(self, number: str, state: Print) -> None:
        self._desk.change(prints={**self._desk.state.prints, number: state})

    async def _reprint_ticket(self, number: str) -> None:
        desk = self._desk
        ticket = await desk.ports.readers.ticket(number)
        if ticket.id not in self._not_out:
            ticket = await desk.orders.give(
                ("reprint ticket", number),
                lambda command: count_ticket_reprint(desk.ports, command, number),
            )
        await self._deliver_ticket(ticket)

    async def _reprint_notice(self, number: str) -> None:
        desk = self._desk
        notice = await desk.ports.readers.notice(number)
        if notice.id not in self._not_out:
            notice = await desk.orders.give(
                ("reprint notice", number),
                lambda command: count_notice_reprint(desk.ports, command, number),
            )
        await self._deliver_notice(notice)

    async def _deliver_ticket(self, ticket: TicketRow) -> None:
        self._not_out.add(ticket.id)
        pdf = await ticket_pdf(self._desk.ports, ticket, self._desk.ticket_roll)
        await self._desk.ticket_paper.deliver(pdf, f"{ticket.day}-{ticket.number}")
        self._not_out.remove(ticket.id)

    async def _deliver_notice(self, notice: NoticeRow) -> None:
        self._not_out.add(notice.id)
        pdf = await notice_pdf(self._desk.ports, notice)
        await self._desk.a4_paper.deliver(pdf, notice.number)
        self._not_out.remove(notice.id)
