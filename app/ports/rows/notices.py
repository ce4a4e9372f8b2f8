"""Issued slips."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.judgement import ShortcomingKind
from app.domain.notice import NoticeKind


@dataclass(frozen=True, slots=True)
class ShortcomingRow:
    """One thing told by a notice; ``material`` is the number in the item's list, ``basis`` cited beyond it."""

    material: int
    name: str
    kind: ShortcomingKind
    text: str
    basis: str = ""


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """An issued slip. ``replaced_by`` is the number of the further one of its case."""

    id: UUID
    number: str
    kind: NoticeKind
    ticket: str | None
    item: str
    item_name: str
    situation: str | None
    issued_at: datetime
    due: date | None
    reprints: int
    problems: tuple[ShortcomingRow, ...]
    replaced_by: str | None = None
