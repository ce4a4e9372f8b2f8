"""Documents of cases."""

from typing import Any
from uuid import UUID

from sqlalchemy import Row, bindparam, select

from app.domain.document import DocumentKind, DocumentStatus
from app.domain.errors import NotFound
from app.ports.queries import DocumentQuery
from app.ports.rows import DocumentRow
from db.tables import cases, departments, documents, item_versions, staff
from db.transaction import Transaction

_LATER = documents.alias("later")
_ROWS = (
    select(
        *(c for c in documents.c if c.name not in ("data", "pdf")),
        cases.c.number.label("case_number"),
        cases.c.item_code,
        cases.c.organisation_name,
        cases.c.name_mask,
        item_versions.c.name.label("item_name"),
        departments.c.name.label("department"),
        staff.c.number.label("issued_by"),
        _LATER.c.number.label("superseded_by"),
    )
    .select_from(documents)
    .join(cases, cases.c.id == documents.c.case_id)
    .join(item_versions, item_versions.c.id == cases.c.item_id)
    .join(departments, departments.c.id == documents.c.department_id)
    .join(staff, staff.c.id == documents.c.issued_by_id)
    .outerjoin(_LATER, _LATER.c.id == documents.c.superseded_by_id)
)
_BY_NUMBER = _ROWS.where(documents.c.number == bindparam("number"))
_BY_ID = _ROWS.where(documents.c.id == bindparam("id", type_=documents.c.id.type))
_OF_CASE = _ROWS.where(documents.c.case_id == bindparam("case", type_=cases.c.id.type)).order_by(
    documents.c.issued_at, documents.c.id
)


async def one_document(t: Transaction, number: str) -> DocumentRow:
    """A document by number. Raises ``NotFound`` (document.rule.no_number)."""
    row = (await t.execute(_BY_NUMBER, {"number": number})).one_or_none()
    if row is None:
        raise NotFound("document.rule.no_number", number=number)
    return _document_row(row)


async def document_of_id(t: Transaction, id_: UUID) -> DocumentRow:
    """A document by the id that its QR code carries. Raises ``NotFound`` (document.rule.no_number)."""
    row = (await t.execute(_BY_ID, {"id": id_})).one_or_none()
    if row is None:
        raise NotFound("document.rule.no_number", number=str(id_))
    return _document_row(row)


async def documents_of_case(t: Transaction, case: UUID) -> tuple[DocumentRow, ...]:
    """The documents of a case, oldest first."""
    return tuple(_document_row(row) for row in await t.execute(_OF_CASE, {"case": case}))


async def find_documents(t: Transaction, query: DocumentQuery) -> tuple[DocumentRow, ...]:
    """The documents that a query asks for, newest first."""
    statement = _ROWS.order_by(documents.c.issued_at.desc(), documents.c.id.desc()).limit(query.limit)
    if query.case is not None:
        statement = statement.where(cases.c.number == query.case)
    if query.kind is not None:
        statement = statement.where(documents.c.kind == query.kind.value)
    if query.status is not None:
        statement = statement.where(documents.c.status == query.status.value)
    return tuple(_document_row(row) for row in await t.execute(statement))


def _document_row(row: Row[Any]) -> DocumentRow:
    return DocumentRow(
        id=row.id,
        number=row.number,
        kind=DocumentKind(row.kind),
        case=row.case_number,
        item=row.item_code,
        item_name=row.item_name,
        department=row.department,
        applicant=row.organisation_name or row.name_mask,
        issued_at=row.issued_at,
        issued_by=row.issued_by,
        status=DocumentStatus(row.status),
        superseded_by=row.superseded_by,
        void_reason=row.void_reason,
        reprints=row.reprints,
        sha256=row.sha256,
    )
