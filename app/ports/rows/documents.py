"""Documents of cases, as they were issued and as they stand."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.document import DocumentKind, DocumentStatus


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """An issued document. ``superseded_by`` is the number of the one in its place; ``sha256`` that of its data.

    ``void_reason`` is empty where it went with a step that was taken back.
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
