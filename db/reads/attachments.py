"""The files of an exception case, without their bytes."""

from uuid import UUID

from sqlalchemy import bindparam, select

from app.domain.attachment import AttachmentKind, AttachmentPlace
from app.ports.rows import AttachmentRow
from db.repositories.attachments import shown_name
from db.tables import exception_attachments, staff
from db.transaction import Transaction

_OF = (
    select(
        *(column for column in exception_attachments.c if column.name != "content"),
        staff.c.number.label("by"),
        staff.c.name.label("by_name"),
    )
    .join(staff, staff.c.id == exception_attachments.c.added_by_id)
    .where(exception_attachments.c.case_id == bindparam("case"))
    .order_by(exception_attachments.c.position)
)


async def attachment_rows(t: Transaction, case: UUID) -> tuple[AttachmentRow, ...]:
    """The files of a case, oldest first."""
    return tuple(
        AttachmentRow(
            number=row.position,
            name=shown_name(row),
            kind=AttachmentKind(row.kind),
            size=row.size,
            sha256=row.sha256,
            by=row.by,
            by_name=row.by_name,
            at=row.added_at,
            place=AttachmentPlace(row.place),
        )
        for row in await t.execute(_OF, {"case": case})
    )
