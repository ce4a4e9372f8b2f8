"""Paper on its way: what a station is to print, on which of its two printers, and what became of it.

Whether a ticket or a document exists is never decided here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from app.domain.events import Event, Fact, Topic
from app.domain.ids import PrintJobId
from app.domain.message import Message
from app.domain.transitions import next_state


class Printer(StrEnum):
    """The two printers of a station: 号票打印机, A4 打印机."""

    TICKET = "ticket"
    A4 = "a4"


class PaperKind(StrEnum):
    """What there is to print: 号票, 一次性告知单, a document of a case, 例外事项登记表, 政务服务催办单."""

    TICKET = "ticket"
    NOTICE = "notice"
    DOCUMENT = "document"
    EXCEPTION = "exception"
    REMINDER = "reminder"


PRINTER_OF: Mapping[PaperKind, Printer] = {
    PaperKind.TICKET: Printer.TICKET,
    PaperKind.NOTICE: Printer.A4,
    PaperKind.DOCUMENT: Printer.A4,
    PaperKind.EXCEPTION: Printer.A4,
    PaperKind.REMINDER: Printer.A4,
}
"""Tickets come from the roll, everything else on A4."""


class PrintState(StrEnum):
    """待打印, 打印中, 已打印, 未打出, 已取消."""

    PENDING = "pending"
    PRINTING = "printing"
    PRINTED = "printed"
    FAILED = "failed"
    CANCELLED = "cancelled"


class PrintAction(StrEnum):
    """What can happen to a print job."""

    QUEUE = "queue_print"
    START = "start_print"
    COME_OUT = "come_out"
    FAIL = "fail_print"
    RETRY = "retry_print"
    CANCEL = "cancel_print"


_S, _A = PrintState, PrintAction

PRINT_TABLE: Mapping[tuple[PrintState, PrintAction], PrintState] = {
    (_S.PENDING, _A.START): _S.PRINTING,
    (_S.PRINTING, _A.COME_OUT): _S.PRINTED,
    (_S.PRINTING, _A.FAIL): _S.FAILED,
    (_S.PENDING, _A.FAIL): _S.FAILED,
    # It was given up, and came out after all.
    (_S.FAILED, _A.COME_OUT): _S.PRINTED,
    (_S.FAILED, _A.RETRY): _S.PENDING,
    (_S.PENDING, _A.CANCEL): _S.CANCELLED,
    (_S.FAILED, _A.CANCEL): _S.CANCELLED,
}

OPEN_PRINTS = frozenset({_S.PENDING, _S.PRINTING, _S.FAILED})
"""What somebody still has to do something about, or wait for."""

INTERRUPTED = Message("print.interrupted")
"""The station ended while it was printing: whether the paper came out, a person has to see."""
LEFT_OVER = Message("print.left_over")
"""It waited when the station ended, on an earlier day: paper that nobody expects is not printed unasked."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper: what it is, its record (a ticket, notice, document …), and its number. ``copy`` counts the reprints.

    Copy 0 is the first print; the others carry the mark of a reprint.
    """

    kind: PaperKind
    subject: UUID
    number: str
    copy: int = 0


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One paper for the printers of one station (``queue``). ``problem`` says why it did not come out."""

    id: PrintJobId
    queue: str
    paper: Paper
    day: date
    queued_at: datetime
    changed_at: datetime
    state: PrintState = PrintState.PENDING
    attempts: int = 0
    problem: Message | None = None
    version: int = 1

    @property
    def printer(self) -> Printer:
        """Where it comes out."""
        return PRINTER_OF[self.paper.kind]

    @property
    def is_open(self) -> bool:
        """Whether it has neither come out nor been given up."""
        return self.state in OPEN_PRINTS

    def queued(self) -> Event:
        """It was put into the queue."""
        return self._event(PrintAction.QUEUE)

    def start(self, now: datetime) -> "Change":
        """The printer is given the paper."""
        return replace(self, attempts=self.attempts + 1)._step(PrintAction.START, now)

    def come_out(self, now: datetime) -> "Change":
        """The paper is there, as far as the printer tells."""
        return self._step(PrintAction.COME_OUT, now)

    def fail(self, why: Message, now: datetime) -> "Change":
        """It did not come out."""
        return self._step(PrintAction.FAIL, now, why)

    def retry(self, now: datetime) -> "Change":
        """Print it after all: the same paper, so it is no reprint."""
        return self._step(PrintAction.RETRY, now)

    def cancel(self, now: datetime) -> "Change":
        """Nobody wants it any more."""
        return self._step(PrintAction.CANCEL, now, self.problem)

    def settle(self, day: date, now: datetime) -> "Change | None":
        """What a station's start makes of it; None leaves it in the queue.

        A number ticket is worthless the next day. What was being printed may lie in the tray.
        """
        is_past = self.day < day
        if is_past and self.paper.kind is PaperKind.TICKET and self.state is not PrintState.PRINTING:
            return self.cancel(now)
        if self.state is PrintState.PRINTING:
            return self.fail(INTERRUPTED, now)
        if is_past and self.state is PrintState.PENDING:
            return self.fail(LEFT_OVER, now)
        return None

    def _step(self, action: PrintAction, now: datetime, problem: Message | None = None) -> "Change":
        state = next_state(PRINT_TABLE, self.state, action, "print")
        moved = replace(self, state=state, changed_at=now, problem=problem)
        return moved, moved._event(action)

    def _event(self, action: PrintAction) -> Event:
        facts: dict[str, Fact] = {"number": self.paper.number, "copy": self.paper.copy, "queue": self.queue}
        return Event(Topic.PRINTING, action, self.id, facts)


Change = tuple[PrintJob, Event]
