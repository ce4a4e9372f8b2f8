"""Exception cases (例外事项, “办不成事”): what the rules do not settle gets an owner and a date."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from app.domain.calendar import Due, WorkingDays, add_working_days
from app.domain.errors import RuleBroken
from app.domain.events import Event, Topic
from app.domain.exception_table import BY_RULE, EXCEPTION_TABLE, ExceptionAction, ExceptionState
from app.domain.free_text import said
from app.domain.ids import CounterId, DepartmentId, ExceptionCaseId, NoticeId, StaffId, TicketId
from app.domain.person import NOBODY, Person
from app.domain.transitions import allowed, next_state


class ExceptionCategory(StrEnum):
    """What kind of thing could not be settled; defaults from published practice."""

    SYSTEM_FAILURE = "system_failure"
    PAYMENT = "payment"
    LEGACY_MATERIAL = "legacy_material"
    INCONSISTENT_PAPERS = "inconsistent_papers"
    SEVERAL_DEPARTMENTS = "several_departments"
    POLICY_GAP = "policy_gap"
    BIOMETRICS = "biometrics"
    SPECIAL_PEOPLE = "special_people"
    MANY_TRIPS = "many_trips"
    CONDUCT = "conduct"
    OTHER = "other"


class ExceptionLevel(StrEnum):
    """How hard it is; decides the deadline."""

    INSTANT = "instant"
    SIMPLE = "simple"
    ORDINARY = "ordinary"
    COMPLEX = "complex"


class Channel(StrEnum):
    """Where it was reported."""

    COUNTER = "counter"
    GUIDE_DESK = "guide_desk"
    DIRECT = "direct"


WORKING_DAYS: Mapping[ExceptionLevel, int] = {
    ExceptionLevel.INSTANT: 0,
    ExceptionLevel.SIMPLE: 1,
    ExceptionLevel.ORDINARY: 5,
    ExceptionLevel.COMPLEX: 10,
}

_S, _A = ExceptionState, ExceptionAction


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the story: what was done, by whom, when, and what was said. ``by`` is None where a rule did it."""

    action: ExceptionAction
    state: ExceptionState
    by: StaffId | None
    at: datetime
    text: str = ""
    department: DepartmentId | None = None
    handler: StaffId | None = None
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What was going on when it could not be settled."""

    ticket: TicketId | None = None
    ticket_number: str | None = None
    item_code: str | None = None
    item_name: str | None = None
    counter: CounterId | None = None
    notice: NoticeId | None = None
    notice_number: str | None = None


Change = tuple["ExceptionCase", tuple[Event, ...]]


@dataclass(frozen=True, slots=True)
class ExceptionCase:
    """One exception case with its whole story. Until it is assigned the supervision office owns it.

    ``source`` is where a past case is from that was brought in by a file; None for what happened here.
    """

    id: ExceptionCaseId
    number: str
    channel: Channel
    category: ExceptionCategory
    summary: str
    counts_from: date
    registered_at: datetime
    level: ExceptionLevel
    due: Due
    steps: tuple[Step, ...]
    wish: str = ""
    person: Person = NOBODY
    context: Context = Context()
    state: ExceptionState = ExceptionState.REGISTERED
    department: DepartmentId | None = None
    handler: StaffId | None = None
    satisfied: bool | None = None
    source: str | None = None
    version: int = 1

    @property
    def is_anonymous(self) -> bool:
        """Whether nobody can be asked afterwards."""
        return self.person.phone is None and self.person.name is None

    def actions(self) -> frozenset[ExceptionAction]:
        """What people may do now: the table, less what this case's facts forbid."""
        able = allowed(EXCEPTION_TABLE, self.state) - BY_RULE
        if self.state is _S.ANSWERED:
            able -= {_A.FOLLOW_UP if self.is_anonymous else _A.CLOSE}
        if self.state is _S.FOLLOWED_UP:
            able -= {_A.REWORK if self.satisfied else _A.CLOSE}
        return able

    def triage(
        self, category: ExceptionCategory, level: ExceptionLevel, text: str, by: StaffId, now: datetime,
        calendar: WorkingDays,
    ) -> Change:  # fmt: skip
        """Decide what it is and how hard; the deadline counts from registration."""
        due = due_for(level, self.counts_from, calendar)
        return self.stepped(_A.TRIAGE, text, by, now, category=category, level=level, due=due)

    def assign(
        self, department: DepartmentId, handler: StaffId, due: date, text: str, by: StaffId, now: datetime
    ) -> Change:
        """Give it to a department and a handler with a date no later than the level allows.

        Raises:
            RuleBroken: the date lies beyond the level's deadline or before registration.
        """
        if not self.counts_from <= due <= self.due.day:
            raise RuleBroken("exception.rule.due", latest=self.due.day)
        kept = Due(due, self.due.provisional and due == self.due.day)
        return self.stepped(_A.ASSIGN, text, by, now, department=department, handler=handler, due=kept)

    def send_back(self, reason: str, by: StaffId, now: datetime, calendar: WorkingDays) -> Change:
        """Return to triage: not ours, or not clear. A reason is required; the level's deadline holds again."""
        _must_say(reason)
        due = due_for(self.level, self.counts_from, calendar)
        return self.stepped(_A.RETURN, reason, by, now, department=None, handler=None, due=due)

    def take(self, text: str, by: StaffId, now: datetime) -> Change:
        """The handler takes it in hand."""
        self.must_be_handled_by(by)
        return self.stepped(_A.TAKE, text, by, now)

    def answer(self, text: str, by: StaffId, now: datetime) -> Change:
        """Tell the person what was done, by whom and by when. The answer's words are required."""
        _must_say(text)
        self.must_be_handled_by(by)
        return self.stepped(_A.ANSWER, text, by, now)

    def follow_up(self, satisfied: bool, text: str, by: StaffId, now: datetime) -> Change:
        """Ask the person whether it is settled."""
        return self.stepped(_A.FOLLOW_UP, text, by, now, satisfied=satisfied)

    def rework(self, text: str, by: StaffId, now: datetime) -> Change:
        """Not satisfied: back in hand."""
        return self.stepped(_A.REWORK, text, by, now, satisfied=None)

    def close(self, text: str, by: StaffId, now: datetime) -> Change:
        """Put it on file."""
        return self.stepped(_A.CLOSE, text, by, now)

    def reopen(self, reason: str, by: StaffId, now: datetime, calendar: WorkingDays, today: date) -> Change:
        """It came back: triage anew, with a fresh deadline. A reason is required."""
        _must_say(reason)
        due = due_for(self.level, today, calendar)
        return self.stepped(
            _A.REOPEN,
            reason,
            by,
            now,
            satisfied=None,
            department=None,
            handler=None,
            due=due,
            counts_from=today,
        )

    def note(self, text: str, by: StaffId, now: datetime) -> Change:
        """Write down what was done and who said what. Words are required."""
        _must_say(text)
        return self.stepped(_A.NOTE, text, by, now)

    def must_be_handled_by(self, by: StaffId) -> None:
        """Refuse what only the handler may do.

        Raises:
            RuleBroken: it was given to somebody else.
        """
        if self.handler is not None and self.handler != by:
            raise RuleBroken("exception.rule.other_handler", number=self.number)

    def stepped(
        self, action: ExceptionAction, text: str, by: StaffId | None, now: datetime, **changes: object
    ) -> Change:
        """The case after a step of the table, with its entry in the story; ``changes`` are the fields that differ.

        Raises:
            RuleBroken: neither the table nor the case's facts have the step now.
        """
        state = next_state(EXCEPTION_TABLE, self.state, action, "exception")
        if action not in self.actions() | BY_RULE:
            raise RuleBroken("exception.rule.transition", state=self.state, action=action)
        moved = replace(self, **({"state": state} | changes))  # type: ignore[arg-type]
        step = Step(action, state, by, now, said(text), moved.department, moved.handler, moved.due.day)
        event = Event(Topic.EXCEPTIONS, action, self.id, {"number": self.number})
        return replace(moved, steps=(*self.steps, step)), (event,)


def due_for(level: ExceptionLevel, start: date, calendar: WorkingDays) -> Due:
    """The deadline of a level, in working days from registration."""
    return add_working_days(start, WORKING_DAYS[level], calendar)


def exception_number(year: int, sequence: int) -> str:
    """The number of an exception case: 例外〔2026〕0041."""
    return f"例外〔{year}〕{sequence:04d}"


def _must_say(text: str) -> None:
    if not text.strip():
        raise RuleBroken("exception.rule.say_why")
