"""Files of exception cases; they are only ever added."""

from typing import Any

from sqlalchemy import Row, bindparam, func, insert, select

from app.domain.attachment import Attachment, AttachmentKind, AttachmentPlace
from app.domain.free_text import said
from app.domain.ids import AttachmentId, ExceptionCaseId, StaffId
from db.repositories.saving import must_exist
from db.tables import exception_attachments
from db.transaction import Transaction

_ADD = insert(exception_attachments)
_OF_CASE = exception_attachments.c.case_id == bindparam("case")
_ONE = select(exception_attachments).where(_OF_CASE, exception_attachments.c.position == bindparam("number"))
_COUNT = select(func.count()).where(_OF_CASE)


class AttachmentRepository:
    """Files by their case and their number in it. Two at once for one case meet at the case's lock."""

    def __init__(self, t: Transaction) -> None:
        self._t = t

    async def add(self, attachment: Attachment, content: bytes | None) -> None:
        """Add a file; with its bytes where the database keeps them."""
        await self._t.execute(_ADD, {**_row(attachment), "content": content})

    async def count(self, case: ExceptionCaseId) -> int:
        """How many files a case has."""
        return int((await self._t.execute(_COUNT, {"case": case})).scalar_one())

    async def get(self, case: ExceptionCaseId, number: int) -> tuple[Attachment, bytes | None]:
        """A file, and its bytes where the database keeps them. Raises ``NotFound`` (attachment.rule.none)."""
        row = (await self._t.execute(_ONE, {"case": case, "number": number})).one_or_none()
        row = must_exist(row, "attachment.rule.none", attachment=number)
        return _attachment_from(row), row.content


def shown_name(row: Row[Any]) -> str:
    """A file's name without personal numbers: those of files added before names were masked are kept as they were."""
    return said(row.name)


def _attachment_from(row: Row[Any]) -> Attachment:
    return Attachment(
        id=AttachmentId(row.id),
        case=ExceptionCaseId(row.case_id),
        number=row.position,
        name=shown_name(row),
        kind=AttachmentKind(row.kind),
        size=row.size,
        sha256=row.sha256,
        added_by=StaffId(row.added_by_id),
        added_at=row.added_at,
        place=AttachmentPlace(row.place),
    )


def _row(attachment: Attachment) -> dict[str, Any]:
    return {
        "id": attachment.id,
        "case_id": attachment.case,
        "position": attachment.number,
        "name": attachment.name,
        "kind": attachment.kind.value,
        "size": attachment.size,
        "sha256": attachment.sha256,
        "added_by_id": attachment.added_by,
        "added_at": attachment.added_at,
        "place": attachment.place.value,
    }
