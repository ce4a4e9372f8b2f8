"""政务服务催办单: what the supervision office asks a department to put right, by when, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from app.domain.document import DocumentStatus, document_number
from app.domain.errors import RuleBroken
from app.domain.events import Event, Fact, Topic
from app.domain.free_text import said
from app.domain.ids import CaseId, DepartmentId, ExceptionCaseId, ReminderId, StaffId
from app.domain.transitions import next_state

OFFICE, MARK = "政务办", "催"
"""Who stands in the number, and what: the supervision office issues for the hall as a whole."""
COPIES = 2
"""一式几份: one for the office, one for the department."""
DAYS = 3
"""Working days to put it right where nobody says otherwise."""


class ReminderState(StrEnum):
    """待整改, 已整改, 已作废."""

    OPEN = "open"
    PUT_RIGHT = "put_right"
    VOID = "void"


class ReminderAction(StrEnum):
    """What can happen to a reminder."""

    ISSUE = "issue"
    ANSWER = "answer"
    VOID = "void"
    REPRINT = "reprint"


class ReminderStanding(StrEnum):
    """How it stands today: 待整改, 今天到期, 已逾期, 已整改, 已作废."""

    OPEN = "open"
    TODAY = "today"
    OVERDUE = "overdue"
    PUT_RIGHT = "put_right"
    VOID = "void"


_S, _A = ReminderState, ReminderAction

REMINDER_TABLE: Mapping[tuple[ReminderState, ReminderAction], ReminderState] = {
    (_S.OPEN, _A.ANSWER): _S.PUT_RIGHT,
    (_S.OPEN, _A.VOID): _S.VOID,
    (_S.PUT_RIGHT, _A.VOID): _S.VOID,
}


@dataclass(frozen=True, slots=True)
class ReminderAnswer:
    """What was done, as the department or the office tells it."""

    on: date
    by: StaffId
    text: str


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder. ``case`` or ``exception`` is what it is about; neither where the office's own words say it."""

    id: ReminderId
    number: str
    department: DepartmentId
    finding: str
    rule: str
    put_right_by: date
    issued_at: datetime
    issued_by: StaffId
    case: CaseId | None = None
    exception: ExceptionCaseId | None = None
    state: ReminderState = ReminderState.OPEN
    answer: ReminderAnswer | None = None
    void_reason: str = ""
    reprints: int = 0
    version: int = 1

    @property
    def status(self) -> DocumentStatus:
        """Whether the paper counts; put right it still does."""
        return DocumentStatus.VOID if self.state is _S.VOID else DocumentStatus.IN_FORCE

    def event(self, action: ReminderAction, **facts: Fact) -> Event:
        """What happened to it."""
        return Event(Topic.REMINDERS, action, self.id, {"number": self.number, **facts})

    def put_right(self, text: str, on: date, by: StaffId) -> "Change":
        """It is put right; what was done is told.

        Raises:
            RuleBroken: nothing is told, or it is put right or void already.
        """
        return self._step(_A.ANSWER, answer=ReminderAnswer(on, by, _must_say(text, "what")))

    def void(self, reason: str) -> "Change":
        """It was issued by mistake, and says why; its number stays taken.

        Raises:
            RuleBroken: no reason, or void already.
        """
        return self._step(_A.VOID, void_reason=_must_say(reason, "why"))

    def reprint(self) -> "Change":
        """Count a further print; a void one may be printed too, for the file."""
        again = replace(self, reprints=self.reprints + 1)
        return again, (again.event(_A.REPRINT, count=again.reprints),)

    def _step(self, action: ReminderAction, **changes: object) -> "Change":
        state = next_state(REMINDER_TABLE, self.state, action, "reminder")
        moved = replace(self, **({"state": state} | changes))  # type: ignore[arg-type]
        return moved, (moved.event(action),)


Change = tuple[Reminder, tuple[Event, ...]]


def as_issued(reminder: Reminder, today: date) -> Change:
    """The reminder as it is issued: what was found and the rule may be kept, and there is time to put it right.

    Raises:
        RuleBroken: no finding, no rule, or a day that is over.
    """
    if reminder.put_right_by < today:
        raise RuleBroken("reminder.rule.over", day=reminder.put_right_by)
    finding, rule = _must_say(reminder.finding, "finding"), _must_say(reminder.rule, "rule")
    issued = replace(reminder, finding=finding, rule=rule)
    return issued, (issued.event(_A.ISSUE),)


def reminder_number(year: int, sequence: int) -> str:
    """政务办催〔2026〕0007号."""
    return document_number(OFFICE, MARK, year, sequence)


def standing_of(state: ReminderState, put_right_by: date, today: date) -> ReminderStanding:
    """How a reminder stands on a day; the day itself is still in time."""
    if state is not _S.OPEN:
        return ReminderStanding(state)
    if put_right_by < today:
        return ReminderStanding.OVERDUE
    return ReminderStanding.TODAY if put_right_by == today else ReminderStanding.OPEN


def _must_say(text: str, what: str) -> str:
    if not text.strip():
        raise RuleBroken(f"reminder.rule.say_{what}")
    return said(text)
