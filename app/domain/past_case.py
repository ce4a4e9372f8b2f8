"""Cases that were settled elsewhere or before this program: what went wrong, and what helped."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.calendar import Due
from app.domain.exception_case import Channel, Context, ExceptionCase, Step
from app.domain.exception_table import ExceptionAction, ExceptionState
from app.domain.exception_terms import ExceptionLevel
from app.domain.free_text import said
from app.domain.ids import ExceptionCaseId, StaffId


@dataclass(frozen=True, slots=True)
class PastCase:
    """A case of a file. ``id`` is the file's own name for it; ``resolved`` is None where nothing tells.

    ``category`` is the code of one that the hall has.
    """

    id: str
    summary: str
    category: str
    resolution: str = ""
    item: str | None = None
    department: str | None = None
    region: str | None = None
    days_taken: int | None = None
    resolved: bool | None = None

    def on_file(self, id_: ExceptionCaseId, by: StaffId, now: datetime, day: date) -> ExceptionCase:
        """The case as a closed one of the hall: its number is the file's own name for it, its answer the remedy.

        Who brought it in, and when, stands at every step: what it was like before, nobody knows.
        """
        return ExceptionCase(
            id=id_,
            number=self.id,
            channel=Channel.DIRECT,
            category=self.category,
            summary=said(self.summary),
            counts_from=day,
            registered_at=now,
            level=ExceptionLevel.ORDINARY,
            due=Due(day),
            steps=tuple(self._steps(by, now)),
            context=Context(item_name=self.item),
            state=ExceptionState.CLOSED,
            satisfied=self.resolved,
            source=self.source or "",
        )

    def _steps(self, by: StaffId, now: datetime) -> Iterator[Step]:
        yield Step(ExceptionAction.OPEN, ExceptionState.REGISTERED, by, now, said(self.summary))
        if self.resolution:
            yield Step(ExceptionAction.ANSWER, ExceptionState.ANSWERED, by, now, said(self.resolution))
        yield Step(ExceptionAction.CLOSE, ExceptionState.CLOSED, by, now, self.source or "")

    @property
    def source(self) -> str | None:
        """Where it was: department and region, as far as they are known."""
        return " · ".join(part for part in (self.department, self.region) if part) or None
