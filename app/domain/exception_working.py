"""Working on an exception case: contact, measures, the one extension, other departments, and saying no."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from app.domain.calendar import must_be_working_day
from app.domain.errors import RuleBroken
from app.domain.exception_case import Change, ExceptionCase, Part, Step, must_say
from app.domain.exception_course import By, answered, due_dates, must_be_whole, told_due
from app.domain.exception_table import ExceptionAction
from app.domain.free_text import said
from app.domain.ids import DepartmentId, StaffId

_A = ExceptionAction


def contact(case: ExceptionCase, text: str, by: By) -> Change:
    """The person was called, or it was tried (联系本人). Words are required."""
    must_say(text)
    case.must_be_handled_by(by.staff)
    return case.stepped(_A.CONTACT, text, by.staff, by.now, contact_by=None)


def measure(case: ExceptionCase, text: str, by: By) -> Change:
    """Say what is done about it (措施). Words are required."""
    must_say(text)
    case.must_be_handled_by(by.staff)
    return case.stepped(_A.MEASURE, text, by.staff, by.now)


def extend(case: ExceptionCase, reason: str, by: By, until: date | None = None) -> Change:
    """Take longer, once, telling the person before it is due; ``until`` is the hall's longest when not given.

    Raises:
        RuleBroken: no reason, extended already, too late, or a day that is no later, beyond the hall's longest, or not
            worked.
    """
    must_say(reason)
    if case.extended:
        raise RuleBroken("exception.rule.extended", number=case.number)
    terms, due = by.terms, case.due.day
    if terms.today > due:
        raise RuleBroken("exception.rule.extend_late", due=due)
    longest = terms.extended(case.due)
    day = until or longest.day
    if not due < day <= longest.day:
        raise RuleBroken("exception.rule.extend_until", latest=longest.day)
    if day != longest.day:
        must_be_working_day(day, terms.calendar)
    dates = due_dates(told_due(case, day, terms), terms.today, case.rung, terms)
    return case.stepped(_A.EXTEND, reason, by.staff, by.now, extended=True, **dates)


def join(case: ExceptionCase, department: DepartmentId, handler: StaffId, task: str, by: By) -> Change:
    """Ask another department for its part (协办); the handler stays the lead, who answers to the person.

    Raises:
        RuleBroken: no task, the lead itself, or somebody who owes a part already.
    """
    must_say(task)
    if handler == case.handler:
        raise RuleBroken("exception.rule.join_lead", number=case.number)
    if any(part.handler == handler for part in case.open_parts):
        raise RuleBroken("exception.rule.join_twice", number=case.number)
    part = Part(department, handler, said(task))
    moved = case.stepped(_A.JOIN, task, by.staff, by.now, parts=(*case.parts, part))
    return _about(moved, part)


def answer_part(case: ExceptionCase, text: str, by: By) -> Change:
    """Who was asked answers for its part, to the lead. Words are required.

    Raises:
        RuleBroken: no words, or nothing owed by this person.
    """
    must_say(text)
    return _settle(
        case, by.staff, _A.PART, text, by, lambda part: replace(part, answer=said(text), answered_at=by.now)
    )


def release(case: ExceptionCase, handler: StaffId, reason: str, by: By) -> Change:
    """A part is needed no more. A reason is required.

    Raises:
        RuleBroken: no reason, or nothing owed by that person.
    """
    must_say(reason)
    return _settle(case, handler, _A.RELEASE, reason, by, lambda part: replace(part, released=True))


def deny(case: ExceptionCase, text: str, basis: str, by: By) -> Change:
    """Propose a negative answer (否定答复) with its basis; it reaches the person once another has signed it off.

    Raises:
        RuleBroken: no words or no basis, another's, or parts are open.
    """
    must_say(text)
    if not basis.strip():
        raise RuleBroken("exception.rule.basis")
    must_be_whole(case, by)
    return _with(case.stepped(_A.DENY, text, by.staff, by.now), basis=said(basis))


def sign_off(case: ExceptionCase, text: str, by: By) -> Change:
    """Sign the negative answer off (签批): it is the answer now.

    Raises:
        RuleBroken: by who proposed it.
    """
    _must_be_other(case, by)
    return case.stepped(_A.SIGN_OFF, text, by.staff, by.now, **answered(case, by))


def refuse(case: ExceptionCase, reason: str, by: By) -> Change:
    """Do not sign it off: back in hand. A reason is required.

    Raises:
        RuleBroken: no reason, or by who proposed it.
    """
    must_say(reason)
    _must_be_other(case, by)
    return case.stepped(_A.REFUSE, reason, by.staff, by.now)


def withdraw(case: ExceptionCase, reason: str, by: By) -> Change:
    """Who proposed it takes it back: in hand again, to be answered otherwise or given to somebody else.

    Raises:
        RuleBroken: no reason, or by somebody else.
    """
    must_say(reason)
    if _proposed_by(case) != by.staff:
        raise RuleBroken("exception.rule.withdraw_own", number=case.number)
    return case.stepped(_A.WITHDRAW, reason, by.staff, by.now)


def attach(case: ExceptionCase, name: str, by: By) -> Change:
    """A file was added."""
    return case.stepped(_A.ATTACH, name, by.staff, by.now)


def _must_be_other(case: ExceptionCase, by: By) -> None:
    if _proposed_by(case) == by.staff:
        raise RuleBroken("exception.rule.sign_off_by_other", number=case.number)


def _proposed_by(case: ExceptionCase) -> StaffId | None:
    return next((step.by for step in reversed(case.steps) if step.action is _A.DENY), None)


def _settle(
    case: ExceptionCase, handler: StaffId, action: ExceptionAction, text: str, by: By,
    settled: Callable[[Part], Part],
) -> Change:  # fmt: skip
    owed = next((part for part in case.open_parts if part.handler == handler), None)
    if owed is None:
        raise RuleBroken("exception.rule.no_part", number=case.number)
    parts = tuple(settled(part) if part is owed else part for part in case.parts)
    return _about(case.stepped(action, text, by.staff, by.now, parts=parts), owed)


def _about(change: Change, part: Part) -> Change:
    """The step is about a part: it names that department and handler."""
    return _with(change, department=part.department, handler=part.handler)


def _with(change: Change, **told: object) -> Change:
    case, events = change
    last: Step = replace(case.steps[-1], **told)  # type: ignore[arg-type]
    return replace(case, steps=(*case.steps[:-1], last)), events
