"""Paper: tickets and slips are printed after they exist, in the background, and again when it fails."""

from app.domain.errors import YiciError
from app.domain.print_job import PaperKind, PrintJob, PrintState
from app.ports.rows import NoticeRow, TicketRow
from ui.failures import failure_of
from ui.guide_desk.desk import Desk
from ui.guide_desk.state import Print, PrintStage

_STAGES = {
    PrintState.PENDING: PrintStage.PRINTING,
    PrintState.PRINTING: PrintStage.PRINTING,
    PrintState.PRINTED: PrintStage.DONE,
    PrintState.FAILED: PrintStage.FAILED,
}


class Printing:
    """Prints and reprints; how it went stands beside the ticket or slip, by its number."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._not_queued: set[tuple[PaperKind, str]] = set()
        """What was issued while the hall could not be told to print it: to print it later is no reprint."""
        desk.prints.watch(self._job_changed)

    def print_ticket(self, ticket: TicketRow) -> None:
        """Print a ticket that has just been issued."""
        self._print_first(PaperKind.TICKET, ticket.number)

    def print_notice(self, notice: NoticeRow) -> None:
        """Print a slip that has just been issued."""
        self._print_first(PaperKind.NOTICE, notice.number)

    def reprint_ticket(self, number: str) -> None:
        """Print once more; where it came out before, that is counted, and the paper says so."""
        self._order(PaperKind.TICKET, number)

    def reprint_notice(self, number: str) -> None:
        """Print once more; where it came out before, that is counted, and the paper says so."""
        self._order(PaperKind.NOTICE, number)

    def _print_first(self, kind: PaperKind, number: str) -> None:
        self._not_queued.add((kind, number))
        self._order(kind, number)

    def _order(self, kind: PaperKind, number: str) -> None:
        running = self._desk.state.prints.get(number)
        if running is None or running.stage is not PrintStage.PRINTING:
            self._show(number, Print(PrintStage.PRINTING))
            self._desk.tasks.run_command(self._queue(kind, number), name=f"print {number}")

    async def _queue(self, kind: PaperKind, number: str) -> None:
        prints = self._desk.prints
        act = prints.print if (kind, number) in self._not_queued else prints.print_again
        try:
            await self._desk.orders.give(("print", kind, number), lambda command: act(command, kind, number))
        except YiciError as error:
            self._show(number, Print(PrintStage.FAILED, failure_of(error).message))
        else:
            self._not_queued.discard((kind, number))

    def _job_changed(self, job: PrintJob) -> None:
        number, stage = job.paper.number, _STAGES.get(job.state)
        if stage is not None:
            self._show(number, Print(stage, job.problem))
        elif number in self._desk.state.prints:
            prints = {other: p for other, p in self._desk.state.prints.items() if other != number}
            self._desk.change(prints=prints)

    def _show(self, number: str, state: Print) -> None:
        self._desk.change(prints={**self._desk.state.prints, number: state})
