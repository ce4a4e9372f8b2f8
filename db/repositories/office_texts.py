"""What offices say in their own words on documents."""

from collections.abc import Sequence

from sqlalchemy import delete, insert, select

from app.domain.ids import DepartmentId
from app.domain.office_text import FormKind, OfficeText, TextPart
from db.tables import office_texts
from db.transaction import Transaction

_ALL = select(office_texts).order_by(office_texts.c.department_id, office_texts.c.part, office_texts.c.kind)


class OfficeTextRepository:
    """A department's words by part and kind."""

    def __init__(self, t: Transaction) -> None:
        self._t = t

    async def all(self) -> Sequence[OfficeText]:
        """The words of all departments."""
        return [
            OfficeText(
                DepartmentId(row.department_id),
                TextPart(row.part),
                FormKind(row.kind) if row.kind else None,
                row.text,
            )
            for row in await self._t.execute(_ALL)
        ]

    async def put(self, text: OfficeText) -> None:
        """Add words, or replace those for the same part and kind."""
        await self.remove(text.department, text.part, text.kind)
        row = {
            "department_id": text.department,
            "part": text.part.value,
            "kind": text.kind.value if text.kind else "",
            "text": text.text,
        }
        await self._t.execute(insert(office_texts), row)

    async def remove(self, department: DepartmentId, part: TextPart, kind: FormKind | None) -> bool:
        """Forget words; false when there were none."""
        gone = await self._t.execute(
            delete(office_texts).where(
                office_texts.c.department_id == department,
                office_texts.c.part == part.value,
                office_texts.c.kind == (kind.value if kind else ""),
            )
        )
        return bool(gone.rowcount)
