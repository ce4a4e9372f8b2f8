"""Documents of cases, as they were issued and as they stand."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.document import DocumentKind, DocumentStatus
from app.ports.rows.notices import NoticeRow
from app.ports.rows.reminders import ReminderRow


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """An issued document. ``superseded_by`` is the number of the one in its place; ``sha256`` that of its data.

    ``void_reason`` is empty where it went with a step that was taken back, or with the end of its case.
    """

    id: UUID
    number: str
    kind: DocumentKind
    case: str
    item: str
    item_name: str
    department: str
    applicant: str | None
    issued_at: datetime
    issued_by: str
    status: DocumentStatus
    superseded_by: str | None
    void_reason: str
    reprints: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What is on record of a paper. ``recomputed`` is the hash of its data as they are kept now.

    Of ``document``, ``notice`` and ``reminder`` the one that it is, none for the record of an exception case, whose
    number then is ``exception``.
    """

    number: str
    status: DocumentStatus
    superseded_by: str | None
    sha256: str
    recomputed: str
    document: DocumentRow | None = None
    notice: NoticeRow | None = None
    exception: str | None = None
    reminder: ReminderRow | None = None

    @property
    def is_genuine(self) -> bool:
        """Whether the data are those that were issued."""
        return self.sha256 == self.recomputed
