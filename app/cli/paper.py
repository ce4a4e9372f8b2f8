"""Paper on the command line: a PDF file. It never decides whether the record exists."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from app.adapters.folder_paper import FilePaper
from app.cli.failures import FILE, Failure
from app.cli.output import Shown
from app.domain.errors import BadInput, Problem, YiciError
from app.services.use_case import Ports


class Numbered(Protocol):
    """A record that people know by its number."""

    @property
    def number(self) -> str:
        """The number."""


N = TypeVar("N", bound=Numbered)


@dataclass(frozen=True, slots=True)
class Paper(Generic[N]):
    """The paper of a record: the file that was asked for, how it is rendered, what to say when it fails.

    ``unwritten`` is a text code with the field ``number``.
    """

    file: Path | None
    render: Callable[[Ports, N], Awaitable[bytes]]
    unwritten: str

    async def put_out(self, ports: Ports, record: N, shown: Shown) -> None:
        """Write the paper, where one was asked for.

        Raises:
            Failure: it did not come out, on a full disk for one. The record exists all the same: the message
                names it, the JSON holds it beside the error, and it can be reprinted.
        """
        if self.file is None:
            return
        try:
            await FilePaper(self.file).deliver(await self.render(ports, record), record.number)
        except YiciError as error:
            problem = Problem(str(self.file), error.message)
            told = BadInput(self.unwritten, (problem,), number=record.number)
            raise Failure(told, FILE, shown.document) from error
