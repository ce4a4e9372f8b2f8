"""The paper of a case: printed when a step issues it, and again when somebody asks."""

from app.domain.errors import YiciError
from app.domain.message import Message
from app.domain.print_job import PaperKind, PrintJob, PrintState
from app.ports.rows import CasePage, NoticeRow
from ui.cases.state import CasesState
from ui.one_command import Commands
from ui.print_queue import PrintQueue
from ui.worklist.desk import Desk


class Slips:
    """Printing never decides whether something was told or decided: what did not come out is printed again."""

    def __init__(self, desk: Desk[CasesState], commands: Commands, prints: PrintQueue) -> None:
        self._desk, self._commands, self._prints = desk, commands, prints
        prints.watch(self._job_changed)

    def print_notice(self, notice: NoticeRow) -> None:
        """Print a slip that has just been issued."""
        self._print(PaperKind.NOTICE, notice.number)

    def print_new(self, before: CasePage, page: CasePage) -> None:
        """Print the documents that a step has just issued."""
        known = {document.id for document in before.documents}
        for document in page.documents:
            if document.id not in known:
                self._print(PaperKind.DOCUMENT, document.number)

    def print_again(self, kind: PaperKind, number: str) -> None:
        """Print a paper once more."""
        self._commands.give(
            ("print", kind, number),
            lambda command: self._prints.print_again(command, kind, number),
            lambda _job: None,
        )

    def _print(self, kind: PaperKind, number: str) -> None:
        command = self._desk.session.command()

        async def queue() -> None:
            try:
                await self._prints.print(command, kind, number)
            except YiciError as error:
                self._tell_failed(number, error.message)

        self._desk.tasks.run_command(queue(), name=f"print {number}")

    def _job_changed(self, job: PrintJob) -> None:
        if job.state is PrintState.PRINTED:
            self._desk.view.say(Message("cases.printed", {"number": job.paper.number}))
        elif job.state is PrintState.FAILED and job.problem is not None:
            self._tell_failed(job.paper.number, job.problem)

    def _tell_failed(self, number: str, why: Message) -> None:
        self._desk.change(problem=Message("cases.print_failed", {"number": number, "reason": why}))
