"""A ticket in a list, with what can be done to it here: print again, cancel, revive."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.message import Message
from app.domain.ticket_table import TicketState
from app.ports.rows import TicketRow
from ui.guide_desk.phrases import counters_text, ticket_errands_text, which_errand_text
from ui.guide_desk.state import GuideDeskState, Print, PrintStage
from ui.theme import Status, Type
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.chip import StatusChip
from ui.widgets.layouts import column, row
from ui.widgets.row_stack import ListRow
from ui.widgets.text import ElidedText, Text
from ui.words import Words


@dataclass(frozen=True, slots=True)
class ListedTicket:
    """A ticket, when it was issued in the hall's time, how its print went, and what went wrong with it here."""

    ticket: TicketRow
    at: datetime
    print: Print | None
    problem: Message | None


def listed(ticket: TicketRow, state: GuideDeskState) -> ListedTicket:
    """A ticket with what the state knows about it."""
    number = ticket.number
    return ListedTicket(
        ticket, state.local(ticket.issued_at), state.prints.get(number), state.problems.get(number)
    )


def icon_button(icon: str) -> ActionButton:
    """A small button of an icon alone; its name follows with the row."""
    return ActionButton(icon=icon, kind=Kind.TEXT, size=Size.INLINE)


class TicketLine(ListRow[ListedTicket]):
    """``reprinted(number)``, ``cancelled(number)``, ``revived(number)``; ``full`` shows person, state and
    counter, else the second line tells situation and further errands.
    """

    reprinted = Signal(str)
    cancelled = Signal(str)
    revived = Signal(str)

    def __init__(self, words: Words, *, full: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(56 if full else 40, parent)
        self._words, self._full, self._number = words, full, ""
        self._title = Text("", Type.EMPHASIS if full else Type.BODY, bold=True)
        self._what = ElidedText()
        self._time = Text("", Type.CAPTION, "text2")
        self._detail = ElidedText("", Type.CAPTION, "text2")
        self._problem = ElidedText("", Type.CAPTION, "danger")
        self._status = StatusChip(Status.WAITING, words)
        self.reprint, self.cancel = icon_button("printer"), icon_button("prohibit")
        self.revive = icon_button("arrow-u-up-left")
        self._build()

    def _build(self) -> None:
        line = row(gap=8).put(self._title, self._what, self._status, self._time)
        line.addLayout(row(gap=0).put(self.revive, self.reprint, self.cancel))
        column(self, margins=(16, 4, 12, 4), gap=2).put(line, self._detail, self._problem)
        self.reprint.clicked.connect(lambda: self.reprinted.emit(self._number))
        self.cancel.clicked.connect(lambda: self.cancelled.emit(self._number))
        self.revive.clicked.connect(lambda: self.revived.emit(self._number))

    def show_row(self, row: ListedTicket) -> None:
        ticket, words = row.ticket, self._words
        self._number = ticket.number
        self._title.setText(ticket.number)
        whole = ticket_errands_text(words, ticket)
        self._what.setText(whole if self._full else ticket.errand.item_name)
        self.setToolTip(whole)
        self._time.setText(words("guide_desk.at", at=row.at.time()))
        self._show_state(ticket)
        self._show_actions(ticket, row.print)
        self._show_problem(row)

    def _show_state(self, ticket: TicketRow) -> None:
        self._status.show_status(Status(ticket.state.value))
        self._status.setVisible(self._full or ticket.state is not TicketState.WAITING)
        self._time.setVisible(self._full or ticket.state is TicketState.WAITING)
        detail = self._person(ticket) if self._full else which_errand_text(self._words, ticket)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))

    def _person(self, ticket: TicketRow) -> str:
        words = self._words
        facts = [
            words(f"priority.{ticket.priority.value}"),
            ticket.name or words("guide_desk.find.nameless"),
            ticket.identity or "",
            ticket.phone or "",
            ticket.line_name,
            counters_text(words, (ticket.counter,)) if ticket.counter is not None else "",
        ]
        return words("guide_desk.fact_gap").join(fact for fact in facts if fact)

    def _show_actions(self, ticket: TicketRow, printed: Print | None) -> None:
        self.cancel.setVisible(ticket.state is TicketState.WAITING)
        self.revive.setVisible(ticket.state is TicketState.NO_SHOW and self._full)
        self.reprint.setEnabled(printed is None or printed.stage is not PrintStage.PRINTING)
        for button, action in ((self.reprint, "reprint"), (self.cancel, "cancel"), (self.revive, "revive")):
            name = self._words(f"guide_desk.ticket.{action}", number=ticket.number)
            button.setAccessibleName(name)
            button.setToolTip(name)

    def _show_problem(self, row: ListedTicket) -> None:
        failed = row.print.problem if row.print and row.print.stage is PrintStage.FAILED else None
        problem = row.problem or failed
        self._problem.setText(self._words(problem) if problem else "")
        self._problem.setVisible(problem is not None)
