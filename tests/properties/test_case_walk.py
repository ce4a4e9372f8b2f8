"""Whatever is done to a case, lawful or not: it is never without a next step, nor a limit without a watcher."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.domain import case_course, case_receipt
from app.domain.calendar import Due, OfficeCalendar, YearArrangement, is_weekend
from app.domain.case import By, Case, Change
from app.domain.case_clock import decision_dates, tell_by
from app.domain.case_parts import (
    Decision,
    Delivery,
    DeliveryWay,
    Extension,
    Paper,
    Pledge,
    Procedure,
    Refusal,
    Result,
)
from app.domain.case_table import CASE_TABLE, OPEN_STATES, CaseAction, CaseState
from app.domain.catalogue import Regime
from app.domain.errors import RuleBroken
from app.domain.policy import Policy
from app.domain.working_time import WorkingTime
from tests.domain.cases import CLERK, DAY, LIMIT, TIME, by, received

POLICY = Policy()

NEVER_TOO_LATE = {CaseAction.NOTIFY, CaseAction.NOTIFY_AGAIN, CaseAction.ACCEPT, CaseAction.REFUSE}
"""What the law's acceptance goes before."""
YEARS = st.integers(DAY.year - 1, DAY.year + 2)
MATERIALS = st.frozensets(st.integers(1, 6), min_size=1)
WAIT = st.sampled_from([0, 0, 1, 9])
"""Days until somebody gets to it: sometimes too late to tell."""
WORDS = st.sampled_from(["", " ", "写明了理由"])


class CaseWalk(RuleBasedStateMachine):
    """A case, and another one when it is over, clerks who do as they please, and a calendar that goes on."""

    @initialize(regime=st.sampled_from(Regime))
    def comes(self, regime: Regime) -> None:
        self.case = received(regime)
        self.day = DAY
        self.entered: dict[int, YearArrangement] = {}

    @property
    def time(self) -> WorkingTime:
        """The office's, with the years that were entered so far."""
        return replace(TIME, calendar=OfficeCalendar(TIME.calendar, self.entered))

    @property
    def by(self) -> By:
        return replace(by(self.day), staff=CLERK, time=self.time)

    @property
    def is_too_late_to_tell(self) -> bool:
        waits = self.case.state in (CaseState.RECEIVED, CaseState.SUPPLEMENTED)
        return waits and self.case.regime is Regime.LICENCE and self.day > self.case.tell_by.day

    def attempt(self, step: Callable[[Case], Change | None]) -> None:
        """A step is carried out as the table says, or refused by a rule and changes nothing."""
        before = self.case
        try:
            change = step(before)
        except RuleBroken:
            return
        if change is None:
            return
        after, events = change
        assert events
        assert after.steps[: len(before.steps)] == before.steps
        for taken in after.steps[len(before.steps) :]:
            assert CASE_TABLE[before.state, taken.action] is taken.state is after.state
            assert taken.action in before.actions()
            assert not (self.is_too_late_to_tell and taken.action in NEVER_TOO_LATE)
        if after.state is not before.state:
            assert len(after.steps) == len(before.steps) + 1
        self.case = after

    @rule(days=st.integers(1, 45))
    def days_pass(self, days: int) -> None:
        self.day += timedelta(days=days)

    @precondition(lambda self: not self.case.is_open)
    @rule(regime=st.sampled_from(Regime))
    def another_comes(self, regime: Regime) -> None:
        case = received(regime, self.day)
        self.case = replace(case, tell_by=tell_by(self.day, self.time))

    @rule(wait=WAIT, missing=MATERIALS, words=WORDS)
    def notify(self, wait: int, missing: frozenset[int], words: str) -> None:
        self.day += timedelta(days=wait)
        self.attempt(
            lambda case: case_receipt.notify(case, missing, POLICY.days_to_supplement, self.by, words)
        )

    @rule(some=st.one_of(st.none(), st.sampled_from([frozenset({1}), frozenset[int]()])))
    def supplement(self, some: frozenset[int] | None) -> None:
        brought = self.case.outstanding if some is None else some
        papers = tuple(Paper(number, "材料") for number in brought)
        self.attempt(lambda case: case_receipt.supplement(case, brought, papers, self.by))

    @rule(wait=WAIT, late=st.one_of(st.none(), st.integers(-3, 30)), is_joint=st.booleans())
    def accept(self, wait: int, late: int | None, is_joint: bool) -> None:
        self.day += timedelta(days=wait)
        pledge = None if late is None else Pledge((6,), Due(self.day + timedelta(days=late)))
        self.attempt(lambda case: case_receipt.accept(case, LIMIT, self.by, pledge=pledge, is_joint=is_joint))

    @rule()
    def lapse(self) -> None:
        self.attempt(lambda case: case_receipt.deem_accepted(case, LIMIT, self.by))

    @rule(wait=WAIT, words=WORDS)
    def refuse(self, wait: int, words: str) -> None:
        self.day += timedelta(days=wait)
        self.attempt(lambda case: case_receipt.refuse(case, Refusal(words), self.by))

    @rule()
    def undo(self) -> None:
        self.attempt(lambda case: case_receipt.undo(case, self.by))

    @rule()
    def undo_decision(self) -> None:
        self.attempt(lambda case: case_course.undo_decision(case, self.by))

    @rule()
    def pledged_comes(self) -> None:
        self.attempt(lambda case: case_receipt.keep_pledge(case, (), self.by))

    @rule()
    def pledge_breaks(self) -> None:
        self.attempt(lambda case: case_course.break_pledge(case, self.by))

    @rule(procedure=st.sampled_from(Procedure), days=st.integers(0, 30))
    def suspend(self, procedure: Procedure, days: int) -> None:
        self.attempt(lambda case: case_course.suspend(case, procedure, days, self.by))

    @rule()
    def resume(self) -> None:
        self.attempt(lambda case: case_course.resume(case, self.by))

    @rule(days=st.integers(0, 20), words=WORDS)
    def extend(self, days: int, words: str) -> None:
        self.attempt(lambda case: case_course.extend(case, Extension(days, words, words), self.by))

    @rule(result=st.sampled_from(Result), words=WORDS)
    def decide(self, result: Result, words: str) -> None:
        decision = Decision(result, self.day, words)
        self.attempt(lambda case: case_course.decide(case, decision, POLICY.days_to_deliver, self.by))

    @rule(way=st.sampled_from(DeliveryWay))
    def deliver(self, way: DeliveryWay) -> None:
        self.attempt(
            lambda case: case_course.deliver(case, Delivery(way, self.day), POLICY.days_to_archive, self.by)
        )

    @rule()
    def archive(self) -> None:
        self.attempt(lambda case: case_course.archive(case, self.by))

    @precondition(lambda self: len(self.case.steps) > 2)
    @rule(words=WORDS)
    def withdraw(self, words: str) -> None:
        self.attempt(lambda case: case_course.withdraw(case, words, self.by))

    @rule(words=WORDS)
    def end(self, words: str) -> None:
        self.attempt(lambda case: case_course.end(case, words, self.by))

    @rule(year=YEARS, days=st.frozensets(st.integers(0, 364), max_size=20))
    def a_year_is_entered_or_corrected(self, year: int, days: frozenset[int]) -> None:
        other = frozenset(date(year, 1, 1) + timedelta(days=n) for n in days)
        off = frozenset(day for day in other if not is_weekend(day))
        worked = other - off
        self.entered[year] = YearArrangement(year, off, worked)
        self.recompute(year)

    @rule(year=YEARS)
    def a_year_is_forgotten(self, year: int) -> None:
        self.entered.pop(year, None)
        self.recompute(year)

    def recompute(self, year: int) -> None:
        if self.case.is_open:
            self.attempt(lambda case: case_course.recompute(case, POLICY, self.by, year))
            assert case_course.recompute(self.case, POLICY, self.by, year) is None
            assert case_course.recompute(self.case, POLICY, self.by) is None

    @invariant()
    def dates_follow_from_what_happened_and_the_calendar_as_it_is_known(self) -> None:
        case, time = self.case, self.time
        if not case.is_open:
            return
        assert case.tell_by == tell_by(case.counts_from, time)
        if case.supplement_by is not None:
            assert case.notified_on is not None
            assert case.supplement_by == time.days_from(case.notified_on, POLICY.days_to_supplement)
        if case.accepted_at is not None and case.limit is not None:
            extra = case.extension.days if case.extension else 0
            assert case.dates == decision_dates(case.accepted_at, case.limit, extra, case.suspensions, time)
        if case.decision is not None:
            assert case.deliver_by == time.days_from(case.decision.on, POLICY.days_to_deliver)
        if case.delivery is not None:
            assert case.archive_by == time.days_from(case.delivery.on, POLICY.days_to_archive)

    @invariant()
    def an_open_case_has_a_next_limit_and_a_next_step(self) -> None:
        ended_by_itself = self.case.state is CaseState.ENDED and self.case.steps[-1].text == ""
        if self.case.state in OPEN_STATES or ended_by_itself:
            assert self.case.watch is not None
            assert self.case.actions() - {CaseAction.RECOMPUTE}
        else:
            assert self.case.watch is None

    @invariant()
    def what_is_accepted_has_a_date_for_its_decision(self) -> None:
        if self.case.state in (CaseState.ACCEPTED, CaseState.SUSPENDED, CaseState.DECIDED):
            assert self.case.dates is not None
            assert self.case.accepted_on is not None
            assert self.case.accepted_on >= self.case.received_on

    @invariant()
    def nothing_is_outstanding_once_it_is_taken_on(self) -> None:
        if self.case.state is not CaseState.NOTIFIED and self.case.state in OPEN_STATES:
            assert not self.case.outstanding

    @precondition(lambda self: self.case.regime is Regime.OTHER)
    @invariant()
    def only_licences_are_deemed_accepted(self) -> None:
        assert not self.case.is_deemed


CaseWalk.TestCase.settings = settings(max_examples=150, stateful_step_count=30, deadline=None)
TestCaseWalk = CaseWalk.TestCase
