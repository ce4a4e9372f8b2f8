"""What screens read: each call is one consistent look, outside of any use case."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from app.domain.calendar import WorkingDays
from app.domain.case_parts import WatchKind
from app.domain.case_table import CaseState
from app.domain.catalogue import ServiceItem
from app.domain.document import DocumentKind, DocumentStatus
from app.domain.exception_table import ExceptionState
from app.domain.five_ones import Figure, Grouping, Span
from app.domain.print_job import PrintJob, PrintState
from app.domain.ticket_table import TicketState
from app.ports.ledger_queries import ExceptionFiguresQuery, LedgerQuery
from app.ports.rating_queries import CountsQuery, FollowUpQuery, RatingQuery
from app.ports.rows import (
    Board,
    CasePage,
    CaseRow,
    CheckPage,
    CountedRow,
    CounterDesk,
    CounterRow,
    DepartmentRow,
    DocumentRow,
    ExceptionFiguresRow,
    ExceptionPage,
    ExceptionRow,
    FiguresRow,
    FollowUpPage,
    FollowUpRow,
    GroupPage,
    GroupRow,
    GuideDesk,
    HallRow,
    ItemRow,
    LedgerRow,
    LineRow,
    NoticeRow,
    OwedRow,
    RatingCounts,
    RatingRow,
    ReminderRow,
    SearchedCase,
    StaffRow,
    TicketRow,
    ToRate,
)


@dataclass(frozen=True, slots=True)
class TicketQuery:
    """Which tickets to list: of a day (None: today), by state, by start of number, by look-up of name or identity."""

    day: date | None = None
    state: TicketState | None = None
    number: str | None = None
    lookups: tuple[bytes, ...] = ()
    limit: int = 200


@dataclass(frozen=True, slots=True)
class ExceptionQuery:
    """Which exception cases to list; ``open_only`` leaves out what is closed, ``group`` what is not of that group."""

    open_only: bool = True
    state: ExceptionState | None = None
    handler: str | None = None
    text: str | None = None
    group: str | None = None
    limit: int = 200


@dataclass(frozen=True, slots=True)
class CaseQuery:
    """Which cases to list. ``due_by``: whose next limit is no later; ``keys``: keyed look-ups of what was typed.

    ``handled_by`` is a staff number: cases in whose story that person took a step. ``notice``, ``document`` and
    ``ticket`` (its day and number) are papers that were scanned: the cases of them.
    """

    open_only: bool = True
    state: CaseState | None = None
    watch: WatchKind | None = None
    department: str | None = None
    handled_by: str | None = None
    due_by: date | None = None
    text: str | None = None
    keys: tuple[bytes, ...] = ()
    notice: UUID | None = None
    document: UUID | None = None
    ticket: tuple[date, str] | None = None
    limit: int = 200


@dataclass(frozen=True, slots=True)
class OwedQuery:
    """Which open cases to count, on which day; ``last_soon`` is the last day that counts as near."""

    day: date
    last_soon: date
    department: str | None = None


@dataclass(frozen=True, slots=True)
class FiveOnesQuery:
    """Which figures: of a span of business days, by the hall's working days, parted by something.

    What stands behind them is listed of one ``part`` (a key of the grouping), or of all; ``missed_only`` lists what
    is not in the numerator, ``limit`` no more than so many.
    """

    span: Span
    calendar: WorkingDays
    by: Grouping = Grouping.HALL
    part: str | None = None
    missed_only: bool = False
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class DocumentQuery:
    """Which documents of cases to list: of one case (its number), of a kind, by whether they count."""

    case: str | None = None
    kind: DocumentKind | None = None
    status: DocumentStatus | None = None
    limit: int = 200


@dataclass(frozen=True, slots=True)
class ReminderQuery:
    """Which reminders to list: what is still owed or all, of one department (its code) or of all, by a text in them."""

    open_only: bool = True
    department: str | None = None
    text: str | None = None
    limit: int = 200


@dataclass(frozen=True, slots=True)
class PrintQuery:
    """Which print jobs to list: of one station's queue, in some of the states (none named: in any)."""

    queue: str | None = None
    states: frozenset[PrintState] = frozenset()
    limit: int = 200


class Readers(Protocol):
    """All reads raise ``NotFound`` for what is not there and ``DatabaseAway`` when out of touch."""

    async def hall(self) -> HallRow: ...

    async def departments(self) -> Sequence[DepartmentRow]: ...

    async def staff(self) -> Sequence[StaffRow]: ...

    async def lines(self) -> Sequence[LineRow]: ...

    async def counters(self) -> Sequence[CounterRow]: ...

    async def counter(self, number: int) -> CounterRow: ...

    async def items(self) -> Sequence[ItemRow]:
        """All items in force today."""

    async def item(self, code: str) -> ServiceItem:
        """The version in force today."""

    async def ticket(self, number: str, day: date | None = None) -> TicketRow: ...

    async def tickets(self, query: TicketQuery) -> Sequence[TicketRow]:
        """Newest first."""

    async def guide_desk(self) -> GuideDesk: ...

    async def counter_desk(self, counter: int) -> CounterDesk: ...

    async def board(self) -> Board: ...

    async def notice(self, number: str) -> NoticeRow: ...

    async def scanned_notice(self, id_: UUID) -> NoticeRow:
        """The slip of this id, which its QR code carries."""

    async def cases(self, query: CaseQuery) -> Sequence[CaseRow]:
        """By their next limit, the most urgent first."""

    async def owed(self, query: OwedQuery) -> Sequence[OwedRow]:
        """What open cases wait for, counted by how near it is; nothing that there is none of."""

    async def case(self, number: str) -> CasePage: ...

    async def documents(self, query: DocumentQuery) -> Sequence[DocumentRow]:
        """Newest first."""

    async def document(self, number: str) -> DocumentRow: ...

    async def scanned_document(self, id_: UUID) -> DocumentRow:
        """The document of this id, which its QR code carries."""

    async def reminders(self, query: ReminderQuery) -> Sequence[ReminderRow]:
        """What is owed first, by its day; then what is done with, the latest first."""

    async def reminder(self, number: str) -> ReminderRow: ...

    async def scanned_reminder(self, id_: UUID) -> ReminderRow:
        """The reminder of this id, which its QR code carries."""

    async def print_jobs(self, query: PrintQuery) -> Sequence[PrintJob]:
        """Newest first."""

    async def exceptions(self, query: ExceptionQuery) -> Sequence[ExceptionRow]:
        """By due day, the most urgent first."""

    async def exception(self, number: str) -> ExceptionPage: ...

    async def searched_cases(self, limit: int) -> Sequence[SearchedCase]:
        """What similar exceptions are looked for in: the latest cases, open and closed, newest first."""

    async def exception_groups(self, *, open_only: bool = True) -> Sequence[GroupRow]:
        """Groups of one cause, those with a rectification by its due day first."""

    async def exception_group(self, number: str) -> GroupPage: ...

    async def department_checks(self, *, open_only: bool = True) -> Sequence[CheckPage]:
        """Checks over departments, by due day; those that somebody has yet to answer, or all."""

    async def department_check(self, number: str) -> CheckPage: ...

    async def exception_ledger(self, query: LedgerQuery) -> Sequence[LedgerRow]:
        """Exception cases with every step, by day of registration and number."""

    async def exception_figures(self, query: ExceptionFiguresQuery) -> Sequence[ExceptionFiguresRow]:
        """What is counted of exception cases, parted, by key."""

    async def five_ones(self, query: FiveOnesQuery) -> Sequence[FiguresRow]:
        """The five ones, parted, by key."""

    async def behind_figure(self, figure: Figure, query: FiveOnesQuery) -> Sequence[CountedRow]:
        """The tickets or cases that a figure counted, by day and number."""

    async def ratings(self, query: RatingQuery) -> Sequence[RatingRow]:
        """Newest first."""

    async def rating_counts(self, query: CountsQuery) -> Sequence[RatingCounts]:
        """Ratings by level, parted, by key."""

    async def to_rate(self, counter: int) -> ToRate | None:
        """What was finished at a counter just now and has no rating, while nobody else is called there."""

    async def follow_ups(self, query: FollowUpQuery) -> Sequence[FollowUpRow]:
        """By their next limit, the most urgent first."""

    async def follow_up(self, number: str) -> FollowUpPage: ...
