"""What screens read, as frozen rows."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import date
from typing import Self
from uuid import UUID

from app.domain.catalogue import ServiceItem
from app.domain.five_ones import Figure
from app.domain.print_job import PrintJob
from app.ports.ledger_queries import ExceptionFiguresQuery, LedgerQuery
from app.ports.rating_queries import CountsQuery, FollowUpQuery, RatingQuery
from app.ports.readers import (
    CaseQuery,
    DocumentQuery,
    ExceptionQuery,
    FiveOnesQuery,
    OwedQuery,
    PrintQuery,
    ReminderQuery,
    TicketQuery,
)
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
from db.connections import Connections
from db.reads import cases as case_reads
from db.reads import counters as counter_reads
from db.reads import documents as document_reads
from db.reads import exceptions as exception_reads
from db.reads import five_ones as figure_reads
from db.reads import follow_ups as follow_up_reads
from db.reads import ratings as rating_reads
from db.reads import reminders as reminder_reads
from db.reads import tickets as ticket_reads
from db.reads import worklist as worklist_reads
from db.reads.board import board
from db.reads.catalogue import item_rows
from db.reads.counter_desk import counter_desk
from db.reads.department_checks import check_page, find_checks
from db.reads.exception_figures import exception_figures
from db.reads.exception_groups import find_groups, group_page
from db.reads.exception_ledger import exception_ledger
from db.reads.guide_desk import guide_desk
from db.reads.lines import line_rows, waits
from db.reads.notices import notice_of_id, one_notice
from db.reads.people import department_rows, staff_rows
from db.reads.print_jobs import find_print_jobs
from db.reads.similar import searched_cases
from db.reads.today import hall_row, today
from db.repositories.catalogue import CatalogueRepository
from db.transaction import Transaction

_Look = Callable[[], AbstractAsyncContextManager[Transaction]]


class SqlReaders:
    """``app.ports.readers.Readers``: each call is one consistent look."""

    def __init__(self, look: _Look) -> None:
        self._look = look

    @classmethod
    def outside(cls, connections: Connections) -> Self:
        """Reads in transactions of their own."""
        return cls(connections.look)

    @classmethod
    def inside(cls, t: Transaction) -> Self:
        """Reads inside a use case: they see what it has written."""

        @asynccontextmanager
        async def same() -> AsyncIterator[Transaction]:
            yield t

        return cls(same)

    async def hall(self) -> HallRow:
        """The hall now."""
        async with self._look() as t:
            return await hall_row(t)

    async def departments(self) -> Sequence[DepartmentRow]:
        """All departments, by code."""
        async with self._look() as t:
            return await department_rows(t)

    async def staff(self) -> Sequence[StaffRow]:
        """Everybody, by number."""
        async with self._look() as t:
            return await staff_rows(t)

    async def lines(self) -> Sequence[LineRow]:
        """All lines now, by prefix."""
        async with self._look() as t:
            return await line_rows(t, await waits(t, await today(t)))

    async def counters(self) -> Sequence[CounterRow]:
        """All counters now, by number."""
        async with self._look() as t:
            return await counter_reads.counter_rows(t)

    async def counter(self, number: int) -> CounterRow:
        """One counter now."""
        async with self._look() as t:
            return await counter_reads.counter_row(t, number)

    async def items(self) -> Sequence[ItemRow]:
        """All items in force today and not cancelled, by code."""
        async with self._look() as t:
            return await item_rows(t, (await today(t)).day)

    async def item(self, code: str) -> ServiceItem:
        """The version of an item in force today."""
        async with self._look() as t:
            return await CatalogueRepository(t).in_force(code, (await today(t)).day)

    async def ticket(self, number: str, day: date | None = None) -> TicketRow:
        """A ticket of a day (None: today)."""
        async with self._look() as t:
            return await ticket_reads.one_ticket(t, number, day)

    async def tickets(self, query: TicketQuery) -> Sequence[TicketRow]:
        """Tickets, newest first."""
        async with self._look() as t:
            return await ticket_reads.find_tickets(t, query)

    async def guide_desk(self) -> GuideDesk:
        """What stands beside the guide desk's search."""
        async with self._look() as t:
            return await guide_desk(t)

    async def counter_desk(self, counter: int) -> CounterDesk:
        """A counter's screen."""
        async with self._look() as t:
            return await counter_desk(t, counter)

    async def board(self) -> Board:
        """The hall's board."""
        async with self._look() as t:
            return await board(t)

    async def notice(self, number: str) -> NoticeRow:
        """A slip."""
        async with self._look() as t:
            return await one_notice(t, number)

    async def scanned_notice(self, id_: UUID) -> NoticeRow:
        """The slip of this id."""
        async with self._look() as t:
            return await notice_of_id(t, id_)

    async def cases(self, query: CaseQuery) -> Sequence[CaseRow]:
        """Cases by their next limit."""
        async with self._look() as t:
            return await case_reads.find_cases(t, query)

    async def owed(self, query: OwedQuery) -> Sequence[OwedRow]:
        """What open cases wait for, counted."""
        async with self._look() as t:
            return await worklist_reads.owed(t, query)

    async def case(self, number: str) -> CasePage:
        """A case with its story."""
        async with self._look() as t:
            return await case_reads.case_page(t, number)

    async def documents(self, query: DocumentQuery) -> Sequence[DocumentRow]:
        """Documents of cases, newest first."""
        async with self._look() as t:
            return await document_reads.find_documents(t, query)

    async def document(self, number: str) -> DocumentRow:
        """A document of a case."""
        async with self._look() as t:
            return await document_reads.one_document(t, number)

    async def scanned_document(self, id_: UUID) -> DocumentRow:
        """The document of this id."""
        async with self._look() as t:
            return await document_reads.document_of_id(t, id_)

    async def reminders(self, query: ReminderQuery) -> Sequence[ReminderRow]:
        """Reminders to departments, what is owed first."""
        async with self._look() as t:
            return await reminder_reads.find_reminders(t, query)

    async def reminder(self, number: str) -> ReminderRow:
        """A reminder."""
        async with self._look() as t:
            return await reminder_reads.one_reminder(t, number)

    async def scanned_reminder(self, id_: UUID) -> ReminderRow:
        """The reminder of this id."""
        async with self._look() as t:
            return await reminder_reads.reminder_of_id(t, id_)

    async def print_jobs(self, query: PrintQuery) -> Sequence[PrintJob]:
        """Print jobs, newest first."""
        async with self._look() as t:
            return await find_print_jobs(t, query)

    async def exceptions(self, query: ExceptionQuery) -> Sequence[ExceptionRow]:
        """Exception cases, the most urgent first."""
        async with self._look() as t:
            return await exception_reads.find_exceptions(t, query)

    async def exception(self, number: str) -> ExceptionPage:
        """An exception case with its story."""
        async with self._look() as t:
            return await exception_reads.exception_page(t, number)

    async def searched_cases(self, limit: int) -> Sequence[SearchedCase]:
        """What similar exceptions are looked for in, newest first."""
        async with self._look() as t:
            return await searched_cases(t, limit)

    async def exception_groups(self, *, open_only: bool = True) -> Sequence[GroupRow]:
        """Groups of exceptions, by due day."""
        async with self._look() as t:
            return await find_groups(t, open_only=open_only)

    async def exception_group(self, number: str) -> GroupPage:
        """A group of exceptions with its story."""
        async with self._look() as t:
            return await group_page(t, number)

    async def department_checks(self, *, open_only: bool = True) -> Sequence[CheckPage]:
        """Checks over departments, by due day."""
        async with self._look() as t:
            return await find_checks(t, open_only=open_only)

    async def department_check(self, number: str) -> CheckPage:
        """A check over departments with its answers."""
        async with self._look() as t:
            return await check_page(t, number)

    async def exception_ledger(self, query: LedgerQuery) -> Sequence[LedgerRow]:
        """Exception cases with every step."""
        async with self._look() as t:
            return await exception_ledger(t, query)

    async def exception_figures(self, query: ExceptionFiguresQuery) -> Sequence[ExceptionFiguresRow]:
        """What is counted of exception cases, parted."""
        async with self._look() as t:
            return await exception_figures(t, query)

    async def five_ones(self, query: FiveOnesQuery) -> Sequence[FiguresRow]:
        """The five ones, parted."""
        async with self._look() as t:
            return await figure_reads.five_ones(t, query)

    async def behind_figure(self, figure: Figure, query: FiveOnesQuery) -> Sequence[CountedRow]:
        """The list behind a figure."""
        async with self._look() as t:
            return await figure_reads.behind_figure(t, figure, query)

    async def ratings(self, query: RatingQuery) -> Sequence[RatingRow]:
        """Ratings, newest first."""
        async with self._look() as t:
            return await rating_reads.find_ratings(t, query)

    async def rating_counts(self, query: CountsQuery) -> Sequence[RatingCounts]:
        """Ratings by level, parted."""
        async with self._look() as t:
            return await rating_reads.rating_counts(t, query)

    async def to_rate(self, counter: int) -> ToRate | None:
        """What a counter's tablet asks about."""
        async with self._look() as t:
            return await rating_reads.to_rate(t, counter)

    async def follow_ups(self, query: FollowUpQuery) -> Sequence[FollowUpRow]:
        """Follow-ups, the most urgent first."""
        async with self._look() as t:
            return await follow_up_reads.find_follow_ups(t, query)

    async def follow_up(self, number: str) -> FollowUpPage:
        """A follow-up with its story."""
        async with self._look() as t:
            return await follow_up_reads.follow_up_page(t, number)
