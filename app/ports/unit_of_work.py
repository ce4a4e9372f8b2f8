"""One transaction: what a use case loads and saves with, and the time it happens at."""

from collections.abc import Callable
from datetime import datetime
from types import TracebackType
from typing import Protocol, Self
from uuid import UUID

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


class UnitOfWork(Protocol):
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
    """The screens' reads inside this transaction: they see what it has written."""

    async def __aenter__(self) -> Self: ...

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    async def now(self) -> datetime:
        """The database's clock, aware. Ask after the lock that orders the command, never before."""

    def new_id(self) -> UUID:
        """A fresh UUIDv7."""

    def record(self, actor: Actor | None, *events: Event) -> None:
        """Write down what happened: audit entries and notifications, in this transaction."""

    async def commit(self) -> None:
        """Make everything lasting, and notify.

        Raises:
            ConcurrentChange: a uniqueness rule or a version was violated by somebody faster.
            DatabaseAway: the connection is gone; whether it was written is told by repeating the command.
        """


UnitOfWorkFactory = Callable[[], UnitOfWork]
