"""Reminding a department: what must be said, how it stands on a day, and what came of it."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from app.domain.document import DocumentStatus
from app.domain.ids import ReminderId
from app.domain.reminder import (
    Reminder,
    ReminderAction,
    ReminderAnswer,
    ReminderStanding,
    ReminderState,
    as_issued,
    reminder_number,
    standing_of,
)
from tests.domain.make import CLERK, DAY, DEPARTMENT, NINE
from tests.refusals import refused

REMINDER = Reminder(
    ReminderId(UUID(int=1)), reminder_number(2026, 7), DEPARTMENT, " 逾期未办，电话13812345678 ", "第四十二条",
    DAY + timedelta(days=5), NINE, CLERK,
)  # fmt: skip


def test_it_says_what_was_found_by_which_rule_and_keeps_no_personal_value() -> None:
    issued, (event,) = as_issued(REMINDER, DAY)
    assert (issued.number, issued.finding, issued.state) == (
        "政务办催〔2026〕0007号", "逾期未办，电话138****5678", ReminderState.OPEN,
    )  # fmt: skip
    assert (event.action, event.facts) == (ReminderAction.ISSUE, {"number": issued.number})
    with refused("reminder.rule.say_finding"):
        as_issued(replace(REMINDER, finding=" "), DAY)
    with refused("reminder.rule.say_rule"):
        as_issued(replace(REMINDER, rule=""), DAY)


def test_there_is_time_to_put_it_right() -> None:
    as_issued(replace(REMINDER, put_right_by=DAY), DAY)
    with refused("reminder.rule.over", day=DAY - timedelta(days=1)):
        as_issued(replace(REMINDER, put_right_by=DAY - timedelta(days=1)), DAY)


@pytest.mark.parametrize(
    ("days", "standing"),
    [
        (4, ReminderStanding.OPEN),
        (5, ReminderStanding.TODAY),
        (6, ReminderStanding.OVERDUE),
    ],
)
def test_how_it_stands_on_a_day(days: int, standing: ReminderStanding) -> None:
    day = DAY + timedelta(days=days)
    assert standing_of(ReminderState.OPEN, REMINDER.put_right_by, day) is standing
    assert standing_of(ReminderState.PUT_RIGHT, REMINDER.put_right_by, day) is ReminderStanding.PUT_RIGHT
    assert standing_of(ReminderState.VOID, REMINDER.put_right_by, day) is ReminderStanding.VOID


def test_put_right_once_and_with_words() -> None:
    with refused("reminder.rule.say_what"):
        REMINDER.put_right(" ", DAY, CLERK)
    done, (event,) = REMINDER.put_right("已补办", DAY, CLERK)
    assert (done.state, done.answer) == (ReminderState.PUT_RIGHT, ReminderAnswer(DAY, CLERK, "已补办"))
    assert (event.action, done.status) == (ReminderAction.ANSWER, DocumentStatus.IN_FORCE)
    with refused("reminder.rule.transition"):
        done.put_right("再办", DAY, CLERK)


def test_made_void_it_keeps_its_number_and_what_was_answered() -> None:
    with refused("reminder.rule.say_why"):
        REMINDER.void("")
    done, _ = REMINDER.put_right("已补办", DAY, CLERK)
    void, (event,) = done.void("发错单位")
    assert (void.number, void.void_reason, void.answer) == (REMINDER.number, "发错单位", done.answer)
    assert (event.action, void.status) == (ReminderAction.VOID, DocumentStatus.VOID)
    with refused("reminder.rule.transition"):
        void.void("再作废")


def test_a_void_one_is_printed_for_the_file_too() -> None:
    again, (event,) = REMINDER.void("发错单位")[0].reprint()
    assert (again.reprints, again.state, event.action) == (1, ReminderState.VOID, ReminderAction.REPRINT)
