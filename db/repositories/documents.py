"""Issued documents and their numbers."""

from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from app.domain.ids import DepartmentId
from app.ports.repositories import StoredDocument
from db.dialect import Dialect
from db.repositories.saving import in_hall, must_exist
from db.tables import document_numbers, documents
from db.transaction import Transaction

_OF = select(documents).where(
    documents.c.subject == bindparam("subject"), documents.c.kind == bindparam("kind")
)
_ADD = in_hall(documents)


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
    """Forms as they were issued."""

    def __init__(self, t: Transaction) -> None:
        self._t = t

    async def of(self, subject: UUID, kind: str) -> StoredDocument:
        """The form of that kind of a subject. Raises ``NotFound`` (document.rule.none)."""
        row = (await self._t.execute(_OF, {"subject": subject, "kind": kind})).one_or_none()
        row = must_exist(row, "document.rule.none", kind=kind)
        return StoredDocument(row.id, row.kind, row.subject, row.data, row.sha256, row.pdf, row.issued_at)

    async def add(self, document: StoredDocument) -> None:
        """Keep an issued form."""
        row = {
            "id": document.id,
            "kind": document.kind,
            "subject": document.subject,
            "data": document.data,
            "sha256": document.sha256,
            "pdf": document.pdf,
            "issued_at": document.issued_at,
        }
        await self._t.execute(_ADD, row)


class DocumentNumberRepository:
    """Numbers without gaps."""

    def __init__(self, t: Transaction) -> None:
        self._t = t

    async def next(self, kind: str, scope: DepartmentId | str, year: int) -> int:
        """The next number; its row stays locked until the commit, and a rollback gives it back."""
        params = {"kind": kind, "scope": str(scope), "year": year, "first": 1}
        return int((await self._t.execute(_next_number(self._t.dialect), params)).scalar_one())
