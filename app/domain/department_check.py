"""Asking whether other departments have the same trouble (类似问题筛查): a list of who was asked and who answered."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from app.domain.alarm import SILENT, Alarm
from app.domain.calendar import Due
from app.domain.errors import RuleBroken
from app.domain.events import Event, Topic
from app.domain.free_text import said
from app.domain.ids import DepartmentCheckId, DepartmentId, ExceptionCaseId, StaffId


class CheckAction(StrEnum):
    """What happens to a check."""

    START = "start"
    ANSWER = "answer"
    WARN = "warn"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class CheckAnswer:
    """What a department found: the same trouble or not, in whose words and when."""

    department: DepartmentId
    found: bool
    text: str
    by: StaffId
    at: datetime


CheckChange = tuple["DepartmentCheck", tuple[Event, ...]]


@dataclass(frozen=True, slots=True)
class DepartmentCheck:
    """One question to several departments about one case; open until all of them have answered.

    ``warned_at`` and ``overdue_at`` are when a rule warned of its limit, and told that it is over.
    """

    id: DepartmentCheckId
    number: str
    case: ExceptionCaseId
    question: str
    departments: tuple[DepartmentId, ...]
    due: Due
    started_by: StaffId
    started_at: datetime
    answers: tuple[CheckAnswer, ...] = ()
    alarm: Alarm = SILENT
    warned_at: datetime | None = None
    overdue_at: datetime | None = None
    version: int = 1

    @property
    def unanswered(self) -> tuple[DepartmentId, ...]:
        """Who has not answered yet, in the order in which they were asked."""
        answered = {answer.department for answer in self.answers}
        return tuple(department for department in self.departments if department not in answered)

    @property
    def is_open(self) -> bool:
        """Whether somebody has yet to answer."""
        return bool(self.unanswered)

    def answer(
        self, department: DepartmentId, found: bool, text: str, by: StaffId, now: datetime
    ) -> CheckChange:
        """What a department says, once; what it found is told in words.

        Raises:
            RuleBroken: the department was not asked or has answered, or it found something and does not say what.
        """
        if department not in self.departments:
            raise RuleBroken("department_check.rule.not_asked", number=self.number)
        if department not in self.unanswered:
            raise RuleBroken("department_check.rule.answered", number=self.number)
        if found and not text.strip():
            raise RuleBroken("department_check.rule.say_what")
        answer = CheckAnswer(department, found, said(text), by, now)
        event = Event(Topic.EXCEPTIONS, CheckAction.ANSWER, self.id, {"number": self.number, "found": found})
        return replace(self, answers=(*self.answers, answer)), (event,)


def caught_up(
    check: DepartmentCheck, today: date, beginning_of: Callable[[date], datetime]
) -> CheckChange | None:
    """The check with what fell due up to today while somebody has yet to answer; None where nothing did.

    However late somebody looks, it bears the day on which it fell due, but none before the check began.
    """
    if not check.is_open:
        return None
    events: list[Event] = []
    after = check.alarm.after(today)
    for day, is_late in check.alarm.come(today):
        at = max(beginning_of(day), check.started_at)
        check = replace(check, overdue_at=at) if is_late else replace(check, warned_at=at)
        action = CheckAction.OVERDUE if is_late else CheckAction.WARN
        events.append(Event(Topic.EXCEPTIONS, action, check.id, {"number": check.number}))
    return (replace(check, alarm=after), tuple(events)) if events else None


def start_check(check: DepartmentCheck) -> CheckChange:
    """The check as it begins: its question may be kept, and each department is asked once.

    Raises:
        RuleBroken: no question, or nobody is asked.
    """
    if not check.question.strip():
        raise RuleBroken("department_check.rule.question")
    if not check.departments:
        raise RuleBroken("department_check.rule.nobody")
    begun = replace(check, question=said(check.question), departments=tuple(dict.fromkeys(check.departments)))
    return begun, (Event(Topic.EXCEPTIONS, CheckAction.START, check.id, {"number": check.number}),)


def check_number(year: int, sequence: int) -> str:
    """The number of a check over departments: 筛查〔2026〕0003."""
    return f"筛查〔{year}〕{sequence:04d}"
