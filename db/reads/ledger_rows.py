"""What each exception case's story comes to, as rows: ``app.domain.exception_figures`` in SQL."""

from datetime import date, timedelta
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Subquery, and_, bindparam, case, func, select

from app.domain.calendar import WorkingDays
from app.domain.exception_figures import ExceptionFigure
from app.domain.exception_table import ExceptionAction, ExceptionState
from app.domain.five_ones import Span
from db.dialect import Dialect
from db.reads.ledger_facts import COUNTED, facts
from db.reads.today import Today
from db.tables import exception_cases, exception_steps

_steps = exception_steps
_LAST_CLOSED = (
    select(func.max(_steps.c.at))
    .where(_steps.c.case_id == exception_cases.c.id, _steps.c.action == ExceptionAction.CLOSE.value)
    .scalar_subquery()
)
_IS_OPEN = exception_cases.c.state != ExceptionState.CLOSED.value
_IS_OWN = exception_cases.c.source.is_(None)


@cache
def ledger_rows(dialect: Dialect, *, by_unit: bool = False) -> Subquery:
    """Every case registered between the parameters ``first`` and ``last``, with what is computed of it.

    ``by_unit``: as often as there are units for which it counts, and what counts for each; only the one that has it now
    has it open. ``worked`` maps days to how many working days there have been by then, ``today`` and ``zone`` are the
    hall's.
    """
    told = _told(dialect, by_unit=by_unit)
    worked = dialect.numbers("worked")
    begun, ended = worked.alias("begun"), worked.alias("ended")
    days = case((told.c.is_own, ended.c.value - begun.c.value))
    return (
        select(told, days.label("days"))
        .outerjoin(begun, begun.c.key == told.c.day)
        .outerjoin(ended, ended.c.key == told.c.answered_on)
        .where(told.c.day.between(bindparam("first"), bindparam("last")))
        .subquery("units" if by_unit else "ledger")
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
    """Whether a case is in the numerator of a figure; of satisfaction all that were asked, for both are looked for."""
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
            return rows.c.asked > 0
        case _:
            return rows.c.is_own


def _told(dialect: Dialect, *, by_unit: bool) -> Subquery:
    counted = _counted(dialect, by_unit=by_unit)
    open_here = and_(_IS_OPEN, counted.c.has > 0)
    return (
        select(
            exception_cases.c.id,
            exception_cases.c.category,
            (counted.c.unit if by_unit else exception_cases.c.department_id).label("department_id"),
            exception_cases.c.item_code,
            counted.c.asked,
            counted.c.satisfied,
            dialect.day_of(exception_cases.c.registered_at).label("day"),
            case((_IS_OWN, counted.c.answered_on)).label("answered_on"),
            case((_IS_OPEN, None), else_=dialect.day_of(_LAST_CLOSED)).label("closed_on"),
            _IS_OWN.label("is_own"),
            open_here.label("is_open"),
            and_(_IS_OWN, counted.c.overdue > 0).label("overdue"),
            counted.c.reopened,
        )
        .join(counted, counted.c.case_id == exception_cases.c.id)
        .subquery("told")
    )


def _counted(dialect: Dialect, *, by_unit: bool) -> Subquery:
    each = facts(dialect)
    parts = (each.c.case_id, each.c.unit) if by_unit else (each.c.case_id,)
    sums = (func.sum(each.c[name]).label(name) for name in COUNTED)
    return (
        select(*parts, func.min(each.c.answered_on).label("answered_on"), *sums).group_by(*parts).subquery()
    )


def _worked_by(first: date, last: date, calendar: WorkingDays) -> dict[str, int]:
    count, worked = 0, {}
    for n in range((last - first).days + 1):
        day = first + timedelta(days=n)
        count += calendar.is_working_day(day)
        worked[day.isoformat()] = count
    return worked
