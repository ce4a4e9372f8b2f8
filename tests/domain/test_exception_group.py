"""Cases with one cause, their rectification, and what happens when it was not enough."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from app.domain.calendar import Due
from app.domain.exception_group import CauseGroup, GroupAction, GroupState, new_group
from app.domain.ids import CauseGroupId, ExceptionCaseId
from tests.domain.make import CLERK, DAY, DEPARTMENT, NINE, OTHER_CLERK, at
from tests.refusals import refused

A, S = GroupAction, GroupState
FIRST, SECOND, THIRD = (ExceptionCaseId(UUID(int=n)) for n in (1, 2, 3))


class EveryDay:
    """All days are worked."""

    def is_working_day(self, day: date) -> bool:
        return True

    def is_published(self, year: int) -> bool:
        return year <= 2026


def gathered() -> CauseGroup:
    group, _ = new_group(CauseGroupId(UUID(int=9)), "同因〔2026〕0001", "刷卡机证书过期", CLERK, NINE)
    return group.add(FIRST, CLERK, NINE)[0]


def planned(days: int = 3) -> CauseGroup:
    return gathered().plan("更换证书", DEPARTMENT, days, CLERK, NINE, DAY, EveryDay())[0]


def proven() -> CauseGroup:
    return planned().prove("更换记录", CLERK, at(60))[0]


def closed() -> CauseGroup:
    return proven().review(True, "", OTHER_CLERK, at(90))[0]


def test_a_group_begins_with_its_cause() -> None:
    group, event = new_group(CauseGroupId(UUID(int=9)), "N", " 原因 ", CLERK, NINE)
    assert (group.cause, group.state, group.cases, event.action) == ("原因", S.GATHERED, (), A.CREATE)
    with refused("exception_group.rule.say"):
        new_group(CauseGroupId(UUID(int=9)), "N", " ", CLERK, NINE)


def test_a_case_is_added_once() -> None:
    group, (event,) = gathered().add(SECOND, CLERK, NINE)
    assert (group.cases, group.state, group.steps[-1].case) == ((FIRST, SECOND), S.GATHERED, SECOND)
    assert event.facts == {"number": group.number}
    with refused("exception_group.rule.twice"):
        group.add(FIRST, CLERK, NINE)


def test_a_plan_is_due_in_working_days_and_may_be_made_again() -> None:
    group = planned(3)
    assert group.rectification is not None
    assert (group.state, group.rectification.due) == (S.RECTIFYING, Due(DAY + timedelta(days=3)))
    again, _ = group.plan("换机", DEPARTMENT, 1, CLERK, NINE, DAY, EveryDay())
    assert again.rectification is not None
    assert (again.rectification.measure, again.steps[-1].due) == ("换机", DAY + timedelta(days=1))


@pytest.mark.parametrize(
    ("measure", "days", "rule"),
    [(" ", 3, "exception_group.rule.say"), ("换机", 0, "exception_group.rule.days")],
)
def test_a_plan_says_what_and_until_when(measure: str, days: int, rule: str) -> None:
    with refused(rule):
        gathered().plan(measure, DEPARTMENT, days, CLERK, NINE, DAY, EveryDay())


def test_nothing_is_proven_before_it_is_planned() -> None:
    with refused("exception_group.rule.no_plan"):
        gathered().prove("好了", CLERK, NINE)
    with refused("exception_group.rule.transition"):
        planned().review(True, "", OTHER_CLERK, NINE)


def test_another_person_reviews() -> None:
    with refused("exception_group.rule.same_person"):
        proven().review(True, "", CLERK, at(90))
    assert closed().state is S.CLOSED


def test_sending_back_needs_a_reason_and_fresh_proof() -> None:
    with refused("exception_group.rule.say"):
        proven().review(False, " ", OTHER_CLERK, at(90))
    back, _ = proven().review(False, "佐证不清", OTHER_CLERK, at(90))
    assert (back.state, back.steps[-1].text) == (S.RECTIFYING, "佐证不清")
    again, _ = back.prove("照片", OTHER_CLERK, at(100))
    with refused("exception_group.rule.same_person"):
        again.review(True, "", OTHER_CLERK, at(110))


def test_what_happens_again_opens_group_and_rectification_with_fresh_days() -> None:
    later = DAY + timedelta(days=30)
    group, (event,) = closed().recur(SECOND, CLERK, at(200), later, EveryDay())
    assert group.rectification is not None
    assert (group.state, group.cases, event.action) == (S.RECTIFYING, (FIRST, SECOND), A.REOPEN)
    assert group.rectification.due == Due(later + timedelta(days=3))
    assert (group.rectification.proof, group.rectification.proven_by) == ("", None)
    with refused("exception_group.rule.transition"):
        planned().recur(SECOND, CLERK, NINE, DAY, EveryDay())


def test_an_old_case_leaves_a_closed_group_closed() -> None:
    group, _ = closed().add(THIRD, CLERK, NINE)
    assert (group.state, group.cases) == (S.CLOSED, (FIRST, THIRD))


def test_a_case_of_its_own_that_was_opened_again_opens_a_closed_group() -> None:
    group, _ = closed().recur(FIRST, CLERK, at(200), DAY, EveryDay())
    assert (group.state, group.cases, group.steps[-1].case) == (S.RECTIFYING, (FIRST,), FIRST)


def test_a_case_of_another_cause_is_taken_out_with_a_reason_while_the_group_is_open() -> None:
    group, _ = planned().add(SECOND, CLERK, NINE)
    with refused("exception_group.rule.say"):
        group.remove(FIRST, " ", CLERK, NINE)
    with refused("exception_group.rule.not_in"):
        group.remove(THIRD, "另一原因", CLERK, NINE)
    left, _ = group.remove(FIRST, "另一原因", CLERK, NINE)
    assert (left.cases, left.state, left.steps[-1].case) == ((SECOND,), S.RECTIFYING, FIRST)
    with refused("exception_group.rule.transition"):
        closed().remove(FIRST, "另一原因", CLERK, NINE)


def test_another_proof_takes_the_place_of_the_first_whose_giver_may_review_it() -> None:
    with refused("exception_group.rule.same_person"):
        proven().review(True, "", CLERK, at(90))
    again, _ = proven().prove("照片", OTHER_CLERK, at(80))
    assert again.rectification is not None
    assert (again.state, again.rectification.proof) == (S.PROVEN, "照片")
    assert again.review(True, "", CLERK, at(90))[0].state is S.CLOSED
