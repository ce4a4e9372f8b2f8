"""Whatever is done to a follow-up, by whomever: while it is open it has an owner, a date and a next step."""

from collections.abc import Callable
from dataclasses import fields
from datetime import date, datetime, time, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from app.domain import follow_up_course as course
from app.domain.errors import RuleBroken
from app.domain.follow_up import Change, FollowUp
from app.domain.follow_up_clock import caught_up
from app.domain.follow_up_table import (
    FOLLOW_UP_TABLE,
    AppealState,
    FollowUpAction,
    FollowUpLimit,
    FollowUpState,
)
from app.domain.ids import StaffId
from tests.domain.make import DAY, NINE
from tests.domain.ratings import HANDLER, RATED, SUPERVISOR, follow_up, terms

PEOPLE = st.sampled_from([SUPERVISOR, HANDLER, RATED])
A_DAY = timedelta(days=1)
WORDS = st.sampled_from(["", " ", "写明了情况"])
MAY_CHANGE: dict[FollowUpAction, frozenset[str]] = {
    FollowUpAction.ASSIGN: frozenset({"handler"}),
    FollowUpAction.CONTACT: frozenset({"handler"}),
    FollowUpAction.EXTEND: frozenset({"is_complex", "right_by", "warn_on"}),
    FollowUpAction.ASK: frozenset({"satisfied"}),
    FollowUpAction.REWORK: frozenset({"satisfied"}),
    FollowUpAction.APPEAL: frozenset({"appeal", "review_by", "warn_on"}),
    FollowUpAction.UPHOLD: frozenset({"appeal", "review_by"}),
    FollowUpAction.DISMISS: frozenset({"appeal", "review_by"}),
}
"""What a step is about, and so may change; whatever else moved would have moved in silence."""


def _changed(before: FollowUp, after: FollowUp) -> set[str]:
    names = [field.name for field in fields(FollowUp)]
    return {name for name in names if getattr(before, name) != getattr(after, name)}


def _limits(case: FollowUp) -> set[date | None]:
    """The days that a step may name: what is owed next, or the limit that it set."""
    return {limit.day if limit else None for limit in (case.due, case.right_by, case.review_by)}


def beginning_of(day: date) -> datetime:
    return datetime.combine(day, time(), NINE.tzinfo)


class FollowUpWalk(RuleBasedStateMachine):
    """One bad rating, people who do as they please, and a calendar that goes on."""

    @initialize(reachable=st.booleans())
    def comes(self, reachable: bool) -> None:
        self.case = follow_up(reachable=reachable)
        self.day = DAY

    def attempt(self, step: Callable[[FollowUp], Change]) -> None:
        """A step is carried out as the table says and leaves its trace, or is refused and changes nothing."""
        before = self.case
        try:
            after, events = step(before)
        except RuleBroken:
            return
        (taken,) = after.steps[len(before.steps) :]
        assert after.steps[:-1] == before.steps
        assert [event.action for event in events] == [taken.action]
        assert taken.action in before.actions()
        assert FOLLOW_UP_TABLE[before.state, taken.action] is taken.state is after.state
        assert (taken.by == RATED) is (taken.action is FollowUpAction.APPEAL)
        assert _changed(before, after) <= MAY_CHANGE.get(taken.action, frozenset()) | {"state", "steps"}
        assert taken.handler == after.handler
        assert taken.due in _limits(after)
        self.case = after

    @property
    def now(self) -> datetime:
        """This time of the day on which the walk is."""
        return NINE + (self.day - DAY)

    @rule(days=st.integers(1, 9))
    def days_pass(self, days: int) -> None:
        self.day += timedelta(days=days)

    @rule(to=PEOPLE, by=PEOPLE)
    def assign(self, to: StaffId, by: StaffId) -> None:
        self.attempt(lambda case: course.assign(case, to, "", by, self.now))

    @rule(words=WORDS, by=PEOPLE)
    def contact(self, words: str, by: StaffId) -> None:
        self.attempt(lambda case: course.contact(case, words, by, self.now))

    @rule(words=WORDS, by=PEOPLE)
    def extend(self, words: str, by: StaffId) -> None:
        self.attempt(lambda case: course.extend(case, words, by, self.now, terms(self.day)))

    @rule(words=WORDS, by=PEOPLE)
    def put_right(self, words: str, by: StaffId) -> None:
        self.attempt(lambda case: course.put_right(case, words, by, self.now))

    @rule(satisfied=st.booleans(), by=PEOPLE)
    def ask(self, satisfied: bool, by: StaffId) -> None:
        self.attempt(lambda case: course.ask(case, satisfied, "", by, self.now))

    @rule(by=PEOPLE)
    def rework(self, by: StaffId) -> None:
        self.attempt(lambda case: course.rework(case, "", by, self.now))

    @rule(by=PEOPLE)
    def close(self, by: StaffId) -> None:
        self.attempt(lambda case: course.close(case, "", by, self.now))

    @rule(words=WORDS, by=PEOPLE)
    def note(self, words: str, by: StaffId) -> None:
        self.attempt(lambda case: course.note(case, words, by, self.now))

    @rule(words=WORDS, by=PEOPLE)
    def appeal(self, words: str, by: StaffId) -> None:
        self.attempt(lambda case: course.lodge_appeal(case, words, by, self.now, terms(self.day)))

    @rule(uphold=st.booleans(), words=WORDS, by=PEOPLE)
    def review(self, uphold: bool, words: str, by: StaffId) -> None:
        self.attempt(lambda case: course.review(case, uphold, words, by, self.now))

    @rule()
    def somebody_looks(self) -> None:
        """What fell due by now gets its warning, nothing else moves, and a second look finds nothing."""
        before, change = self.case, caught_up(self.case, self.day, beginning_of)
        if change is None:
            return
        self.case, events = change
        given = self.case.steps[len(before.steps) :]
        assert self.case.steps[: len(before.steps)] == before.steps
        assert _changed(before, self.case) == {"steps", "warn_on"}
        assert {event.action for event in events} == {FollowUpAction.WARN}
        assert [(step.action, step.by) for step in given] == [(FollowUpAction.WARN, None)] * len(events)
        limits = {limit.day for limit in before.running.values()}
        assert all(step.due in limits and step.at <= beginning_of(self.day) + A_DAY for step in given)
        assert caught_up(self.case, self.day, beginning_of) is None

    @invariant()
    def while_open_it_has_a_date_and_a_next_step(self) -> None:
        open_ = self.case.state is not FollowUpState.CLOSED
        assert (self.case.due is not None) is open_
        assert (self.case.next_step is not None) is open_
        if self.case.next_step is not None:
            assert self.case.next_step in self.case.actions()

    @invariant()
    def every_change_is_told_in_order(self) -> None:
        times = [step.at for step in self.case.steps]
        assert times == sorted(times)
        assert [step.action for step in self.case.steps].count(FollowUpAction.OPEN) == 1
        assert self.case.steps[0].action is FollowUpAction.OPEN
        assert self.case.steps[-1].state is self.case.state

    @invariant()
    def a_limit_that_runs_is_warned_of_beforehand(self) -> None:
        for limit, on in self.case.warn_on.items():
            if limit in self.case.running:
                assert on < self.case.running[limit].day

    @invariant()
    def once_begun_somebody_has_it_and_never_the_rated_clerk(self) -> None:
        assert self.case.handler != RATED
        if self.case.state is not FollowUpState.OPENED:
            assert self.case.handler is not None

    @invariant()
    def nobody_takes_the_clerks_appeal_away(self) -> None:
        if self.case.appeal is None and DAY < self.day <= terms().appeal_by(DAY).day:
            lodged, _ = course.lodge_appeal(self.case, "不是我", RATED, self.now, terms(self.day))
            assert lodged.appeal is AppealState.LODGED
            assert lodged.running[FollowUpLimit.REVIEW] == terms().review_by(self.day)

    @invariant()
    def what_waits_for_a_review_alone_was_closed(self) -> None:
        if self.case.state is FollowUpState.APPEALED:
            assert self.case.appeal is AppealState.LODGED
            assert self.case.due == self.case.review_by
            assert FollowUpAction.CLOSE in [step.action for step in self.case.steps]

    @invariant()
    def nothing_is_closed_over_an_open_appeal(self) -> None:
        if self.case.state is FollowUpState.CLOSED:
            assert self.case.appeal is not AppealState.LODGED
            assert self.case.satisfied is True or not self.case.reachable


FollowUpWalk.TestCase.settings = settings(max_examples=150, stateful_step_count=30, deadline=None)
TestFollowUpWalk = FollowUpWalk.TestCase
