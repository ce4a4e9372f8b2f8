"""Whatever is done to a case, lawful or not: it is never without a next step, nor a limit without a watcher."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.domain import case_course, case_receipt
from app.domain.calendar import Due
from app.domain.case import By, Case, Change
from app.domain.case_parts import (
    Decision,
    Delivery,
    DeliveryWay,
    Extension,
    Paper,
    Pledge,
    Procedure,
    Result,
)
from app.domain.case_table import CASE_TABLE, OPEN_STATES, CaseAction, CaseState
from app.domain.catalogue import Regime
from app.domain.errors import RuleBroken
from app.domain.policy import Policy
from tests.domain.cases import CLERK, DAY, LIMIT, by, received

MATERIALS = st.frozensets(st.integers(1, 6), min_size=1)
WORDS = st.sampled_from(["", " ", "写明了理由"])


class CaseWalk(RuleBasedStateMachine):
    """One case, clerks who do as they please, and a calendar that goes on."""

    @initialize(regime=st.sampled_from(Regime))
    def comes(self, regime: Regime) -> None:
        self.case = received(regime)
        self.day = DAY

    @property
    def by(self) -> By:
        return replace(by(self.day), staff=CLERK)

    def attempt(self, step: Callable[[Case], Change]) -> None:
        """A step is carried out as the table says, or refused by a rule and changes nothing."""
        before = self.case
        try:
            after, events = step(before)
        except RuleBroken:
            return
        assert events
        assert after.steps[: len(before.steps)] == before.steps
        for taken in after.steps[len(before.steps) :]:
            assert CASE_TABLE[before.state, taken.action] is taken.state is after.state
            assert taken.action in before.actions()
        if after.state is not before.state:
            assert len(after.steps) == len(before.steps) + 1
        self.case = after

    @rule(days=st.integers(1, 45))
    def days_pass(self, days: int) -> None:
        self.day += timedelta(days=days)

    @rule(missing=MATERIALS, words=WORDS)
    def notify(self, missing: frozenset[int], words: str) -> None:
        self.attempt(lambda case: case_receipt.notify(case, missing, 20, self.by, words))

    @rule(data=st.data())
    def supplement(self, data: st.DataObject) -> None:
        brought = data.draw(st.sampled_from([self.case.outstanding, frozenset({1}), frozenset[int]()]))
        papers = tuple(Paper(number, "材料") for number in brought)
        self.attempt(lambda case: case_receipt.supplement(case, brought, papers, self.by))

    @rule(late=st.one_of(st.none(), st.integers(-3, 30)), is_joint=st.booleans())
    def accept(self, late: int | None, is_joint: bool) -> None:
        pledge = None if late is None else Pledge((6,), Due(self.day + timedelta(days=late)))
        self.attempt(lambda case: case_receipt.accept(case, LIMIT, self.by, pledge=pledge, is_joint=is_joint))

    @rule()
    def lapse(self) -> None:
        self.attempt(lambda case: case_receipt.deem_accepted(case, LIMIT, self.by))

    @rule(words=WORDS)
    def refuse(self, words: str) -> None:
        self.attempt(lambda case: case_receipt.refuse(case, words, self.by))

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
        self.attempt(lambda case: case_course.decide(case, decision, 10, self.by))

    @rule(way=st.sampled_from(DeliveryWay))
    def deliver(self, way: DeliveryWay) -> None:
        self.attempt(lambda case: case_course.deliver(case, Delivery(way, self.day), 30, self.by))

    @rule()
    def archive(self) -> None:
        self.attempt(lambda case: case_course.archive(case, self.by))

    @rule(words=WORDS)
    def withdraw(self, words: str) -> None:
        self.attempt(lambda case: case_course.withdraw(case, words, self.by))

    @rule(words=WORDS)
    def end(self, words: str) -> None:
        self.attempt(lambda case: case_course.end(case, words, self.by))

    @rule()
    def nothing_is_provisional_so_nothing_moves(self) -> None:
        assert case_course.recompute(self.case, Policy(), self.by) is None

    @invariant()
    def an_open_case_has_a_next_limit_and_a_next_step(self) -> None:
        if self.case.state in OPEN_STATES:
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
