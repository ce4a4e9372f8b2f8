"""The way of an exception case, its owners and its dates."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from app.domain.calendar import Due
from app.domain.exception_case import (
    Channel,
    ExceptionCase,
    ExceptionCategory,
    ExceptionLevel,
    Step,
    due_for,
    exception_number,
)
from app.domain.exception_dates import recompute
from app.domain.exception_table import ExceptionAction, ExceptionState
from app.domain.ids import ExceptionCaseId
from app.domain.person import Person, Protected
from tests.domain.make import CLERK, DAY, DEPARTMENT, NINE, OTHER_CLERK, at
from tests.refusals import refused

A, S = ExceptionAction, ExceptionState
SOMEBODY = Person(phone=Protected("138****0621", b"", b"", 1))


class EveryDay:
    """All days are worked; known up to 2026."""

    def is_working_day(self, day: date) -> bool:
        return True

    def is_published(self, year: int) -> bool:
        return year <= 2026


def case(state: ExceptionState = S.REGISTERED, **changes: object) -> ExceptionCase:
    fresh = ExceptionCase(
        id=ExceptionCaseId(UUID(int=1)),
        number="例外〔2026〕0041",
        channel=Channel.COUNTER,
        category=ExceptionCategory.OTHER,
        summary="产权证上没有单元编号",
        counts_from=DAY,
        registered_at=NINE,
        level=ExceptionLevel.ORDINARY,
        due=Due(DAY + timedelta(days=5)),
        steps=(),
        person=SOMEBODY,
        state=state,
    )
    return replace(fresh, **changes)


@pytest.mark.parametrize(("level", "days"), [("instant", 0), ("simple", 1), ("ordinary", 5), ("complex", 10)])
def test_deadlines_of_the_levels(level: str, days: int) -> None:
    assert due_for(ExceptionLevel(level), DAY, EveryDay()) == Due(DAY + timedelta(days=days))


def test_triage_sets_category_level_and_deadline_from_registration() -> None:
    judged, (event,) = case().triage(
        ExceptionCategory.PAYMENT, ExceptionLevel.COMPLEX, "涉及银行", CLERK, at(600), EveryDay()
    )
    assert (judged.state, judged.category, judged.due) == (
        S.TRIAGED, ExceptionCategory.PAYMENT, Due(DAY + timedelta(days=10)),
    )  # fmt: skip
    assert (judged.steps[-1].text, judged.steps[-1].due, event.action) == (
        "涉及银行",
        judged.due.day,
        A.TRIAGE,
    )


@pytest.mark.parametrize("offset", [-1, 6])
def test_the_date_given_lies_between_registration_and_the_levels_deadline(offset: int) -> None:
    with refused("exception.rule.due", latest=DAY + timedelta(days=5)):
        case(S.TRIAGED).assign(DEPARTMENT, CLERK, DAY + timedelta(days=offset), "", CLERK, NINE)


def test_assigned_to_an_owner_with_a_date() -> None:
    given, _ = case(S.TRIAGED).assign(DEPARTMENT, CLERK, DAY + timedelta(days=2), "", OTHER_CLERK, NINE)
    assert (given.state, given.department, given.handler, given.due.day) == (
        S.ASSIGNED, DEPARTMENT, CLERK, DAY + timedelta(days=2),
    )  # fmt: skip


def test_sent_back_has_no_owner_and_says_why() -> None:
    given = case(S.ASSIGNED, handler=CLERK, department=DEPARTMENT)
    back, _ = given.send_back("不属本部门", CLERK, NINE, EveryDay())
    assert (back.state, back.handler, back.department) == (S.TRIAGED, None, None)
    with refused("exception.rule.say_why"):
        given.send_back(" ", CLERK, NINE, EveryDay())


def test_only_the_handler_takes_and_answers() -> None:
    for state, act in ((S.ASSIGNED, "take"), (S.IN_HAND, "answer")):
        with refused("exception.rule.other_handler"):
            getattr(case(state, handler=CLERK), act)("说明", OTHER_CLERK, NINE)
        moved, _ = getattr(case(state, handler=CLERK), act)("说明", CLERK, NINE)
        assert moved.state is not state


def test_an_answer_has_words() -> None:
    with refused("exception.rule.say_why"):
        case(S.IN_HAND, handler=CLERK).answer(" ", CLERK, NINE)


def test_who_can_be_asked_is_asked_before_closing() -> None:
    answered = case(S.ANSWERED)
    assert answered.actions() == {A.FOLLOW_UP, A.NOTE}
    with refused("exception.rule.transition", action=A.CLOSE):
        answered.close("", CLERK, NINE)


def test_an_anonymous_case_is_closed_without_asking() -> None:
    nameless = case(S.ANSWERED, person=Person())
    assert nameless.is_anonymous
    assert nameless.actions() == {A.CLOSE, A.NOTE}
    with refused("exception.rule.transition", action=A.FOLLOW_UP):
        nameless.follow_up(True, "", CLERK, NINE)
    assert nameless.close("", CLERK, NINE)[0].state is S.CLOSED


def test_satisfied_is_closed_and_not_satisfied_goes_back_in_hand() -> None:
    happy, _ = case(S.ANSWERED).follow_up(True, "满意", CLERK, NINE)
    assert happy.actions() == {A.CLOSE, A.NOTE}
    unhappy, _ = case(S.ANSWERED).follow_up(False, "没有解决", CLERK, NINE)
    assert unhappy.actions() == {A.REWORK, A.NOTE}
    with refused("exception.rule.transition"):
        unhappy.close("", CLERK, NINE)
    again, _ = unhappy.rework("继续办", CLERK, NINE)
    assert (again.state, again.satisfied) == (S.IN_HAND, None)


def test_reopened_has_a_fresh_deadline_and_no_owner() -> None:
    closed = case(S.CLOSED, handler=CLERK, satisfied=True)
    today = DAY + timedelta(days=30)
    back, _ = closed.reopen("又发生了", CLERK, NINE, EveryDay(), today)
    assert (back.state, back.handler, back.satisfied) == (S.TRIAGED, None, None)
    assert (back.counts_from, back.due) == (today, Due(today + timedelta(days=5)))


def test_a_note_changes_nothing_but_the_story() -> None:
    noted, _ = case(S.IN_HAND).note("已电话联系", CLERK, at(1))
    assert (noted.state, [s.text for s in noted.steps]) == (S.IN_HAND, ["已电话联系"])
    with refused("exception.rule.transition"):
        case(S.CLOSED).note("晚了", CLERK, NINE)


def test_a_deadline_into_an_unpublished_year_stays_provisional_only_when_kept() -> None:
    open_ended = case(S.TRIAGED, due=Due(date(2027, 1, 4), provisional=True))
    kept, _ = open_ended.assign(DEPARTMENT, CLERK, date(2027, 1, 4), "", CLERK, NINE)
    sooner, _ = open_ended.assign(DEPARTMENT, CLERK, date(2026, 12, 30), "", CLERK, NINE)
    assert (kept.due.provisional, sooner.due.provisional) == (True, False)


def test_a_limit_is_computed_anew_until_the_case_is_on_file() -> None:
    guessed = Due(DAY + timedelta(days=4), provisional=True)
    for state in S:
        change = recompute(case(state, due=guessed), EveryDay(), None, NINE)
        if state is S.CLOSED:
            assert change is None
        else:
            assert change is not None
            assert (change[0].due, change[0].state) == (Due(DAY + timedelta(days=5)), state)
            assert (change[0].steps[-1].action, change[0].steps[-1].by) == (A.RECOMPUTE, None)


def test_a_certain_limit_is_computed_anew_only_where_its_year_changed() -> None:
    certain = case(due=Due(DAY + timedelta(days=4)))
    assert recompute(certain, EveryDay(), CLERK, NINE) is None
    assert recompute(certain, EveryDay(), CLERK, NINE, DAY.year + 1) is None
    assert recompute(certain, EveryDay(), CLERK, NINE, DAY.year) is not None


def test_a_day_before_the_limit_gives_way_to_one_that_is_earlier_now() -> None:
    given = replace(
        case(S.ASSIGNED, due=Due(DAY + timedelta(days=7))),
        steps=(Step(A.TRIAGE, S.TRIAGED, CLERK, NINE, due=DAY + timedelta(days=9)),),
    )
    change = recompute(given, EveryDay(), CLERK, NINE, DAY.year)
    assert change is not None
    assert change[0].due == Due(DAY + timedelta(days=5))
    sooner = replace(given, due=Due(DAY + timedelta(days=2)))
    assert recompute(sooner, EveryDay(), CLERK, NINE, DAY.year) is None


def test_exception_numbers() -> None:
    assert exception_number(2026, 41) == "例外〔2026〕0041"
