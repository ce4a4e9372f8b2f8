"""One item that a trip is for, and how it ended."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from app.domain.ids import CaseId, CounterId, ErrandId, ItemVersionId, LineId, StaffId


class Outcome(StrEnum):
    """How an errand ended."""

    COMPLETED = "completed"
    ACCEPTED = "accepted"
    NOTIFIED = "notified"
    REFUSED = "refused"
    COLLECTED = "collected"
    CONSULTED = "consulted"
    WRONG_ITEM = "wrong_item"
    SENT_ONLINE = "sent_online"
    EXCEPTION = "exception"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Errand:
    """An item to be done on this trip (本次来办).

    ``brought`` are the numbers of the materials that the guide desk saw; None means nobody looked.
    ``not_applicable`` are those that it found this person not to need. ``moved``: it was sent on, or taken up at a
    second counter, so that it was not done at one place.
    """

    id: ErrandId
    item: ItemVersionId
    item_code: str
    line: LineId
    situation: str | None = None
    brought: frozenset[int] | None = None
    not_applicable: frozenset[int] = frozenset()
    case: CaseId | None = None
    outcome: Outcome | None = None
    counter: CounterId | None = None
    clerk: StaffId | None = None
    started_at: datetime | None = None
    finished_at: datetime | None = None
    moved: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it still has to be done."""
        return self.outcome is None

    def end(self, outcome: Outcome, now: datetime) -> "Errand":
        """The errand with its outcome."""
        return replace(self, outcome=outcome, finished_at=now)

    def reopen(self) -> "Errand":
        """The errand as it was before it was ended."""
        return replace(self, outcome=None, finished_at=None)


def replaced(errands: tuple[Errand, ...], errand: Errand) -> tuple[Errand, ...]:
    """The errands with one of them as it is now."""
    return tuple(errand if e.id == errand.id else e for e in errands)


def left(
    errands: tuple[Errand, ...], now: datetime, *, besides: ErrandId | None = None
) -> tuple[Errand, ...]:
    """The errands when the person is gone: what is open ends as ``left``, but for one."""
    return tuple(e.end(Outcome.LEFT, now) if e.is_open and e.id != besides else e for e in errands)
