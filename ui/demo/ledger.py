"""What the morning's people saw of it: whose trip a ticket is, and when it was called for the first time."""

from dataclasses import dataclass, field
from datetime import datetime

from app.ports.rows import NoticeRow, TicketRow
from ui.demo.script import Course, VisitEntry


@dataclass(slots=True)
class Trip:
    """A ticket with the trip that it is for.

    ``called_at`` is its first call; ``in_turn`` whether that was its turn and its place had never been moved.
    """

    ticket: TicketRow
    visit: VisitEntry | None
    called_at: datetime | None = None
    in_turn: bool = True

    @property
    def course(self) -> Course:
        """How the trip goes; people whom the script does not know have an ordinary one."""
        return self.visit.course if self.visit else Course.ORDINARY


@dataclass
class Ledger:
    """All trips of the morning by number, and which ticket is at which counter now.

    ``urgent`` are the numbers that are to be called out of turn, by line; ``calls`` counts calls without recalls.
    """

    trips: dict[str, Trip] = field(default_factory=dict)
    live: dict[int, str] = field(default_factory=dict)
    urgent: dict[str, str] = field(default_factory=dict)
    notices: list[NoticeRow] = field(default_factory=list)
    calls: int = 0
    called_twice: list[str] = field(default_factory=list)

    def issued(self, ticket: TicketRow, visit: VisitEntry) -> None:
        """A ticket for a trip of the script."""
        self.trips[ticket.number] = Trip(ticket, visit)
        if visit.course is Course.OUT_OF_ORDER:
            self.urgent[ticket.line] = ticket.number

    def called(self, counter: int, ticket: TicketRow, *, in_turn: bool = True) -> Trip:
        """A counter has called a ticket; the trip that it is for."""
        trip = self.trips.setdefault(ticket.number, Trip(ticket, None))
        if ticket.number in self.live.values():
            self.called_twice.append(ticket.number)
        self.live[counter] = ticket.number
        self.calls += 1
        if trip.called_at is None:
            trip.called_at = ticket.called_at
            trip.in_turn = in_turn
        return trip

    def take_urgent(self, lines: tuple[str, ...]) -> str | None:
        """Somebody in these lines whom a counter should call out of turn."""
        return next((self.urgent.pop(line) for line in lines if line in self.urgent), None)

    def left(self, counter: int) -> None:
        """Nobody is at the counter any more."""
        self.live.pop(counter, None)
