"""Where documents, their frozen data, their numbers and an office's own texts are kept; see ``repositories``."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from app.domain.document import Document
from app.domain.ids import CaseId, DepartmentId, ExceptionCaseId, PrintJobId
from app.domain.office_text import FormKind, OfficeText, TextPart
from app.domain.print_job import PrintJob
from app.domain.reminder import Reminder


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A form as it was issued: canonical data (JSON), its SHA-256, and the original bytes where they are kept."""

    id: UUID
    kind: str
    subject: UUID
    data: str
    sha256: str
    pdf: bytes | None
    issued_at: datetime


class Documents(Protocol):
    """Issued forms, never changed, and the story of those that belong to a case."""

    async def of(self, subject: UUID) -> StoredDocument:
        """The form of a ticket, a notice, or a document of a case (by its own id)."""

    async def add(self, form: StoredDocument) -> None:
        """Keep a form whose record is elsewhere: a ticket, a notice."""

    async def issue(self, document: Document, form: StoredDocument) -> None:
        """Keep a document of a case with its form."""

    async def by_number(self, number: str, *, lock: bool = False) -> Document: ...

    async def of_case(self, case: CaseId) -> Sequence[Document]:
        """The documents of a case, oldest first."""

    async def save(self, document: Document) -> None:
        """Save whether it counts, and its reprints."""


class Reminders(Protocol):
    """What the supervision office asked departments to put right."""

    async def by_number(self, number: str, *, lock: bool = False) -> Reminder: ...

    async def open_about(self, subject: CaseId | ExceptionCaseId) -> Sequence[Reminder]:
        """The reminders about a case or an exception that nobody has answered or made void."""

    async def add(self, reminder: Reminder) -> None: ...

    async def save(self, reminder: Reminder) -> None: ...


class OfficeTexts(Protocol):
    """What offices say in their own words on documents."""

    async def all(self) -> Sequence[OfficeText]: ...

    async def put(self, text: OfficeText) -> None:
        """Add words, or replace those for the same part and kind."""

    async def remove(self, department: DepartmentId, part: TextPart, kind: FormKind | None) -> bool:
        """Forget words; false when there were none."""


class PrintJobs(Protocol):
    """Paper on its way; whatever is loaded stays locked until the transaction ends."""

    async def get(self, id_: PrintJobId) -> PrintJob: ...

    async def of_paper(self, subject: UUID) -> Sequence[PrintJob]:
        """All jobs of a ticket, notice or document, oldest first."""

    async def open_in(self, queue: str) -> Sequence[PrintJob]:
        """What a station still has to print or decide about, oldest first."""

    async def add(self, job: PrintJob) -> None:
        """Add a job. Raises ``ConcurrentChange`` when this copy of the paper has one."""

    async def save(self, job: PrintJob) -> None: ...


class DocumentNumbers(Protocol):
    """Numbers without gaps."""

    async def next(self, kind: str, scope: DepartmentId | str, year: int) -> int:
        """The next number, under a lock until the commit; a rollback gives it back."""
