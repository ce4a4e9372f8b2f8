"""Warnings and escalation, dated by when they fell due."""

from datetime import UTC, date, datetime, time, timedelta

from app.domain import exception_course as course
from app.domain.calendar import Due
from app.domain.exception_case import ExceptionCase
from app.domain.exception_ladder import caught_up
from app.domain.exception_table import ExceptionAction, ExceptionState
from app.domain.exception_terms import Rung
from tests.domain.exceptions import by, case, terms
from tests.domain.make import CLERK, DAY, DEPARTMENT

A, S = ExceptionAction, ExceptionState
DUE = DAY + timedelta(days=5)


def midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def on(day: int) -> date:
    """A day after the limit, before it where negative."""
    return DUE + timedelta(days=day)


def waiting(state: ExceptionState = S.REGISTERED) -> ExceptionCase:
    dates = course.due_dates(Due(DUE), DAY, Rung.HANDLER, terms())
    return case(state, handler=CLERK, department=DEPARTMENT, **dates)


def fallen(subject: ExceptionCase, today: date) -> list[tuple[ExceptionAction, Rung | None, date]]:
    change = caught_up(subject, terms(today), midnight)
    steps = change[0].steps if change else ()
    return [(step.action, step.rung, step.at.date()) for step in steps]


def test_a_warning_stands_a_day_before_and_one_level_up_a_day_after() -> None:
    assert fallen(waiting(), on(-2)) == []
    assert fallen(waiting(), on(-1)) == [(A.WARN, None, on(-1))]
    assert fallen(waiting(), on(0)) == [(A.WARN, None, on(-1))]
    assert fallen(waiting(), on(1))[1:] == [(A.ESCALATE, Rung.DEPARTMENT_HEAD, on(1))]


def test_whoever_comes_late_finds_all_of_it_dated_rightly() -> None:
    assert fallen(waiting(), on(300)) == [
        (A.WARN, None, on(-1)),
        (A.ESCALATE, Rung.DEPARTMENT_HEAD, on(1)),
        (A.ESCALATE, Rung.SUPERVISION, on(4)),
        (A.ESCALATE, Rung.DISTRICT, on(7)),
    ]


def test_it_happens_once() -> None:
    change = caught_up(waiting(), terms(on(5)), midnight)
    assert change is not None
    assert caught_up(change[0], terms(on(5)), midnight) is None
    assert {event.facts.get("level") for event in change[1]} == {None, "department_head", "supervision"}
    assert {step.by for step in change[0].steps} == {None}


def test_nobody_is_warned_of_what_is_on_file() -> None:
    assert fallen(waiting(S.CLOSED), on(30)) == []
    for state in (S.FOR_SIGN_OFF, S.ANSWERED, S.FOLLOWED_UP):
        assert fallen(waiting(state), on(30)) != []


def test_what_was_answered_is_watched_until_it_is_on_file() -> None:
    """Long before its limit: from then on the follow-up's runs, also once it was followed up."""
    answered, _ = course.answer(waiting(S.IN_HAND), "已办", by())
    followed, _ = course.follow_up(answered, True, "", by(now=midnight(DAY + timedelta(days=2))))
    for subject in (answered, followed):
        told = caught_up(subject, terms(DAY + timedelta(days=6)), midnight)
        assert told is not None
        assert [(step.action, step.rung) for step in told[0].steps if step.by is None] == [
            (A.WARN, None),
            (A.ESCALATE, Rung.DEPARTMENT_HEAD),
            (A.ESCALATE, Rung.SUPERVISION),
        ]
    filed, _ = course.close(followed, "", by(now=midnight(DAY + timedelta(days=2))))
    assert caught_up(filed, terms(on(30)), midnight) is None


def test_no_entry_stands_before_the_one_that_it_follows() -> None:
    """Given away only after it was overdue: from then on it is another's, and late."""
    late, _ = course.triage(waiting(), "other", case().level, "", by(now=midnight(on(9)), today=on(9)))
    assert {step.at.date() for step in caught_up(late, terms(on(9)), midnight)[0].steps} == {on(9)}  # type: ignore[index]


def test_what_is_due_at_once_is_not_warned_of() -> None:
    assert course.due_dates(Due(DAY), DAY, Rung.HANDLER, terms())["warn_on"] is None
