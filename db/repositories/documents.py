"""Issued documents and their numbers."""

from collections.abc import Sequence
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Row, bindparam, select

from app.domain.document import Document, DocumentKind, DocumentStatus
from app.domain.ids import CaseId, DepartmentId, DocumentId, StaffId
from app.ports.document_repositories import StoredDocument
from db.dialect import Dialect
from db.repositories.saving import Known, guarded_update, in_hall, must_exist, save_guarded
from db.tables import document_numbers, documents
from db.transaction import Transaction

_STORED = tuple(documents.c[name] for name in ("id", "kind", "subject", "data", "sha256", "pdf", "issued_at"))
_OF = select(*_STORED).where(documents.c.subject == bindparam("subject"))
# The form stays where it is: it can be large, and nobody needs it to know whether the document counts.
_STORY = select(*(c for c in documents.c if c.name not in ("data", "pdf")))
_BY_NUMBER = _STORY.where(documents.c.number == bindparam("number"))
_BY_NUMBER_LOCKED = _BY_NUMBER.with_for_update(key_share=True)
_OF_CASE = (
    _STORY.where(documents.c.case_id == bindparam("case"))
    .order_by(documents.c.issued_at, documents.c.id)
    .with_for_update(key_share=True)
)
_ADD = in_hall(documents)
_SAVE = guarded_update(documents)


@cache
def _next_number(dialect: Dialect) -> Any:
    keys = [document_numbers.c.kind, document_numbers.c.scope, document_numbers.c.year]
    return (
        dialect.insert(document_numbers)
        .values({c.name: bindparam(c.name) for c in keys} | {"last_number": bindparam("first")})
        .on_conflict_do_update(index_elements=keys, set_={"last_number": document_numbers.c.last_number + 1})
        .returning(document_numbers.c.last_number)
    )


class DocumentRepository:
    """Forms as they were issued, and whether those of a case still count."""

    def __init__(self, t: Transaction) -> None:
        self._t = t
        self._known: Known[Document] = Known()

    async def of(self, subject: UUID) -> StoredDocument:
        """The form of a ticket, a notice or a document. Raises ``NotFound`` (document.rule.none)."""
        row = (await self._t.execute(_OF, {"subject": subject})).one_or_none()
        row = must_exist(row, "document.rule.none")
        return StoredDocument(row.id, row.kind, row.subject, row.data, row.sha256, row.pdf, row.issued_at)

    async def add(self, form: StoredDocument) -> None:
        """Keep a form whose record is elsewhere."""
        await self._t.execute(_ADD, {**_form_row(form), "reprints": 0, "version": 1})

    async def issue(self, document: Document, form: StoredDocument) -> None:
        """Keep a document of a case with its form."""
        await self._t.execute(
            _ADD, {**_form_row(form), **_issued(document), **_story(document), "version": document.version}
        )
        self._known.saved(document, document.version)

    async def by_number(self, number: str, *, lock: bool = False) -> Document:
        """The document with a number. Raises ``NotFound`` (document.rule.no_number)."""
        statement = _BY_NUMBER_LOCKED if lock else _BY_NUMBER
        row = (await self._t.execute(statement, {"number": number})).one_or_none()
        return self._known.loaded(_document_from(must_exist(row, "document.rule.no_number", number=number)))

    async def of_case(self, case: CaseId) -> Sequence[Document]:
        """The documents of a case, oldest first, locked."""
        rows = await self._t.execute(_OF_CASE, {"case": case})
        return [self._known.loaded(_document_from(row)) for row in rows]

    async def save(self, document: Document) -> None:
        """Save whether it counts, and its reprints. Raises ``ConcurrentChange``."""
        await save_guarded(self._t, _SAVE, _story, document, self._known)


def _form_row(form: StoredDocument) -> dict[str, Any]:
    return {
        "id": form.id,
        "kind": form.kind,
        "subject": form.subject,
        "data": form.data,
        "sha256": form.sha256,
        "pdf": form.pdf,
        "issued_at": form.issued_at,
    }


def _issued(document: Document) -> dict[str, Any]:
    return {
        "number": document.number,
        "case_id": document.case,
        "department_id": document.department,
        "issued_by_id": document.issued_by,
    }


def _story(document: Document) -> dict[str, Any]:
    return {
        "status": document.status.value,
        "superseded_by_id": document.superseded_by,
        "void_reason": document.void_reason,
        "reprints": document.reprints,
    }


def _document_from(row: Row[Any]) -> Document:
    return Document(
        id=DocumentId(row.id),
        number=row.number,
        kind=DocumentKind(row.kind),
        case=CaseId(row.case_id),
        department=DepartmentId(row.department_id),
        issued_at=row.issued_at,
        issued_by=StaffId(row.issued_by_id),
        status=DocumentStatus(row.status),
        superseded_by=DocumentId(row.superseded_by_id) if row.superseded_by_id else None,
        void_reason=row.void_reason,
        reprints=row.reprints,
        version=row.version,
    )


class DocumentNumberRepository:
    """Numbers without gaps."""

    def __init__(self, t: Transaction) -> None:
        self._t = t

    async def next(self, kind: str, scope: DepartmentId | str, year: int) -> int:
        """The next number; its row stays locked until the commit, and a rollback gives it back."""
        params = {"kind": kind, "scope": str(scope), "year": year, "first": 1}
        return int((await self._t.execute(_next_number(self._t.dialect), params)).scalar_one())
