"""Whatever is done to an exception case, by whomever: it has an owner, a date and a next step; nothing is silent."""

from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from app.domain import exception_course as course
from app.domain import exception_working as working
from app.domain.errors import RuleBroken
from app.domain.exception_case import Change, ExceptionCase
from app.domain.exception_course import By
from app.domain.exception_ladder import caught_up
from app.domain.exception_table import BY_RULE, EXCEPTION_TABLE, ExceptionAction, ExceptionState
from app.domain.exception_terms import ExceptionLevel, Rung
from app.domain.ids import StaffId
from app.domain.person import Person
from tests.domain.exceptions import SOMEBODY, case, terms
from tests.domain.make import CLERK, DAY, DEPARTMENT, OTHER_CLERK

A, S = ExceptionAction, ExceptionState
BEGINS = {A.REWORK, A.REOPEN, A.ANSWER, A.SIGN_OFF}
"""Steps after which something else is owed than before, from that day on."""
PEOPLE = st.sampled_from([CLERK, OTHER_CLERK])
CATEGORIES = st.sampled_from(["payment", "conduct", "other"])
WORDS = st.sampled_from(["", " ", "写明了情况"])
LEVELS = st.sampled_from(ExceptionLevel)


def beginning(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


class ExceptionWalk(RuleBasedStateMachine):
    """One case, people who do as they please, and a calendar that goes on."""

    @initialize(named=st.booleans(), level=LEVELS)
    def comes(self, named: bool, level: ExceptionLevel) -> None:
        self.day, due = DAY, terms().due(level, DAY)
        dates = course.due_dates(due, DAY, Rung.HANDLER, terms())
        self.case = case(person=SOMEBODY if named else Person(), level=level, **dates)
        self.gone: set[StaffId] = set()

    def by(self, who: StaffId) -> By:
        return By(who, beginning(self.day) + timedelta(hours=9), terms(self.day))

    def attempt(self, step: Callable[[ExceptionCase], Change]) -> None:
        """A step is carried out as the table says and leaves its trace, or is refused and changes nothing."""
        self.sweep()
        before = self.case
        try:
            after, events = step(before)
        except RuleBroken:
            return
        self._must_be_told(before, after, events)
        self._last_step_says_what_changed(before, after)
        assert after.steps[-1].action in before.actions()
        self.case = after

    def _must_be_told(self, before: ExceptionCase, after: ExceptionCase, events: tuple[object, ...]) -> None:
        """Every change of any field comes with an entry of its own, and none of the story is ever lost."""
        taken = after.steps[len(before.steps) :]
        assert after.steps[: len(before.steps)] == before.steps
        assert [event.action for event in events] == [step.action for step in taken]  # type: ignore[attr-defined]
        changed = [f.name for f in fields(before) if getattr(before, f.name) != getattr(after, f.name)]
        assert bool(taken) is bool(changed)
        state = before.state
        for step in taken:
            assert EXCEPTION_TABLE[state, step.action] is step.state
            assert (step.by is None) is (step.action in BY_RULE)
            state = step.state
        assert state is after.state

    def _last_step_says_what_changed(self, before: ExceptionCase, after: ExceptionCase) -> None:
        """Nobody has to compare versions: what somebody changed stands in the entry."""
        step = after.steps[-1]
        if (before.category, before.level) != (after.category, after.level):
            assert (step.category, step.level) == (after.category, after.level)
        if before.due.day != after.due.day:
            assert step.due == after.due.day
        if (before.handler, before.department) != (after.handler, after.department):
            assert (step.handler, step.department) == (after.handler, after.department)
        if after.satisfied is not before.satisfied:
            assert step.satisfied is after.satisfied

    @rule(who=PEOPLE)
    def leaves(self, who: StaffId) -> None:
        """Somebody can no longer sign in."""
        self.gone.add(who)

    @rule(who=PEOPLE)
    def comes_back(self, who: StaffId) -> None:
        self.gone.discard(who)

    @rule()
    def sweep(self) -> None:
        change = caught_up(self.case, terms(self.day), beginning)
        if change is not None:
            self._must_be_told(self.case, *change)
            self.case = change[0]
        assert caught_up(self.case, terms(self.day), beginning) is None

    @rule(days=st.integers(1, 9))
    def days_pass(self, days: int) -> None:
        self.day += timedelta(days=days)

    @rule(category=CATEGORIES, level=LEVELS, by=PEOPLE)
    def triage(self, category: str, level: ExceptionLevel, by: StaffId) -> None:
        self.attempt(lambda case: course.triage(case, category, level, "", self.by(by)))

    @rule(to=PEOPLE, by=PEOPLE, sooner=st.integers(-2, 2), words=WORDS)
    def assign(self, to: StaffId, by: StaffId, sooner: int, words: str) -> None:
        due = self.case.due.day - timedelta(days=sooner)
        self.attempt(lambda case: course.assign(case, DEPARTMENT, to, due, words, self.by(by)))

    @rule(words=WORDS, by=PEOPLE)
    def say(self, words: str, by: StaffId) -> None:
        self.attempt(lambda case: course.note(case, words, self.by(by)))

    @rule(
        words=WORDS,
        by=PEOPLE,
        act=st.sampled_from([course.take, course.answer, course.send_back, course.close]),
    )
    def move(self, words: str, by: StaffId, act: Callable[[ExceptionCase, str, By], Change]) -> None:
        self.attempt(lambda case: act(case, words, self.by(by)))

    @rule(words=WORDS, by=PEOPLE, act=st.sampled_from([course.rework, course.reopen]))
    def again(self, words: str, by: StaffId, act: Callable[[ExceptionCase, str, By], Change]) -> None:
        self.attempt(lambda case: act(case, words, self.by(by)))

    @rule(
        words=WORDS, by=PEOPLE, act=st.sampled_from([working.contact, working.measure, working.answer_part])
    )
    def work(self, words: str, by: StaffId, act: Callable[[ExceptionCase, str, By], Change]) -> None:
        self.attempt(lambda case: act(case, words, self.by(by)))

    @rule(words=WORDS, by=PEOPLE, to=PEOPLE)
    def join(self, words: str, by: StaffId, to: StaffId) -> None:
        self.attempt(lambda case: working.join(case, DEPARTMENT, to, words, self.by(by)))

    @rule(words=WORDS, by=PEOPLE, of=PEOPLE)
    def release(self, words: str, by: StaffId, of: StaffId) -> None:
        self.attempt(lambda case: working.release(case, of, words, self.by(by)))

    @rule(words=WORDS, by=PEOPLE)
    def extend(self, words: str, by: StaffId) -> None:
        before = self.case
        self.attempt(lambda case: working.extend(case, words, self.by(by)))
        if self.case.extended and not before.extended:
            assert self.day <= before.due.day < self.case.due.day

    @rule(words=WORDS, basis=WORDS, by=PEOPLE)
    def deny(self, words: str, basis: str, by: StaffId) -> None:
        self.attempt(lambda case: working.deny(case, words, basis, self.by(by)))

    @rule(
        words=WORDS,
        by=PEOPLE,
        act=st.sampled_from([working.sign_off, working.refuse, working.withdraw]),
    )
    def decide(self, words: str, by: StaffId, act: Callable[[ExceptionCase, str, By], Change]) -> None:
        self.attempt(lambda case: act(case, words, self.by(by)))

    @rule(satisfied=st.booleans(), by=PEOPLE)
    def follow_up(self, satisfied: bool, by: StaffId) -> None:
        self.attempt(lambda case: course.follow_up(case, satisfied, "", self.by(by)))

    @invariant()
    def it_has_an_owner_a_date_and_a_next_step(self) -> None:
        with_handler = self.case.state in (S.ASSIGNED, S.IN_HAND, S.FOR_SIGN_OFF)
        if with_handler:
            assert self.case.handler is not None
            assert self.case.department is not None
        assert self.case.due.day >= self.case.counts_from
        began = next((step.at for step in reversed(self.case.steps) if step.action in BEGINS), None)
        assert self.case.counts_from == (began.date() if began else DAY)
        assert (self.case.next_step is None) is (self.case.state is S.CLOSED)
        if self.case.next_step is not None:
            assert self.case.next_step in self.case.actions()

    @invariant()
    def somebody_who_is_there_may_go_on(self) -> None:
        """Whoever is gone: who directs, with nothing but that, can give it to somebody who is there, who takes it."""
        here, directing = StaffId(UUID(int=77)), StaffId(UUID(int=78))
        if not self.case.is_unanswered or self.case.handler not in self.gone:
            return
        day = self.case.due.day
        given, _ = course.assign(self.case, DEPARTMENT, here, day, "承办人已离岗", self.by(directing))
        taken, _ = course.take(given, "", self.by(here))
        for part in taken.open_parts:
            taken, _ = working.release(taken, part.handler, "不用了", self.by(directing))
        assert course.answer(taken, "已办", self.by(here))[0].state is S.ANSWERED

    @invariant()
    def who_says_no_may_think_again(self) -> None:
        if self.case.state is S.FOR_SIGN_OFF:
            proposed = [step.by for step in self.case.steps if step.action is A.DENY][-1]
            assert proposed is not None
            assert working.withdraw(self.case, "另想办法", self.by(proposed))[0].state is S.IN_HAND

    @invariant()
    def whatever_is_owed_is_watched(self) -> None:
        """Until it has risen to the top, there is a day on which it rises."""
        if self.case.is_open:
            assert (self.case.rises_on is None) is (self.case.rung is Rung.DISTRICT)

    @invariant()
    def the_story_goes_forward(self) -> None:
        instants = [step.at for step in self.case.steps]
        assert instants == sorted(instants)

    @invariant()
    def nobody_says_no_alone(self) -> None:
        denied = None
        for step in self.case.steps:
            if step.action is A.DENY:
                denied = step.by
            if step.action is A.SIGN_OFF:
                assert step.by != denied

    @invariant()
    def what_was_answered_was_whole(self) -> None:
        if self.case.state in (S.ANSWERED, S.FOLLOWED_UP, S.CLOSED, S.FOR_SIGN_OFF):
            assert not self.case.open_parts


ExceptionWalk.TestCase.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)
TestExceptionWalk = ExceptionWalk.TestCase
