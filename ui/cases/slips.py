"""Slips on paper: printed when they are told, and again when somebody asks."""

from app.domain.errors import YiciError
from app.domain.message import Message
from app.ports.printing import PaperOut
from app.ports.rows import NoticeRow
from app.services.notices import count_notice_reprint
from app.services.paper import notice_pdf
from ui.cases.desk import Desk
from ui.one_command import Commands


class Slips:
    """Printing never decides whether a notice was told: what did not come out is printed again."""

    def __init__(self, desk: Desk, commands: Commands, paper: PaperOut) -> None:
        self._desk, self._commands, self._paper = desk, commands, paper
        self._failed: NoticeRow | None = None

    def print(self, notice: NoticeRow) -> None:
        """Print it as it is."""
        self._desk.tasks.run_command(self._deliver(notice), name=f"print {notice.number}")

    def print_latest(self) -> None:
        """Print the page's latest notice once more; one that never came out is still the first print."""
        page = self._desk.state.page
        if page is None or not page.notices:
            return
        number = page.notices[-1]
        if self._failed is not None and self._failed.number == number:
            self.print(self._failed)
            return
        self._commands.give(
            ("reprint", number),
            lambda command: count_notice_reprint(self._desk.ports, command, number),
            self.print,
        )

    async def _deliver(self, notice: NoticeRow) -> None:
        try:
            await self._paper.deliver(await notice_pdf(self._desk.ports, notice), notice.number)
        except YiciError as error:
            self._failed = notice
            told = {"number": notice.number, "reason": error.message}
            self._desk.change(problem=Message("cases.print_failed", told))
        else:
            self._failed = None
            self._desk.view.say(Message("cases.printed", {"number": notice.number}))
