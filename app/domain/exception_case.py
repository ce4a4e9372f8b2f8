"""Exception cases (例外事项, “办不成事”): what the rules do not settle gets an owner and a date."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from app.domain.calendar import Due
from app.domain.errors import RuleBroken
from app.domain.events import Event, Topic
from app.domain.exception_story import extension_in
from app.domain.exception_table import BY_RULE, EXCEPTION_TABLE, UNANSWERED, ExceptionAction, ExceptionState
from app.domain.exception_terms import ExceptionLevel, Rung
from app.domain.free_text import said
from app.domain.ids import CounterId, DepartmentId, ExceptionCaseId, NoticeId, StaffId, TicketId
from app.domain.person import NOBODY, Person
from app.domain.transitions import allowed, next_state


class Channel(StrEnum):
    """Where it was reported."""

    COUNTER = "counter"
    GUIDE_DESK = "guide_desk"
    DIRECT = "direct"


_S, _A = ExceptionState, ExceptionAction
_NEXT_STEPS = {
    _S.REGISTERED: _A.TRIAGE,
    _S.TRIAGED: _A.ASSIGN,
    _S.ASSIGNED: _A.TAKE,
    _S.IN_HAND: _A.ANSWER,
    _S.FOR_SIGN_OFF: _A.SIGN_OFF,
}


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the story: what was done, by whom, when, and what was said.

    ``by`` is None where a rule did it. ``department`` and ``handler`` are the case's, or those of the part that the
    step is about. ``basis`` is that of a negative answer, ``rung`` how far up the case has come. ``category`` and
    ``level`` stand where somebody said what the case is, ``satisfied`` where its person was asked.
    """

    action: ExceptionAction
    state: ExceptionState
    by: StaffId | None
    at: datetime
    text: str = ""
    department: DepartmentId | None = None
    handler: StaffId | None = None
    due: date | None = None
    basis: str = ""
    rung: Rung | None = None
    category: str | None = None
    level: ExceptionLevel | None = None
    satisfied: bool | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """What another department does for the case (协办); open until it answers or is released from it."""

    department: DepartmentId
    handler: StaffId
    task: str
    answer: str = ""
    answered_at: datetime | None = None
    released: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it is still owed."""
        return self.answered_at is None and not self.released


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
    case_number: str | None = None


Change = tuple["ExceptionCase", tuple[Event, ...]]


@dataclass(frozen=True, slots=True)
class ExceptionCase:
    """One exception case with its whole story. Until it is assigned the supervision office owns it.

    ``due`` is the limit of the answer and, once that was given, of follow-up and file; ``counts_from`` the day it runs
    from. ``contact_by``: the person has to be contacted until then, None when nothing is owed. ``warn_on`` and
    ``rises_on`` are the days on which the rules act while nobody does what is due. ``source`` is where a past case is
    from that was brought in by a file; None for what happened here.
    """

    id: ExceptionCaseId
    number: str
    channel: Channel
    category: str
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
    contact_by: date | None = None
    extended: bool = False
    parts: tuple[Part, ...] = ()
    rung: Rung = Rung.HANDLER
    warn_on: date | None = None
    rises_on: date | None = None
    source: str | None = None
    version: int = 1

    @property
    def is_anonymous(self) -> bool:
        """Whether nobody can be asked afterwards."""
        return self.person.phone is None and self.person.name is None

    @property
    def is_unanswered(self) -> bool:
        """Whether the person still waits for an answer."""
        return self.state in UNANSWERED

    @property
    def is_open(self) -> bool:
        """Whether something is owed: an answer, afterwards the follow-up and putting it on file."""
        return self.state is not ExceptionState.CLOSED

    @property
    def told_until(self) -> date | None:
        """The day to which it was extended, which the person was told; None where no extension holds."""
        extension = extension_in(self.steps)
        return extension.due if extension else None

    @property
    def open_parts(self) -> tuple[Part, ...]:
        """The parts that other departments still owe."""
        return tuple(part for part in self.parts if part.is_open)

    @property
    def next_step(self) -> ExceptionAction | None:
        """What is owed next; None once it is on file."""
        return owed_next(self.state, satisfied=self.satisfied, is_anonymous=self.is_anonymous)

    def actions(self) -> frozenset[ExceptionAction]:
        """What people may do now: the table, less what this case's facts forbid."""
        able = allowed(EXCEPTION_TABLE, self.state) - BY_RULE
        if self.state is _S.ANSWERED:
            able -= {_A.FOLLOW_UP if self.is_anonymous else _A.CLOSE}
        if self.state is _S.FOLLOWED_UP:
            able -= {_A.REWORK if self.satisfied else _A.CLOSE}
        if self.contact_by is None:
            able -= {_A.CONTACT}
        if self.extended:
            able -= {_A.EXTEND}
        if not self.open_parts:
            able -= {_A.PART, _A.RELEASE}
        return able

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
        if action is _A.TRIAGE:
            step = replace(step, category=moved.category, level=moved.level)
        if action is _A.FOLLOW_UP:
            step = replace(step, satisfied=moved.satisfied)
        event = Event(Topic.EXCEPTIONS, action, self.id, {"number": self.number})
        return replace(moved, steps=(*self.steps, step)), (event,)


def owed_next(state: ExceptionState, *, satisfied: bool | None, is_anonymous: bool) -> ExceptionAction | None:
    """What is owed next in a state; None once it is on file."""
    match state:
        case _S.ANSWERED:
            return _A.CLOSE if is_anonymous else _A.FOLLOW_UP
        case _S.FOLLOWED_UP:
            return _A.CLOSE if satisfied else _A.REWORK
        case _:
            return _NEXT_STEPS.get(state)


def exception_number(year: int, sequence: int) -> str:
    """The number of an exception case: 例外〔2026〕0041."""
    return f"例外〔{year}〕{sequence:04d}"


def must_say(text: str) -> None:
    """Refuse a step that needs words and has none.

    Raises:
        RuleBroken: nothing said.
    """
    if not text.strip():
        raise RuleBroken("exception.rule.say_why")
