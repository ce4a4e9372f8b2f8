"""Whatever is done to a group of exceptions: it has a next step, an owner and a date, and forgets nothing."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from app.domain.errors import RuleBroken
from app.domain.exception_group import (
    GROUP_TABLE,
    CauseGroup,
    GroupAction,
    GroupChange,
    GroupState,
    new_group,
)
from app.domain.ids import CauseGroupId, ExceptionCaseId, StaffId
from tests.domain.make import CLERK, DAY, DEPARTMENT, NINE, OTHER_CLERK
from tests.domain.test_exception_group import EveryDay

PEOPLE = st.sampled_from([CLERK, OTHER_CLERK])
WORDS = st.sampled_from(["", " ", "写明了"])
CASES = st.integers(1, 6).map(lambda n: ExceptionCaseId(UUID(int=n)))


class GroupWalk(RuleBasedStateMachine):
    """One group, and people who do as they please."""

    @initialize()
    def begins(self) -> None:
        self.group, _ = new_group(CauseGroupId(UUID(int=9)), "N", "原因", CLERK, NINE)
        self.day = DAY

    def attempt(self, step: Callable[[CauseGroup], GroupChange]) -> None:
        """A step is carried out as the table says and written down, or refused and changes nothing."""
        before = self.group
        try:
            after, events = step(before)
        except RuleBroken:
            return
        assert after.steps[:-1] == before.steps
        taken = after.steps[-1]
        assert GROUP_TABLE[before.state, taken.action] is taken.state is after.state
        assert [event.action for event in events] == [taken.action]
        if taken.action is GroupAction.REMOVE:
            assert after.cases == tuple(case for case in before.cases if case != taken.case)
            assert taken.text
        else:
            assert after.cases[: len(before.cases)] == before.cases
        self.group = after

    @rule(days=st.integers(1, 40))
    def days_pass(self, days: int) -> None:
        self.day += timedelta(days=days)

    @rule(case=CASES, by=PEOPLE)
    def add(self, case: ExceptionCaseId, by: StaffId) -> None:
        self.attempt(lambda group: group.add(case, by, NINE))

    @rule(case=CASES, words=WORDS, by=PEOPLE)
    def remove(self, case: ExceptionCaseId, words: str, by: StaffId) -> None:
        self.attempt(lambda group: group.remove(case, words, by, NINE))

    @rule(case=CASES, by=PEOPLE)
    def recur(self, case: ExceptionCaseId, by: StaffId) -> None:
        self.attempt(lambda group: group.recur(case, by, NINE, self.day, EveryDay()))

    @rule(words=WORDS, days=st.integers(0, 9), by=PEOPLE)
    def plan(self, words: str, days: int, by: StaffId) -> None:
        self.attempt(lambda group: group.plan(words, DEPARTMENT, days, by, NINE, self.day, EveryDay()))

    @rule(words=WORDS, by=PEOPLE)
    def prove(self, words: str, by: StaffId) -> None:
        self.attempt(lambda group: group.prove(words, by, NINE))

    @rule(passed=st.booleans(), words=WORDS, by=PEOPLE)
    def review(self, passed: bool, words: str, by: StaffId) -> None:
        before = self.group
        self.attempt(lambda group: group.review(passed, words, by, NINE))
        if self.group is not before and before.rectification is not None:
            assert before.rectification.proven_by not in (None, by)

    @invariant()
    def no_proof_is_beyond_review(self) -> None:
        """Whoever gave it, another can give the proof anew, and the first can review that."""
        if self.group.state is GroupState.PROVEN:
            assert self.group.rectification is not None
            first = self.group.rectification.proven_by
            assert first is not None
            second = OTHER_CLERK if first == CLERK else CLERK
            again, _ = self.group.prove("另一份佐证", second, NINE)
            assert again.review(True, "", first, NINE)[0].state is GroupState.CLOSED

    @invariant()
    def nobody_waits_for_nothing(self) -> None:
        assert self.group.actions()
        assert len(set(self.group.cases)) == len(self.group.cases)
        if self.group.state is GroupState.GATHERED:
            assert self.group.rectification is None
        else:
            assert self.group.rectification is not None
            assert self.group.rectification.due.day > DAY


GroupWalk.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
TestGroupWalk = GroupWalk.TestCase
