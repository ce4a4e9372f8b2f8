"""The paper of a worklist: printed when it is issued, and again when somebody asks."""

from typing import Generic

from app.domain.errors import YiciError
from app.domain.message import Message
from app.domain.print_job import PaperKind, PrintJob, PrintState
from ui.one_command import Commands
from ui.print_queue import PrintQueue
from ui.worklist.desk import Desk
from ui.worklist.state import S


class Printing(Generic[S]):
    """Printing never decides whether something was issued: what did not come out is printed again."""

    def __init__(self, desk: Desk[S], commands: Commands, prints: PrintQueue) -> None:
        self._desk, self._commands, self._prints = desk, commands, prints
        prints.watch(self._job_changed)

    def print(self, kind: PaperKind, number: str) -> None:
        """Print what has just been issued, while the person goes on."""
        command = self._desk.session.command()

        async def queue() -> None:
            try:
                await self._prints.print(command, kind, number)
            except YiciError as error:
                self._tell_failed(number, error.message)

        self._desk.tasks.run_command(queue(), name=f"print {number}")

    def print_again(self, kind: PaperKind, number: str) -> None:
        """Print a paper once more."""
        self._commands.give(
            ("print", kind, number),
            lambda command: self._prints.print_again(command, kind, number),
            lambda _job: None,
        )

    def _job_changed(self, job: PrintJob) -> None:
        if job.state is PrintState.PRINTED:
            self._desk.view.say(Message("worklist.printed", {"number": job.paper.number}))
        elif job.state is PrintState.FAILED and job.problem is not None:
            self._tell_failed(job.paper.number, job.problem)

    def _tell_failed(self, number: str, why: Message) -> None:
        self._desk.change(problem=Message("worklist.print_failed", {"number": number, "reason": why}))
