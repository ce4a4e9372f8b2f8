"""Exception cases with one root cause, and the rectification (整改) that they share."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from app.domain.alarm import SILENT, Alarm
from app.domain.calendar import Due, WorkingDays, add_working_days
from app.domain.errors import RuleBroken
from app.domain.events import Event, Topic
from app.domain.free_text import said
from app.domain.ids import CauseGroupId, DepartmentId, ExceptionCaseId, StaffId
from app.domain.transitions import allowed, next_state


class GroupState(StrEnum):
    """归集 → 整改 → 待复核 → 销号."""

    GATHERED = "gathered"
    RECTIFYING = "rectifying"
    PROVEN = "proven"
    CLOSED = "closed"


class GroupAction(StrEnum):
    """The steps of a group."""

    CREATE = "create"
    ADD = "add"
    REMOVE = "remove"
    PLAN = "plan"
    PROVE = "prove"
    REJECT = "reject"
    CLOSE = "close"
    REOPEN = "reopen"
    WARN = "warn"
    OVERDUE = "overdue"


_S, _A = GroupState, GroupAction
_OPEN = tuple(state for state in _S if state is not _S.CLOSED)
GROUP_TABLE: Mapping[tuple[GroupState, GroupAction], GroupState] = {
    (_S.GATHERED, _A.PLAN): _S.RECTIFYING,
    (_S.RECTIFYING, _A.PLAN): _S.RECTIFYING,
    (_S.RECTIFYING, _A.PROVE): _S.PROVEN,
    (_S.PROVEN, _A.PROVE): _S.PROVEN,
    (_S.PROVEN, _A.REJECT): _S.RECTIFYING,
    (_S.PROVEN, _A.CLOSE): _S.CLOSED,
    (_S.CLOSED, _A.REOPEN): _S.RECTIFYING,
    **{(state, _A.ADD): state for state in _S},
    **{(state, action): state for state in _OPEN for action in (_A.REMOVE, _A.WARN, _A.OVERDUE)},
}

GROUP_BY_RULE = frozenset({_A.WARN, _A.OVERDUE})
"""Steps that nobody takes: a day came."""


@dataclass(frozen=True, slots=True)
class Rectification:
    """What is done about the cause, by which unit, until when; ``proof`` is what shows that it was done."""

    measure: str
    unit: DepartmentId
    working_days: int
    due: Due
    proof: str = ""
    proven_by: StaffId | None = None


@dataclass(frozen=True, slots=True)
class GroupStep:
    """One entry of the group's story. ``by`` is None where a rule did it.

    ``case`` is the one that came, left, or opened the group again.
    """

    action: GroupAction
    state: GroupState
    by: StaffId | None
    at: datetime
    text: str = ""
    case: ExceptionCaseId | None = None
    due: date | None = None


GroupChange = tuple["CauseGroup", tuple[Event, ...]]


@dataclass(frozen=True, slots=True)
class CauseGroup:
    """Cases with one cause. Until a rectification is planned the supervision office owns it.

    ``due`` is by when what it waits for is owed, a plan, the rectification or its review; None once it is closed.
    """

    id: CauseGroupId
    number: str
    cause: str
    created_at: datetime
    steps: tuple[GroupStep, ...]
    cases: tuple[ExceptionCaseId, ...] = ()
    state: GroupState = GroupState.GATHERED
    rectification: Rectification | None = None
    due: Due | None = None
    alarm: Alarm = SILENT
    version: int = 1

    def actions(self) -> frozenset[GroupAction]:
        """What people may do where it stands."""
        return allowed(GROUP_TABLE, self.state) - GROUP_BY_RULE

    def by_rule(self, action: GroupAction, at: datetime) -> GroupChange:
        """A day came: its limit is near, or over. The entry names the limit."""
        moved, events = self._step(action, "", None, at)
        named = replace(moved.steps[-1], due=self.due.day if self.due else None)
        return replace(moved, steps=(*self.steps, named)), events

    def add(self, case: ExceptionCaseId, by: StaffId, now: datetime) -> GroupChange:
        """A case of the same cause that changes nothing: the group is open, or the case itself is settled.

        Raises:
            RuleBroken: it is in the group already.
        """
        self._must_be_new(case)
        return self._step(_A.ADD, "", by, now, case, cases=(*self.cases, case))

    def remove(self, case: ExceptionCaseId, reason: str, by: StaffId, now: datetime) -> GroupChange:
        """It has another cause after all. A reason is required.

        Raises:
            RuleBroken: no reason, it is not in the group, or the group is closed.
        """
        _must_say(reason)
        if case not in self.cases:
            raise RuleBroken("exception_group.rule.not_in", number=self.number)
        others = tuple(other for other in self.cases if other != case)
        return self._step(_A.REMOVE, reason, by, now, case, cases=others)

    def recur(
        self, case: ExceptionCaseId, by: StaffId, now: datetime, today: date, calendar: WorkingDays
    ) -> GroupChange:
        """It happened again after the rectification was closed: both open again, with as many days as before.

        A new case of the same cause, or one of the group's own that was opened again.

        Raises:
            RuleBroken: the group is not closed.
        """
        cases = self.cases if case in self.cases else (*self.cases, case)
        again = self._planned()
        due = add_working_days(today, again.working_days, calendar)
        again = replace(again, due=due, proof="", proven_by=None)
        return self._step(_A.REOPEN, "", by, now, case, cases=cases, rectification=again)

    def plan(
        self, measure: str, unit: DepartmentId, days: int, by: StaffId, now: datetime, today: date,
        calendar: WorkingDays,
    ) -> GroupChange:  # fmt: skip
        """Say what is done about the cause, by whom and in how many working days; again where it was not enough.

        Raises:
            RuleBroken: no measure, or no working day.
        """
        _must_say(measure)
        if days < 1:
            raise RuleBroken("exception_group.rule.days")
        due = add_working_days(today, days, calendar)
        planned = Rectification(said(measure), unit, days, due)
        return self._step(_A.PLAN, measure, by, now, rectification=planned)

    def prove(self, proof: str, by: StaffId, now: datetime) -> GroupChange:
        """Say what shows that the measure was carried out; words are required.

        Where it stands proven already this proof takes the place of the other, which its giver may then review.
        """
        _must_say(proof)
        done = replace(self._planned(), proof=said(proof), proven_by=by)
        return self._step(_A.PROVE, proof, by, now, rectification=done)

    def review(self, passed: bool, text: str, by: StaffId, now: datetime) -> GroupChange:
        """Somebody else looks: closed, or back with a reason.

        Raises:
            RuleBroken: by who gave the proof, or sent back without a reason.
        """
        action = _A.CLOSE if passed else _A.REJECT
        next_state(GROUP_TABLE, self.state, action, "exception_group")
        if by == self._planned().proven_by:
            raise RuleBroken("exception_group.rule.same_person", number=self.number)
        if passed:
            return self._step(action, text, by, now)
        _must_say(text)
        return self._step(action, text, by, now, rectification=replace(self._planned(), proven_by=None))

    def _must_be_new(self, case: ExceptionCaseId) -> None:
        if case in self.cases:
            raise RuleBroken("exception_group.rule.twice", number=self.number)

    def _planned(self) -> Rectification:
        if self.rectification is None:
            raise RuleBroken("exception_group.rule.no_plan", number=self.number)
        return self.rectification

    def _step(
        self, action: GroupAction, text: str, by: StaffId | None, now: datetime,
        case: ExceptionCaseId | None = None, **changes: object,
    ) -> GroupChange:  # fmt: skip
        state = next_state(GROUP_TABLE, self.state, action, "exception_group")
        moved = replace(self, **({"state": state} | changes))  # type: ignore[arg-type]
        due = moved.rectification.due.day if moved.rectification else None
        step = GroupStep(action, state, by, now, said(text), case, due)
        event = Event(Topic.EXCEPTIONS, action, self.id, {"number": self.number})
        return replace(moved, steps=(*self.steps, step)), (event,)


def new_group(
    id_: CauseGroupId, number: str, cause: str, by: StaffId, now: datetime
) -> tuple[CauseGroup, Event]:
    """A group without cases.

    Raises:
        RuleBroken: no cause given.
    """
    _must_say(cause)
    first = GroupStep(_A.CREATE, _S.GATHERED, by, now, said(cause))
    event = Event(Topic.EXCEPTIONS, _A.CREATE, id_, {"number": number})
    return CauseGroup(id_, number, said(cause), now, (first,)), event


def _must_say(text: str) -> None:
    if not text.strip():
        raise RuleBroken("exception_group.rule.say")


def group_number(year: int, sequence: int) -> str:
    """The number of a group of exception cases: 同因〔2026〕0003."""
    return f"同因〔{year}〕{sequence:04d}"
