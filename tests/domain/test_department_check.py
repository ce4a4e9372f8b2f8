"""Asking other departments whether they have the same."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from functools import partial
from uuid import UUID

from app.domain.alarm import alarm_of
from app.domain.calendar import Due
from app.domain.department_check import CheckAction, DepartmentCheck, caught_up, start_check
from app.domain.ids import DepartmentCheckId, DepartmentId, ExceptionCaseId
from tests.domain.exceptions import terms
from tests.domain.make import CLERK, DAY, NINE, at
from tests.refusals import refused

TAX, LAND, OTHER = (DepartmentId(UUID(int=n)) for n in (11, 12, 13))
CHECK = DepartmentCheck(
    DepartmentCheckId(UUID(int=1)), "筛查〔2026〕0001", ExceptionCaseId(UUID(int=2)), " 刷卡机证书过期？ ",
    (TAX, LAND, TAX), Due(DAY + timedelta(days=5)), CLERK, NINE,
)  # fmt: skip


def test_each_department_is_asked_once_and_somebody_must_be() -> None:
    check, (event,) = start_check(CHECK)
    assert (check.departments, check.question, event.action) == (
        (TAX, LAND), "刷卡机证书过期？", CheckAction.START,
    )  # fmt: skip
    with refused("department_check.rule.nobody"):
        start_check(replace(CHECK, departments=()))
    with refused("department_check.rule.question"):
        start_check(replace(CHECK, question=" "))


def test_it_is_open_until_all_have_answered() -> None:
    check, _ = start_check(CHECK)
    check, (event,) = check.answer(LAND, True, "两台也过期", CLERK, at(5))
    assert (check.is_open, check.unanswered, event.facts["found"]) == (True, (TAX,), True)
    check, _ = check.answer(TAX, False, "", CLERK, at(6))
    assert (check.is_open, [answer.found for answer in check.answers]) == (False, [True, False])


def test_what_somebody_has_yet_to_answer_is_warned_of_and_told_as_overdue() -> None:
    check = replace(CHECK, alarm=alarm_of(CHECK.due.day, terms()))
    begins = partial(datetime.combine, time=time(), tzinfo=UTC)
    assert caught_up(check, DAY + timedelta(days=3), begins) is None
    change = caught_up(check, DAY + timedelta(days=90), begins)
    assert change is not None
    late, events = change
    assert [event.action for event in events] == [CheckAction.WARN, CheckAction.OVERDUE]
    assert (late.warned_at, late.overdue_at) == (
        begins(DAY + timedelta(days=4)), begins(DAY + timedelta(days=6)),
    )  # fmt: skip
    assert caught_up(late, DAY + timedelta(days=99), begins) is None
    answered = check.answer(LAND, False, "", CLERK, at(5))[0].answer(TAX, False, "", CLERK, at(6))[0]
    assert caught_up(answered, DAY + timedelta(days=90), begins) is None


def test_who_was_not_asked_or_has_answered_does_not_answer() -> None:
    check, _ = start_check(CHECK)
    with refused("department_check.rule.not_asked", number=CHECK.number):
        check.answer(OTHER, False, "", CLERK, at(5))
    check, _ = check.answer(TAX, False, "", CLERK, at(5))
    with refused("department_check.rule.answered", number=CHECK.number):
        check.answer(TAX, True, "有", CLERK, at(6))


def test_what_was_found_is_told() -> None:
    check, _ = start_check(CHECK)
    with refused("department_check.rule.say_what"):
        check.answer(TAX, True, " ", CLERK, at(5))
