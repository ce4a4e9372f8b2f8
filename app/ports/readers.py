"""What screens read: each call is one consistent look, outside of any use case."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol
from uuid import UUID

from app.domain.catalogue import ServiceItem
from app.domain.five_ones import Figure
from app.domain.print_job import PrintJob
from app.ports.ledger_queries import ExceptionFiguresQuery, LedgerQuery
from app.ports.queries import (
    CaseQuery,
    DocumentQuery,
    ExceptionQuery,
    FiveOnesQuery,
    OwedQuery,
    PrintQuery,
    ReminderQuery,
    TicketQuery,
)
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
