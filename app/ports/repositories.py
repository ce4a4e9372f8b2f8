"""Where aggregates are loaded from and saved to. A repository never commits.

``get``-like methods raise ``NotFound``; ``save`` raises ``ConcurrentChange`` when the version has moved on;
``lock=True`` holds the row until the transaction ends.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol, TypeVar
from uuid import UUID

from app.domain.calendar import YearArrangement
from app.domain.case import Case
from app.domain.catalogue import ServiceItem
from app.domain.counter import Counter
from app.domain.hall import Department, Hall
from app.domain.ids import (
    CaseId,
    CommandId,
    CounterId,
    ItemVersionId,
    LineId,
    StaffId,
    TicketId,
)
from app.domain.line import Issue, Line
from app.domain.notice import Notice
from app.domain.sent_online import SentOnline
from app.domain.staff import StaffMember
from app.domain.ticket import Ticket

R = TypeVar("R")


class HallSetUp(Protocol):
    """The hall and its departments."""

    async def get(self) -> Hall:
        """The hall of this database. Raises ``NotFound`` (hall.rule.none) when none is set up."""

    async def find(self) -> Hall | None:
        """The hall of this database, or None."""

    async def save(self, hall: Hall) -> None:
        """Add or replace the hall."""

    async def departments(self) -> Sequence[Department]:
        """All departments, by code."""

    async def save_department(self, department: Department) -> None:
        """Add or replace a department by its id."""


class Calendar(Protocol):
    """Years whose arrangement of working days the office entered itself."""

    async def entered(self) -> Sequence[YearArrangement]: ...

    async def enter(self, arrangement: YearArrangement) -> None:
        """Add a year, or replace it."""

    async def remove(self, year: int) -> bool:
        """Forget a year; false when it was not entered."""


class Staff(Protocol):
    """Members of staff."""

    async def by_number(self, number: str, *, lock: bool = False) -> StaffMember: ...

    async def find(self, number: str) -> StaffMember | None: ...

    async def get(self, id_: StaffId) -> StaffMember: ...

    async def all(self) -> Sequence[StaffMember]: ...

    async def add(self, member: StaffMember) -> None: ...

    async def save(self, member: StaffMember) -> None: ...


class Catalogue(Protocol):
    """Items in versions."""

    async def in_force(self, code: str, day: date) -> ServiceItem:
        """The version of an item in force on a day."""

    async def version(self, id_: ItemVersionId) -> ServiceItem: ...

    async def latest(self) -> Sequence[ServiceItem]:
        """The newest version of every item."""

    async def add_version(self, item: ServiceItem) -> None:
        """Add a version; the one before it ends when this one takes effect."""


class Lines(Protocol):
    """Lines and their numbers."""

    async def by_prefix(self, prefix: str) -> Line: ...

    async def get(self, id_: LineId) -> Line: ...

    async def for_item(self, code: str) -> Line:
        """The line where an item is served. Raises ``NotFound`` (line.rule.none_for_item)."""

    async def all(self) -> Sequence[Line]: ...

    async def save(self, line: Line) -> None:
        """Add or replace a line and its items."""

    async def allocate(self, line: LineId, day: date) -> Issue:
        """The next number of the day, under a lock on the line's number row that lasts until the commit.

        ``Issue.at`` is ``greatest(last + 1 µs, clock)`` taken after the lock: numbers and times agree.
        """

    async def lock(self, line: LineId, day: date) -> None:
        """That same lock without a number: whoever adds a live ticket to the line by another way takes it."""

    async def latest_call(self, line: LineId, day: date, *, besides: TicketId) -> datetime | None:
        """The place (``line_at``) of the latest regular call of never-missed tickets in the line, but for one ticket.

        That one is called itself, and each recall would make it the latest.
        """


class Counters(Protocol):
    """Counters."""

    async def by_number(self, number: int, *, lock: bool = False) -> Counter: ...

    async def get(self, id_: CounterId) -> Counter: ...

    async def find_by_clerk(self, clerk: StaffId) -> Counter | None:
        """The counter where the clerk sits (open or paused), or None."""

    async def all(self) -> Sequence[Counter]: ...

    async def add(self, counter: Counter) -> None: ...

    async def save(self, counter: Counter) -> None:
        """Save state, or set-up (name, direction, lines)."""


class Tickets(Protocol):
    """Tickets with their errands."""

    async def by_number(self, number: str, day: date, *, lock: bool = False) -> Ticket: ...

    async def get(self, id_: TicketId) -> Ticket: ...

    async def live_at(self, counter: CounterId) -> Ticket | None:
        """The called or serving ticket of a counter."""

    async def held_at(self, counter: CounterId) -> Sequence[Ticket]:
        """The tickets that a counter holds, of whatever day; the oldest first."""

    async def last_finished(self, counter: CounterId, clerk: StaffId, since: datetime) -> Ticket | None:
        """The ticket that a clerk finished last at a counter, since then and of whatever day."""

    async def pinned_to(
        self, day: date, *, counter: CounterId | None = None, clerk: StaffId | None = None
    ) -> Sequence[Ticket]:
        """The waiting tickets of the day that were sent to a counter or a person."""

    async def claim_next(self, counter: Counter, day: date, now: datetime) -> Ticket | None:
        """The next callable ticket in the order of ``domain.line.next_for``, locked; skips rows that others hold."""

    async def live_of_person(self, lookup: bytes, line: LineId, day: date) -> int:
        """How many open tickets of that line the person with this identity look-up holds today; tests never count."""

    async def tests(self, line: LineId, day: date) -> int:
        """How many test tickets were issued in a line that day; they stay there, for nobody calls them."""

    async def sent_online(self, sent: SentOnline) -> None:
        """Keep that somebody was sent online instead of getting a ticket."""

    async def remove_sent_online(self, id_: UUID) -> SentOnline:
        """Keep it no longer: what it was. Raises ``NotFound`` (ticket.rule.not_sent)."""

    async def add(self, ticket: Ticket) -> None: ...

    async def save(self, ticket: Ticket) -> None: ...


class Cases(Protocol):
    """Cases with their story."""

    async def get(self, id_: CaseId, *, lock: bool = False) -> Case: ...

    async def by_number(self, number: str, *, lock: bool = False) -> Case: ...

    async def lapsed(self, day: date, limit: int) -> Sequence[CaseId]:
        """Cases that the calendar moves by itself: licences that nobody told in time, pledges that were not kept."""

    async def provisional(self) -> Sequence[CaseId]:
        """Open cases with a date that reaches into a year not published when it was computed."""

    async def open_that_came_by(self, day: date) -> Sequence[CaseId]:
        """Open cases that came on a day or before."""

    async def add(self, case: Case) -> None: ...

    async def save(self, case: Case) -> None: ...

    async def find_by(self, case: CaseId, keys: frozenset[bytes]) -> None:
        """Let the case be found by these keyed look-ups, and by no others."""


class Notices(Protocol):
    """One-time notices."""

    async def by_number(self, number: str, *, lock: bool = False) -> Notice: ...

    async def of_ticket(self, ticket: TicketId, item_code: str) -> Sequence[Notice]:
        """The notices issued on this trip for the item."""

    async def of_case(self, case: CaseId) -> Sequence[Notice]:
        """The notices of a case, oldest first."""

    async def consultations(
        self, item_code: str, before: datetime, identity: bytes | None, ticket: TicketId | None
    ) -> Sequence[Notice]:
        """The consultation slips for an item before an instant, to the person of an identity or on a trip."""

    async def add(self, notice: Notice) -> None: ...

    async def save(self, notice: Notice) -> None: ...


class Commands(Protocol):
    """Results of commands, so that a repetition returns the same."""

    async def find(self, id_: CommandId, by: StaffId, use_case: str, result: type[R]) -> R | None:
        """The kept result of a command, or None when it was never carried out.

        Raises:
            NotPermitted: somebody else gave it (command.rule.others).
            RuleBroken: the id was given to another use case (command.rule.id_used).
        """

    async def keep(self, id_: CommandId, by: StaffId, use_case: str, result: object) -> None:
        """Keep the result of a use case, which ``by`` asked for, in this transaction."""
