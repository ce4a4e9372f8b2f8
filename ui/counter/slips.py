"""The slip of the errand at hand: looked at, issued once, printed as often as it takes."""

from app.domain.errors import YiciError
from app.domain.judgement import Judgement
from app.domain.message import Message
from app.domain.notice import NoticeKind
from app.ports.printing import PaperOut
from app.ports.rows import NoticeRow
from app.services.notices import count_notice_reprint, issue_notice, preview_notice
from app.services.paper import notice_pdf
from app.services.use_case import Command, Ports
from ui.counter.commands import Commands
from ui.counter.intents import Intent
from ui.counter.screen import Screen
from ui.counter.state import Paper, Print, Sheet, Shown
from ui.tasks import TaskSupervisor


class Slips:
    """Printing runs in the background and never decides whether a slip exists."""

    def __init__(
        self, ports: Ports, screen: Screen, commands: Commands, paper: PaperOut, tasks: TaskSupervisor
    ) -> None:
        self._ports, self._screen, self._commands = ports, screen, commands
        self._paper, self._tasks = paper, tasks

    async def issue(self) -> None:
        """Issue the slip from what was judged and print it; one that is issued already is shown or printed again."""
        state = self._screen.state
        if state.issued is not None and state.print.paper is Paper.FAILED:
            self.print_again()
        elif state.issued is not None:
            await self.look(state.issued)
        elif await self._issue() and self._screen.state.issued:
            self._print(self._screen.state.issued)

    async def look(self, notice: NoticeRow | None = None) -> None:
        """Show an issued slip, or without one the preview of what would be issued."""
        self._screen.change(shown=None, problem=None, sheet=Sheet(Intent.PREVIEW))
        try:
            pdf = await notice_pdf(self._ports, notice) if notice else await self._preview()
            self._screen.change(shown=Shown(pdf, notice))
        except YiciError as error:
            self._screen.change(problem=error.message)

    async def reprint(self) -> None:
        """Print once more, counted and marked as a reprint."""
        notice = self._noticed()
        if notice is None:
            return

        async def steps(command: Command) -> None:
            self._print(await count_notice_reprint(self._ports, command, notice.number))

        await self._commands.carry_out(Intent.REPRINT, steps)

    def print_again(self) -> None:
        """Repeat a print that did not come out; it is the same paper, so it is not counted."""
        notice = self._screen.state.print.notice
        if notice is not None and self._screen.state.print.paper is Paper.FAILED:
            self._print(notice)

    def _noticed(self) -> NoticeRow | None:
        shown = self._screen.state.shown
        return shown.notice if shown and shown.notice and self._looking() else self._screen.state.issued

    def _looking(self) -> bool:
        sheet = self._screen.state.sheet
        return sheet is not None and sheet.intent is Intent.PREVIEW

    async def _issue(self) -> bool:
        ticket, item, judgements = self._told()

        async def steps(command: Command) -> None:
            await issue_notice(self._ports, command, ticket, item, judgements)

        return await self._commands.carry_out(Intent.NOTICE, steps)

    async def _preview(self) -> bytes:
        ticket, item, judgements = self._told()
        command = self._commands.orders.new_command()
        return await preview_notice(self._ports, command, ticket, item, judgements, NoticeKind.SUPPLEMENT)

    def _told(self) -> tuple[str, str, tuple[Judgement, ...]]:
        """Ticket, item and judgements, as they are at the moment of the key."""
        state = self._screen.state
        assert state.ticket is not None
        return state.ticket.number, state.ticket.errand.item, state.draft.for_materials(state.materials)

    def _print(self, notice: NoticeRow) -> None:
        self._screen.change(print=Print(Paper.PRINTING, notice))
        self._tasks.run_command(self._deliver(notice), name=f"print {notice.number}")

    async def _deliver(self, notice: NoticeRow) -> None:
        try:
            pdf = await notice_pdf(self._ports, notice)
            await self._paper.deliver(pdf, notice.number)
        except YiciError as error:
            self._tell_failed(notice, error.message)
        else:
            self._screen.change(printed=self._screen.state.printed | {notice.number})
            if self._is_at_hand(notice):
                self._screen.change(print=Print(Paper.PRINTED, notice))

    def _tell_failed(self, notice: NoticeRow, why: Message) -> None:
        if self._is_at_hand(notice):
            self._screen.change(print=Print(Paper.FAILED, notice, why))
        else:
            self._screen.change(problem=Message("counter.slip.failed_late", {"number": notice.number}))

    def _is_at_hand(self, notice: NoticeRow) -> bool:
        """Whether the clerk is still at the errand whose slip this is: another's print says nothing of it."""
        latest = self._screen.state.print.notice
        return latest is not None and latest.number == notice.number
