"""An application for an item (办件), across trips, with its own number and the law's clock."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from app.domain.calendar import Due, WorkingDays, add_working_days
from app.domain.events import Event, Topic
from app.domain.ids import CaseId, DepartmentId, ItemVersionId, TicketId
from app.domain.notice import DAYS_TO_TELL
from app.domain.person import NOBODY, Person
from app.domain.transitions import next_state


class CaseState(StrEnum):
    """The first steps of a case, up to whether it is taken on."""

    RECEIVED = "received"
    NOTIFIED = "notified"
    ACCEPTED = "accepted"
    REFUSED = "refused"


class CaseAction(StrEnum):
    """What can happen to a case."""

    RECEIVE = "receive"
    NOTIFY = "notify"
    ACCEPT = "accept"
    REFUSE = "refuse"
    UNDO = "undo"


CASE_TABLE: Mapping[tuple[CaseState, CaseAction], CaseState] = {
    (CaseState.RECEIVED, CaseAction.NOTIFY): CaseState.NOTIFIED,
    (CaseState.RECEIVED, CaseAction.ACCEPT): CaseState.ACCEPTED,
    (CaseState.RECEIVED, CaseAction.REFUSE): CaseState.REFUSED,
    # With a finish that is taken back within minutes; what was told on paper stays told.
    (CaseState.ACCEPTED, CaseAction.UNDO): CaseState.RECEIVED,
    (CaseState.REFUSED, CaseAction.UNDO): CaseState.RECEIVED,
}


@dataclass(frozen=True, slots=True)
class Case:
    """One application. ``tell_by`` is the last day to tell what is missing."""

    id: CaseId
    number: str
    item: ItemVersionId
    item_code: str
    situation: str | None
    department: DepartmentId
    ticket: TicketId
    received_on: date
    tell_by: Due
    person: Person = NOBODY
    state: CaseState = CaseState.RECEIVED
    since: datetime | None = None
    version: int = 1

    def received(self) -> Event:
        """The event of its receipt."""
        return Event(
            Topic.CASES, CaseAction.RECEIVE, self.id, {"number": self.number, "item": self.item_code}
        )

    def step(self, action: CaseAction, now: datetime) -> tuple["Case", tuple[Event, ...]]:
        """Notify, accept or refuse, or take that back.

        Raises:
            RuleBroken: the table has no such step.
        """
        state = next_state(CASE_TABLE, self.state, action, "case")
        event = Event(Topic.CASES, action, self.id, {"number": self.number, "item": self.item_code})
        return replace(self, state=state, since=now), (event,)


def last_day_to_tell(received_on: date, calendar: WorkingDays) -> Due:
    """Five working days from receipt, counted from the next working day (art. 32(4), art. 82)."""
    return add_working_days(received_on, DAYS_TO_TELL, calendar)


def case_number(item_code: str, year: int, sequence: int) -> str:
    """The case's own number: item, year, and the sequence of the item's year."""
    return f"{item_code}-{year}-{sequence:05d}"
