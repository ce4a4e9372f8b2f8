"""Tickets as everybody sees them."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.errand import Outcome
from app.domain.policy import Priority
from app.domain.ticket_table import TicketState


@dataclass(frozen=True, slots=True)
class ErrandRow:
    """One errand of a ticket; ``line`` is the prefix, ``not_applicable`` what the guide desk found not needed."""

    item: str
    item_name: str
    situation: str | None
    line: str
    outcome: Outcome | None
    brought: frozenset[int] | None = None
    started_at: datetime | None = None
    finished_at: datetime | None = None
    not_applicable: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class TicketRow:
    """A ticket as everybody sees it. ``line`` is the prefix, ``counter`` the counter's number.

    ``ahead`` and ``wait_minutes`` are given for waiting tickets only; a wait of None means nobody serves the line now.
    """

    id: UUID
    number: str
    day: date
    line: str
    line_name: str
    state: TicketState
    counter: int | None
    errands: tuple[ErrandRow, ...]
    issued_at: datetime
    line_at: datetime
    since: datetime | None
    calls: int
    called_at: datetime | None
    misses: int
    priority: Priority
    name: str | None
    identity: str | None
    phone: str | None
    note: str | None
    reprints: int
    pinned_counter: int | None = None
    pinned_clerk: str | None = None
    ahead: int | None = None
    wait_minutes: tuple[int, int] | None = None
    is_test: bool = False

    @property
    def errand(self) -> ErrandRow:
        """The errand being done: the first open one, or the last."""
        return next((e for e in self.errands if e.outcome is None), self.errands[-1])
