"""The slip of the errand at hand: looked at, issued once, printed as often as it takes."""

from app.domain.errors import YiciError
from app.domain.judgement import Judgement
from app.domain.message import Message
from app.domain.notice import NoticeKind
from app.domain.print_job import PaperKind, PrintJob, PrintState
from app.ports.rows import NoticeRow, TicketRow
from app.services.documents import issued_at_finish
from app.services.notices import issue_notice, preview_notice
from app.services.paper import notice_pdf
from app.services.use_case import Command, Ports
from ui.counter.commands import Commands
from ui.counter.intents import Intent
from ui.counter.screen import Screen
from ui.counter.state import Paper, Phase, Print, Sheet, Shown
from ui.print_queue import PrintQueue
from ui.tasks import Tasks

_STANDS = {
    PrintState.PENDING: Paper.PRINTING,
    PrintState.PRINTING: Paper.PRINTING,
    PrintState.PRINTED: Paper.PRINTED,
    PrintState.FAILED: Paper.FAILED,
    PrintState.CANCELLED: Paper.NONE,
}


class Slips:
    """Printing runs in the background and never decides whether a slip exists."""

    def __init__(
        self, ports: Ports, screen: Screen, commands: Commands, prints: PrintQueue, tasks: Tasks
    ) -> None:
        self._ports, self._screen, self._commands = ports, screen, commands
        self._prints, self._tasks = prints, tasks
        prints.watch(self._show)

    async def issue(self) -> None:
        """Issue the slip from what was judged and print it; one that is issued already is shown or printed again."""
        state = self._screen.state
        if state.issued is not None and state.print.paper is Paper.FAILED:
            await self.reprint()
        elif state.issued is not None:
            await self.look(state.issued)
        else:
            await self._issue()

    async def look(self, notice: NoticeRow | None = None) -> None:
        """Show an issued slip, or without one the preview of what would be issued."""
        self._screen.change(shown=None, problem=None, sheet=Sheet(Intent.PREVIEW))
        try:
            pdf = await notice_pdf(self._ports, notice) if notice else await self._preview()
            self._screen.change(shown=Shown(pdf, notice))
        except YiciError as error:
            self._screen.change(problem=error.message)

    async def reprint(self) -> None:
        """Print once more, counted and marked as a reprint; what never came out is none."""
        notice = self._noticed()
        if notice is None:
            return

        async def steps(command: Command) -> None:
            self._screen.change(print=Print(Paper.PRINTING, notice))
            await self._prints.print_again(command, PaperKind.NOTICE, notice.number)

        await self._commands.carry_out(Intent.REPRINT, steps)

    def print_of_finish(self, ticket: TicketRow) -> None:
        """Print what the finish of an errand issued, in the background: the next person is called meanwhile."""
        order = self._commands.orders.new_command

        async def queue() -> None:
            for document in await issued_at_finish(self._ports, ticket):
                await self._prints.print(order(), PaperKind.DOCUMENT, document.number)

        self._tasks.run_command(queue(), name=f"print what {ticket.number} got")

    def _noticed(self) -> NoticeRow | None:
        shown = self._screen.state.shown
        return shown.notice if shown and shown.notice and self._looking() else self._screen.state.issued

    def _looking(self) -> bool:
        sheet = self._screen.state.sheet
        return sheet is not None and sheet.intent is Intent.PREVIEW

    async def _issue(self) -> None:
        ticket, item, judgements = self._told()

        async def steps(command: Command) -> None:
            notice = await issue_notice(self._ports, command, ticket, item, judgements)
            self._screen.change(print=Print(Paper.PRINTING, notice))
            # A second order that does nothing where the first one's answer was lost: the slip is queued once.
            await self._prints.print(self._commands.orders.new_command(), PaperKind.NOTICE, notice.number)

        await self._commands.carry_out(Intent.NOTICE, steps)

    async def _preview(self) -> bytes:
        ticket, item, judgements = self._told()
        command = self._commands.orders.new_command()
        return await preview_notice(self._ports, command, ticket, item, judgements, NoticeKind.SUPPLEMENT)

    def _told(self) -> tuple[str, str, tuple[Judgement, ...]]:
        """Ticket, item and judgements, as they are at the moment of the key."""
        state = self._screen.state
        assert state.ticket is not None
        return state.ticket.number, state.ticket.errand.item, state.draft.for_materials(state.materials)

    def _show(self, job: PrintJob) -> None:
        """How a slip's paper fares; another errand's says nothing of this one's.

        While nobody is signed in there is nobody to tell of another one's: the list of prints keeps it.
        """
        state = self._screen.state
        if job.state is PrintState.PRINTED:
            self._screen.change(printed=state.printed | {job.paper.number})
        at_hand = state.print.notice or state.issued  # after a restart only the desk knows what was issued
        if at_hand is not None and at_hand.number == job.paper.number:
            self._screen.change(print=Print(_STANDS[job.state], at_hand, job.problem))
        elif _is_lost_slip(job) and state.phase is not Phase.SIGNED_OUT:
            told = {"number": job.paper.number}
            self._screen.change(problem=Message("counter.slip.failed_late", told))


def _is_lost_slip(job: PrintJob) -> bool:
    return job.state is PrintState.FAILED and job.paper.kind is PaperKind.NOTICE
