"""What each exception case's story comes to, as rows: ``app.domain.exception_figures`` in SQL."""

from datetime import date, timedelta
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Subquery, and_, bindparam, case, func, or_, select

from app.domain.calendar import WorkingDays
from app.domain.exception_figures import ExceptionFigure
from app.domain.exception_table import ANSWERS, UNANSWERED, ExceptionAction, ExceptionState
from app.domain.five_ones import Span
from db.dialect import Dialect
from db.reads.today import Today
from db.tables import exception_cases, exception_steps

_steps = exception_steps
_OF_CASE = _steps.c.case_id == exception_cases.c.id
_IS_ANSWER = _steps.c.action.in_(sorted(action.value for action in ANSWERS))
_before = exception_steps.alias("before")
_DUE_BEFORE = (
    select(_before.c.due)
    .where(_before.c.case_id == _steps.c.case_id, _before.c.position == _steps.c.position - 1)
    .scalar_subquery()
)
_FIRST_ANSWER = select(func.min(_steps.c.at)).where(_OF_CASE, _IS_ANSWER).scalar_subquery()
_LAST_CLOSED = (
    select(func.max(_steps.c.at))
    .where(_OF_CASE, _steps.c.action == ExceptionAction.CLOSE.value)
    .scalar_subquery()
)
_REOPENED = (
    select(func.count()).where(_OF_CASE, _steps.c.action == ExceptionAction.REOPEN.value).scalar_subquery()
)
_WAITS = exception_cases.c.state.in_(sorted(state.value for state in UNANSWERED))
_IS_OPEN = exception_cases.c.state != ExceptionState.CLOSED.value
_IS_OWN = exception_cases.c.source.is_(None)


@cache
def ledger_rows(dialect: Dialect) -> Subquery:
    """Every case registered between the parameters ``first`` and ``last``, with what is computed of it.

    ``worked`` maps days to how many working days there have been by then, ``today`` and ``zone`` are the hall's.
    """
    told = _told(dialect)
    worked = dialect.numbers("worked")
    begun, ended = worked.alias("begun"), worked.alias("ended")
    days = case((told.c.is_own, ended.c.value - begun.c.value))
    return (
        select(told, days.label("days"))
        .outerjoin(begun, begun.c.key == told.c.day)
        .outerjoin(ended, ended.c.key == told.c.answered_on)
        .where(told.c.day.between(bindparam("first"), bindparam("last")))
        .subquery("ledger")
    )


def ledger_params(span: Span, calendar: WorkingDays, at: Today) -> dict[str, Any]:
    """What ``ledger_rows`` asks for."""
    last = max(span.last, at.day)
    return {
        "first": span.first,
        "last": span.last,
        "zone": at.hall.timezone,
        "today": at.day,
        "worked": _worked_by(span.first, last, calendar),
    }


def stands_behind(rows: Subquery, figure: ExceptionFigure) -> ColumnElement[bool]:
    """Whether a case is in the numerator of a figure."""
    match figure:
        case ExceptionFigure.ANSWERED:
            return rows.c.days.is_not(None)
        case ExceptionFigure.OPEN:
            return rows.c.is_open
        case ExceptionFigure.OVERDUE:
            return rows.c.overdue
        case ExceptionFigure.REOPENED:
            return rows.c.reopened > 0
        case ExceptionFigure.SATISFIED:
            return rows.c.satisfied.is_(True)
        case _:
            return rows.c.is_own


def _told(dialect: Dialect) -> Subquery:
    late = _IS_ANSWER & (dialect.day_of(_steps.c.at) > _DUE_BEFORE)
    was_late = select(_steps.c.case_id).where(_OF_CASE, late).exists()
    overdue = and_(_IS_OWN, or_(was_late, and_(_WAITS, exception_cases.c.due < bindparam("today"))))
    return select(
        exception_cases.c.id,
        exception_cases.c.category,
        exception_cases.c.department_id,
        exception_cases.c.item_code,
        exception_cases.c.satisfied,
        dialect.day_of(exception_cases.c.registered_at).label("day"),
        case((_IS_OWN, dialect.day_of(_FIRST_ANSWER))).label("answered_on"),
        case((_IS_OPEN, None), else_=dialect.day_of(_LAST_CLOSED)).label("closed_on"),
        _IS_OWN.label("is_own"),
        _IS_OPEN.label("is_open"),
        overdue.label("overdue"),
        _REOPENED.label("reopened"),
    ).subquery("told")


def _worked_by(first: date, last: date, calendar: WorkingDays) -> dict[str, int]:
    count, worked = 0, {}
    for n in range((last - first).days + 1):
        day = first + timedelta(days=n)
        count += calendar.is_working_day(day)
        worked[day.isoformat()] = count
    return worked
