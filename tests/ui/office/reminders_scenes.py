"""The page of reminders in every scene."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from app.domain.case_parts import WatchKind
from app.domain.catalogue import Regime
from app.domain.ids import StaffId
from app.domain.message import Message
from app.domain.reminder import ReminderAction, ReminderState
from app.domain.staff import Actor, Role
from app.ports.documents import AboutKind
from app.ports.rows import ReminderRow
from tests.ui.office.scenes import HALL, NAMES, NOW
from tests.ui.office.texts_scenes import DEPARTMENTS
from ui.office.reminders_state import (
    Late,
    NewReminder,
    Pane,
    ReminderDraft,
    ReminderPage,
    RemindersState,
    Scope,
)
from ui.signing import SigningIn

SUPERVISOR = Actor(StaffId(UUID(int=2)), "0002", "李明", Role.SUPERVISOR, None, "office")
TODAY = HALL.day
LONG = (
    "“国有建设用地使用权及房屋所有权转移登记（存量房买卖）”的申请人已经来过三次，窗口每次告知的材料都不一样，"
    "至今没有出具一次性告知单，也没有在承诺的期限内作出决定，电话回访时仍在等候。"
)


def row(serial: int, days: int, finding: str = "窗口在办公时间无人值守", **known: object) -> ReminderRow:
    """A reminder that is due in so many days."""
    made = ReminderRow(
        id=UUID(int=serial),
        number=f"政务办催〔2026〕{serial:04d}号",
        department=f"D{serial % len(NAMES):02d}",
        department_name=NAMES[serial % len(NAMES)],
        finding=finding,
        rule="《大厅管理办法》第六条",
        put_right_by=TODAY + timedelta(days=days),
        case=None,
        exception=None,
        issued_at=NOW - timedelta(days=5),
        issued_by="0002",
        issued_by_name="李明",
        state=ReminderState.OPEN,
        answered_on=None,
        answered_by=None,
        answered_by_name=None,
        answer="",
        void_reason="",
        reprints=0,
        today=TODAY,
    )
    return replace(made, **known)  # type: ignore[arg-type]


LATE = row(1, -2, "“动物诊疗许可证核发”于2026年3月13日前应作出决定，已逾期 5 天。", case="IT031-2026-00041")
DONE = row(
    4, 0, state=ReminderState.PUT_RIGHT, answered_on=TODAY, answered_by="0102", answered_by_name="何静",
    answer="已安排替岗，并公示岗位表。",
)  # fmt: skip
VOID = row(5, 3, state=ReminderState.VOID, void_reason="发错单位")
ROWS = (LATE, row(2, 0), row(3, 2, exception="例外〔2026〕0007"), row(6, 9, LONG), DONE, VOID)
LATE_THINGS = (
    Late(
        AboutKind.CASE, "IT031-2026-00041", "动物诊疗许可证核发", date(2026, 3, 13), -5, WatchKind.DECIDE,
        Regime.LICENCE,
    ),
    Late(
        AboutKind.CASE, "IT008-2026-00012", "国有建设用地使用权及房屋所有权转移登记（存量房买卖）",
        date(2026, 3, 20), 2, WatchKind.TELL, Regime.OTHER,
    ),
    Late(AboutKind.EXCEPTION, "例外〔2026〕0007", "刷卡缴费失败，窗口要求重新缴费", date(2026, 3, 16), -2),
)  # fmt: skip
LISTED = RemindersState(
    actor=SUPERVISOR,
    hall=HALL,
    soon=date(2026, 3, 23),
    rows=ROWS[:4],
    wanted=LATE.number,
    page=ReminderPage(LATE),
    days_left=-2,
    departments=DEPARTMENTS,
    late=LATE_THINGS,
    by_days=tuple(date(2026, 3, day) for day in (23, 18, 19, 20, 24, 25, 26, 27)),
)
NEW = replace(LISTED, pane=Pane.NEW)
SUGGESTED = replace(
    NEW,
    new=NewReminder(
        LATE_THINGS[0].key,
        None,
        "“动物诊疗许可证核发”于2026年3月13日前应作出决定，已逾期 5 天。",
        "《中华人民共和国行政许可法》第四十二条",
    ),
)

REMINDERS_SCENES = {
    "reminders-door": RemindersState(signing_in=SigningIn(problem=Message("staff.rule.wrong_password"))),
    "reminders-empty": replace(LISTED, rows=(), wanted=None, page=None),
    "reminders-late": replace(LISTED, drafts={LATE.number: ReminderDraft("已于今日作出决定并送达。")}),
    "reminders-all": replace(
        LISTED, rows=ROWS, scope=Scope.ALL, wanted=DONE.number, page=ReminderPage(DONE), days_left=0
    ),
    "reminders-void": replace(
        LISTED, rows=ROWS, scope=Scope.ALL, wanted=VOID.number, page=ReminderPage(VOID), days_left=3
    ),
    "reminders-long": replace(
        LISTED,
        wanted=ROWS[3].number,
        page=ReminderPage(ROWS[3]),
        days_left=7,
        chosen=ReminderAction.VOID,
        problem=Message("reminder.rule.say_why"),
    ),
    "reminders-overfull": replace(
        LISTED, rows=tuple(row(n, n - 20, LONG if n % 3 else "窗口无人值守") for n in range(1, 60))
    ),
    "reminders-new": NEW,
    "reminders-suggested": SUGGESTED,
    "reminders-own": replace(
        NEW,
        new=NewReminder("", "D06", LONG, "《大厅管理办法》第六条"),
        problem=Message("reminder.rule.say_rule"),
    ),
    "reminders-lost": replace(SUGGESTED, busy=True, unconfirmed=True),
}
