"""A ticket (号票): one person's one trip to the hall. Its number never changes.

Its steps are functions beside it: ``ticket_calls`` on the way to a counter, ``ticket_course`` at one.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from app.domain.errand import Errand, replaced
from app.domain.events import Event, Fact, Topic
from app.domain.ids import CounterId, HallId, LineId, StaffId, TicketId
from app.domain.person import NOBODY, Person
from app.domain.policy import Policy, Priority
from app.domain.ticket_table import TICKET_TABLE, TicketAction, TicketState
from app.domain.transitions import next_state

_A = TicketAction

UNPINNED: dict[str, Any] = {"pinned_counter": None, "pinned_clerk": None}
"""It was sent to nobody in particular."""

Change = tuple["Ticket", tuple[Event, ...]]


@dataclass(frozen=True, slots=True)
class Ticket:
    """One trip. ``came`` is when the person came, ``line_at`` the place in line; both are instants.

    ``counter`` and ``clerk`` are where it is (called, serving, held) or was last. ``calls`` counts the
    announcements of the present call, from ``first_called_at`` to ``called_at``; ``misses`` the calls that nobody
    answered.
    """

    id: TicketId
    hall: HallId
    day: date
    number: str
    line: LineId
    came: datetime
    line_at: datetime
    errands: tuple[Errand, ...]
    priority: Priority = Priority.ORDINARY
    person: Person = NOBODY
    state: TicketState = TicketState.WAITING
    since: datetime | None = None
    counter: CounterId | None = None
    clerk: StaffId | None = None
    calls: int = 0
    first_called_at: datetime | None = None
    called_at: datetime | None = None
    out_of_order: str | None = None
    misses: int = 0
    pinned_counter: CounterId | None = None
    pinned_clerk: StaffId | None = None
    skip_counter: CounterId | None = None
    skip_until: datetime | None = None
    note: str | None = None
    reprints: int = 0
    is_test: bool = False
    version: int = 1

    @property
    def errand(self) -> Errand:
        """The errand being done: the first open one, or the last when all are done."""
        return next((e for e in self.errands if e.is_open), self.errands[-1])

    @property
    def last_done(self) -> Errand:
        """The errand that was served last; those after it were never begun: they were left at midnight."""
        return next((e for e in reversed(self.errands) if e.started_at is not None), self.errands[-1])

    @property
    def has_more(self) -> bool:
        """Whether another errand follows the present one."""
        return sum(e.is_open for e in self.errands) > 1

    def pass_to(self, clerk: StaffId) -> "Ticket":
        """The ticket at its counter in the hands of another clerk: a change of clerk in mid-service."""
        return replace(self, clerk=clerk, pinned_clerk=None).in_hand()

    def reprint(self) -> Change:
        """Count a further print of the ticket."""
        again = replace(self, reprints=self.reprints + 1)
        return again, (again.event(_A.REPRINT, count=again.reprints),)

    def to(self, action: TicketAction, now: datetime, **changes: object) -> "Ticket":
        """The ticket after a step of the table; ``changes`` are the fields that differ.

        Raises:
            RuleBroken: the table does not have the step now.
        """
        state = next_state(TICKET_TABLE, self.state, action, "ticket")
        return replace(self, **({"state": state, "since": now} | changes))  # type: ignore[arg-type]

    def in_hand(self) -> "Ticket":
        """The present errand is done where the ticket is, by whom it is with."""
        if self.errand.started_at is None:
            return self
        errand = self.errand
        moved = errand.moved or errand.counter not in (None, self.counter)
        here = replace(errand, counter=self.counter, clerk=self.clerk, moved=moved)
        return replace(self, errands=replaced(self.errands, here))

    def skip(self, policy: Policy, now: datetime) -> dict[str, object]:
        """Its counter passes it over for a while."""
        return {"skip_counter": self.counter, "skip_until": now + policy.release_pause}

    def event(self, action: TicketAction, **facts: Fact) -> Event:
        """What happened to this ticket, with its number, line and counter."""
        where: dict[str, Fact] = {
            "number": self.number,
            "line": str(self.line),
            "counter": str(self.counter) if self.counter else None,
        }
        return Event(Topic.TICKETS, action, self.id, where | facts)


def place_at_issue(came: datetime, priority: Priority, policy: Policy) -> datetime:
    """The place of a new ticket: when the person came, less the head start of the class."""
    return came - policy.head_starts[priority]
