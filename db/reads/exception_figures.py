"""What is counted of exception cases, by the database over ``ledger_rows``, parted by something."""

from collections.abc import Callable
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, Subquery, and_, func, or_, select

from app.domain.exception_category import names_of
from app.domain.exception_figures import ExceptionFigure, ExceptionFigures, ExceptionGrouping
from app.domain.five_ones import Grouping
from app.ports.ledger_queries import ExceptionFiguresQuery
from app.ports.rows import ExceptionFiguresRow
from db.dialect import Dialect
from db.reads.groupings import group_key, group_names
from db.reads.ledger_rows import ledger_params, ledger_rows, stands_behind
from db.reads.today import Today, today
from db.transaction import Transaction

_FIGURES = (ExceptionFigure.OPEN, ExceptionFigure.OVERDUE, ExceptionFigure.REOPENED)
_NINE_IN_TEN = 9, 10


async def exception_figures(t: Transaction, query: ExceptionFiguresQuery) -> tuple[ExceptionFiguresRow, ...]:
    """The figures of a span of days, parted, in the order of their keys; the hall's own are there even of nothing."""
    at = await today(t)
    params = ledger_params(query.span, query.calendar, at)
    rows = (await t.execute(_counted(query.by, t.dialect), params)).all()
    named = await _names(t, query.by, at)
    found = [ExceptionFiguresRow(*named(row.key), _figures(row)) for row in rows]
    if query.by is ExceptionGrouping.HALL and not found:
        found = [ExceptionFiguresRow(*named(0), ExceptionFigures())]
    return tuple(sorted(found, key=lambda row: (not row.key, row.key)))


@cache
def _counted(by: ExceptionGrouping, dialect: Dialect) -> Select[Any]:
    ranked = _ranked(by, dialect)
    is_answered, rank, answered = ranked.c.days.is_not(None), ranked.c.rank, ranked.c.answered
    in_the_middle = or_(rank == (answered + 1) // 2, rank == (answered + 2) // 2)
    nine, ten = _NINE_IN_TEN
    return select(
        ranked.c.key,
        func.count().label("registered"),
        func.count(ranked.c.days).label("answered"),
        func.avg(ranked.c.days).filter(and_(is_answered, in_the_middle)).label("median"),
        func.min(ranked.c.days).filter(and_(is_answered, rank * ten >= answered * nine)).label("p90"),
        func.sum(ranked.c.asked).label("asked"),
        func.sum(ranked.c.satisfied).label("satisfied"),
        *(func.count().filter(ranked.c[f"is_{figure}"]).label(figure.value) for figure in _FIGURES),
    ).group_by(ranked.c.key)


def _ranked(by: ExceptionGrouping, dialect: Dialect) -> Subquery:
    """The hall's own cases, those of each part that were answered ranked by how long that took."""
    rows = ledger_rows(dialect, by_unit=by is ExceptionGrouping.DEPARTMENT)
    key = _key(rows, by)
    place = func.row_number().over(partition_by=(key, rows.c.days.is_(None)), order_by=rows.c.days)
    behind = (stands_behind(rows, figure).label(f"is_{figure}") for figure in _FIGURES)
    return (
        select(
            key.label("key"),
            rows.c.days,
            rows.c.asked,
            rows.c.satisfied,
            place.label("rank"),
            func.count(rows.c.days).over(partition_by=key).label("answered"),
            *behind,
        )
        .where(rows.c.is_own)
        .subquery()
    )


def _key(rows: Subquery, by: ExceptionGrouping) -> ColumnElement[Any]:
    return rows.c.category if by is ExceptionGrouping.CATEGORY else group_key(rows, Grouping(by.value))


async def _names(t: Transaction, by: ExceptionGrouping, at: Today) -> Callable[[Any], tuple[str, str]]:
    """How a part is called; what has no department or no item, and a usual category, is called nothing."""
    if by is ExceptionGrouping.CATEGORY:
        own = names_of(at.hall.policy.exception_categories)
        return lambda key: (key, own.get(key, ""))
    named = await group_names(t, Grouping(by.value))
    return lambda key: ("", "") if key is None else named(key)


def _figures(row: Row[Any]) -> ExceptionFigures:
    return ExceptionFigures(
        registered=row.registered,
        answered=row.answered,
        median_days=None if row.median is None else float(row.median),
        p90_days=row.p90,
        open=row.open,
        overdue=row.overdue,
        reopened=row.reopened,
        asked=int(row.asked),
        satisfied=int(row.satisfied),
    )
