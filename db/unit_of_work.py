"""One transaction for one use case."""

from contextlib import AsyncExitStack
from datetime import datetime
from types import TracebackType
from typing import Self
from uuid import UUID

from uuid_utils.compat import uuid7

from app.domain.events import Event
from app.domain.staff import Actor
from app.ports.document_repositories import DocumentNumbers, Documents, OfficeTexts, PrintJobs, Reminders
from app.ports.exception_repositories import Attachments, DepartmentChecks, ExceptionGroups, Exceptions
from app.ports.rating_repositories import FollowUps, Ratings
from app.ports.readers import Readers
from app.ports.repositories import (
    Calendar,
    Cases,
    Catalogue,
    Commands,
    Counters,
    HallSetUp,
    Lines,
    Notices,
    Staff,
    Tickets,
)
from db.connections import Connections
from db.reads import SqlReaders
from db.record import Record
from db.repositories.attachments import AttachmentRepository
from db.repositories.calendar import CalendarRepository
from db.repositories.cases import CaseRepository
from db.repositories.catalogue import CatalogueRepository
from db.repositories.commands import CommandRepository
from db.repositories.counters import CounterRepository
from db.repositories.department_checks import DepartmentCheckRepository
from db.repositories.documents import DocumentNumberRepository, DocumentRepository
from db.repositories.exception_groups import ExceptionGroupRepository
from db.repositories.exceptions import ExceptionRepository
from db.repositories.follow_ups import FollowUpRepository
from db.repositories.hall import HallRepository
from db.repositories.lines import LineRepository
from db.repositories.notices import NoticeRepository
from db.repositories.office_texts import OfficeTextRepository
from db.repositories.print_jobs import PrintJobRepository
from db.repositories.ratings import RatingRepository
from db.repositories.reminders import ReminderRepository
from db.repositories.staff import StaffRepository
from db.repositories.tickets import TicketRepository
from db.transaction import Transaction


class SqlUnitOfWork:
    """``async with uow() as u: …; await u.commit()``. Leaving without a commit rolls back."""

    hall: HallSetUp
    calendar: Calendar
    staff: Staff
    catalogue: Catalogue
    lines: Lines
    counters: Counters
    tickets: Tickets
    cases: Cases
    notices: Notices
    exceptions: Exceptions
    attachments: Attachments
    exception_groups: ExceptionGroups
    ratings: Ratings
    follow_ups: FollowUps
    department_checks: DepartmentChecks
    documents: Documents
    reminders: Reminders
    office_texts: OfficeTexts
    numbers: DocumentNumbers
    print_jobs: PrintJobs
    commands: Commands
    reads: Readers

    def __init__(self, connections: Connections, origin: str) -> None:
        self._connections = connections
        self._origin = origin
        self._stack = AsyncExitStack()

    async def __aenter__(self) -> Self:
        self._begin(await self._stack.enter_async_context(self._connections.use_case()))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._stack.__aexit__(kind, error, trace)

    async def now(self) -> datetime:
        """The database's clock as of the latest lock."""
        return await self._t.now()

    def new_id(self) -> UUID:
        """A fresh UUIDv7."""
        return uuid7()

    def record(self, actor: Actor | None, *events: Event) -> None:
        """Write down what happened, at the commit."""
        for event in events:
            self._record.add(actor, event)

    async def commit(self) -> None:
        """Make everything lasting, and notify. Raises ``ConcurrentChange`` or ``DatabaseAway``."""
        await self._record.write(self._t)
        await self._t.commit()

    def _begin(self, t: Transaction) -> None:
        self._t = t
        self._record = Record(self._origin)
        self.hall = HallRepository(t)
        self.calendar = CalendarRepository(t)
        self.staff = StaffRepository(t)
        self.catalogue = CatalogueRepository(t)
        self.lines = LineRepository(t)
        self.counters = CounterRepository(t)
        self.tickets = TicketRepository(t)
        self.cases = CaseRepository(t)
        self.notices = NoticeRepository(t)
        self.exceptions = ExceptionRepository(t)
        self.attachments = AttachmentRepository(t)
        self.exception_groups = ExceptionGroupRepository(t)
        self.ratings = RatingRepository(t)
        self.follow_ups = FollowUpRepository(t)
        self.department_checks = DepartmentCheckRepository(t)
        self.documents = DocumentRepository(t)
        self.reminders = ReminderRepository(t)
        self.office_texts = OfficeTextRepository(t)
        self.numbers = DocumentNumberRepository(t)
        self.print_jobs = PrintJobRepository(t)
        self.commands = CommandRepository(t, self._record)
        self.reads = SqlReaders.inside(t)
