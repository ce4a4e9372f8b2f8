"""An application for an item (办件), across trips, with its own number and the law's clock.

Its steps are functions beside it: ``case_receipt`` up to whether it is taken on, ``case_course`` from there.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from app.domain.applicant import UNNAMED, Applicant
from app.domain.calendar import Due
from app.domain.case_clock import DecisionDates
from app.domain.case_parts import (
    CaseStep,
    Decision,
    Delivery,
    Extension,
    Limit,
    Paper,
    Pledge,
    Refusal,
    Suspension,
    Watch,
    WatchKind,
)
from app.domain.case_table import CASE_TABLE, OPEN_STATES, CaseAction, CaseState
from app.domain.catalogue import Material, Regime, ServiceItem
from app.domain.errors import RuleBroken
from app.domain.events import Event, Fact, Topic
from app.domain.free_text import said
from app.domain.ids import CaseId, DepartmentId, ItemVersionId, StaffId, TicketId
from app.domain.transitions import allowed, next_state
from app.domain.working_time import WorkingTime

_S, _A = CaseState, CaseAction


@dataclass(frozen=True, slots=True)
class By:
    """Who takes a step and when; ``staff`` is None where the law's clock takes it."""

    staff: StaffId | None
    at: datetime
    time: WorkingTime

    @property
    def day(self) -> date:
        """The business day."""
        return self.time.today(self.at)


Change = tuple["Case", tuple[Event, ...]]


@dataclass(frozen=True, slots=True)
class Case:
    """One application.

    ``received_on`` is when it came first, ``counts_from`` when the papers came whose five days to tell run now.
    ``outstanding`` are the materials that were told to be missing or wrong and have not come yet, ``beyond`` those that
    were told beyond the item's list, with a basis.
    ``ticket`` is the first trip. ``is_joint``: several authorities handle it together (联合办理).
    """

    id: CaseId
    number: str
    item: ItemVersionId
    item_code: str
    regime: Regime
    situation: str | None
    department: DepartmentId
    received_on: date
    counts_from: date
    tell_by: Due
    ticket: TicketId | None = None
    applicant: Applicant = UNNAMED
    papers: tuple[Paper, ...] = ()
    outstanding: frozenset[int] = frozenset()
    beyond: tuple[Material, ...] = ()
    supplement_by: Due | None = None
    state: CaseState = CaseState.RECEIVED
    since: datetime | None = None
    accepted_at: datetime | None = None
    is_deemed: bool = False
    is_joint: bool = False
    limit: Limit | None = None
    dates: DecisionDates | None = None
    suspensions: tuple[Suspension, ...] = ()
    extension: Extension | None = None
    pledge: Pledge | None = None
    refusal: Refusal | None = None
    decision: Decision | None = None
    deliver_by: Due | None = None
    delivery: Delivery | None = None
    archive_by: Due | None = None
    steps: tuple[CaseStep, ...] = ()
    version: int = 1

    @property
    def is_open(self) -> bool:
        """Whether something is still owed."""
        return self.state in OPEN_STATES

    @property
    def accepted_on(self) -> date | None:
        """The business day of the acceptance; of a deemed one the day of receipt."""
        if self.is_deemed:
            return self.counts_from
        accepted = (s.day for s in reversed(self.steps) if s.action is _A.ACCEPT)
        return next(accepted, None) if self.accepted_at else None

    @property
    def notified_on(self) -> date | None:
        """The day of the latest notice."""
        told = (_A.NOTIFY, _A.NOTIFY_AGAIN)
        return next((s.day for s in reversed(self.steps) if s.action in told), None)

    @property
    def is_provisional(self) -> bool:
        """Whether one of the dates that still count reaches into a year not published yet."""
        dues = [self.tell_by, self.supplement_by, self.deliver_by, self.archive_by]
        dues += [suspension.expected for suspension in self.suspensions]
        dates = self.dates is not None and self.dates.is_provisional
        return self.is_open and (dates or any(due is not None and due.provisional for due in dues))

    @property
    def pledge_is_open(self) -> bool:
        """Whether what was pledged has still to come."""
        return self.pledge is not None and self.pledge.kept_on is None

    @property
    def watch(self) -> Watch | None:
        """The next limit; an open case always has one, and what the calendar ended until somebody files it."""
        return _watch(self) if self.is_open or self.state is _S.ENDED else None

    def asked(self, item: ServiceItem) -> tuple[Material, ...]:
        """What is asked for: what its item's list says, and what was told beyond it."""
        listed = item.materials_for(self.situation)
        names = {material.name for material in listed}
        return (*listed, *(material for material in self.beyond if material.name not in names))

    def actions(self) -> frozenset[CaseAction]:
        """What may be done now: the table, less what this case's facts forbid."""
        return allowed(CASE_TABLE, self.state) - set(_forbidden(self))

    def event(self, action: StrEnum, **facts: Fact) -> Event:
        """What happened to it, for the audit trail and for whoever shows it."""
        return Event(Topic.CASES, action, self.id, {"number": self.number, "item": self.item_code, **facts})

    def step(self, action: CaseAction, by: By, text: str = "", /, **changes: object) -> Change:
        """The step that the table and the facts allow, with its line in the story.

        Raises:
            RuleBroken: they do not.
        """
        state = next_state(CASE_TABLE, self.state, action, "case")
        if action not in self.actions():
            raise RuleBroken("case.rule.transition", state=self.state, action=action)
        told = CaseStep(action, state, by.staff, by.at, by.day, said(text))
        since = self.since if state is self.state else by.at
        moved = replace(self, state=state, since=since, steps=(*self.steps, told), **changes)  # type: ignore[arg-type]
        return moved, (moved.event(action),)


def must_say(text: str) -> str:
    """The words that a step requires.

    Raises:
        RuleBroken: there are none.
    """
    if not text.strip():
        raise RuleBroken("case.rule.say_why")
    return text


def case_number(item_code: str, year: int, sequence: int) -> str:
    """The case's own number: item, year, and the sequence of the item's year."""
    return f"{item_code}-{year}-{sequence:05d}"


def _watch(case: Case) -> Watch | None:
    waits = [Watch(kind, due) for kind, due in _limits(case) if due is not None]
    return min(waits, key=lambda watch: watch.due.day, default=None)


def _limits(case: Case) -> list[tuple[WatchKind, Due | None]]:
    """What runs in the case's state; the first that ends is what it waits for."""
    match case.state:
        case CaseState.RECEIVED | CaseState.SUPPLEMENTED:
            return [(WatchKind.TELL, case.tell_by)]
        case CaseState.NOTIFIED:
            return [(WatchKind.SUPPLEMENT, case.supplement_by)]
        case CaseState.SUSPENDED:
            return [(WatchKind.RESUME, case.suspensions[-1].expected), *_pledged(case)]
        case CaseState.DECIDED:
            return [(WatchKind.DELIVER, case.deliver_by)]
        case CaseState.DELIVERED | CaseState.ENDED:
            return [(WatchKind.ARCHIVE, case.archive_by)]
        case _:
            return [(WatchKind.DECIDE, case.dates.first if case.dates else None), *_pledged(case)]


def _pledged(case: Case) -> list[tuple[WatchKind, Due | None]]:
    return [(WatchKind.PLEDGE, case.pledge.due)] if case.pledge and case.pledge_is_open else []


def _forbidden(case: Case) -> list[CaseAction]:
    """Steps that the table has for the state, but not for this case."""
    first_papers = case.counts_from == case.received_on and not any(
        step.action is _A.SUPPLEMENT for step in case.steps
    )
    rules = {
        _A.DEEM_ACCEPTED: case.regime is not Regime.LICENCE,
        _A.UNDO: case.state is not _S.DECIDED and (case.is_deemed or not first_papers),
        _A.UNDO_SUPPLEMENTED: case.is_deemed or first_papers,
        _A.PLEDGE_KEPT: not case.pledge_is_open,
        _A.DECIDE: case.pledge_is_open,
        _A.EXTEND: case.extension is not None,
        _A.ARCHIVE: case.state is _S.ENDED and case.archive_by is None,
        _A.END: case.state is _S.ACCEPTED and not case.pledge_is_open,
    }
    return [action for action, is_forbidden in rules.items() if is_forbidden]
