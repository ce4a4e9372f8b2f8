"""The five ones, counted by the database over ``figure_rows``: parted by something, or listed."""

from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, Subquery, bindparam, func, select

from app.domain.five_ones import Figure, Grouping, Ratio, earliest_acceptance
from app.ports.queries import FiveOnesQuery
from app.ports.rows import CountedRow, FiguresRow
from db.dialect import Dialect
from db.reads.figure_rows import figure_rows
from db.reads.groupings import NEWEST, group_key, group_names, group_order
from db.tables import counters, departments
from db.transaction import Transaction


async def five_ones(t: Transaction, query: FiveOnesQuery) -> tuple[FiguresRow, ...]:
    """The figures of a span of days, parted, in the order of their keys; the hall's own are there even of nothing."""
    counted: dict[Any, dict[Figure, Ratio]] = {}
    for figure in Figure:
        rows = await t.execute(_grouped(figure, query.by, t.dialect), _params(figure, query))
        for row in rows:
            counted.setdefault(row.key, {})[figure] = Ratio(row.hits, row.counted)
    if query.by is Grouping.HALL and not counted:
        counted[0] = {}
    named = await group_names(t, query.by)
    found = [_figures(named(key), ratios) for key, ratios in counted.items()]
    return tuple(sorted(found, key=lambda row: group_order(row.key, query.by)))


async def behind_figure(t: Transaction, figure: Figure, query: FiveOnesQuery) -> tuple[CountedRow, ...]:
    """What a figure counted, by day and number."""
    statement = _listed(figure, query.by, t.dialect, parted=query.part is not None)
    if query.missed_only:
        statement = statement.where(statement.selected_columns.hit.is_(False))
    if query.limit is not None:
        statement = statement.limit(query.limit)
    params = _params(figure, query)
    if query.part is not None:
        params["part"] = _part(query.by, query.part)
    rows = await t.execute(statement, params)
    return tuple(_counted(row) for row in rows)


def _params(figure: Figure, query: FiveOnesQuery) -> dict[str, Any]:
    span = query.span
    given: dict[str, Any] = {"first": span.first, "last": span.last}
    if figure is Figure.ONE_DAY:
        earliest = ((day, earliest_acceptance(day, query.calendar)) for day in span.days())
        given["days"] = {day.isoformat(): before.isoformat() for day, before in earliest}
    return given


@cache
def _grouped(figure: Figure, by: Grouping, dialect: Dialect) -> Select[Any]:
    rows = figure_rows(figure, dialect)
    hits = func.count().filter(rows.c.hit)
    key = group_key(rows, by).label("key")
    return select(key, hits.label("hits"), func.count().label("counted")).group_by(key)


@cache
def _listed(figure: Figure, by: Grouping, dialect: Dialect, *, parted: bool) -> Select[Any]:
    """Everything, or where ``parted`` what the parameter ``part`` names."""
    rows = figure_rows(figure, dialect)
    listed = (
        select(
            rows, departments.c.name.label("department"), counters.c.number.label("counter"), NEWEST.c.name
        )
        .join(departments, departments.c.id == rows.c.department_id)
        .outerjoin(NEWEST, NEWEST.c.code == rows.c.item_code)
        .outerjoin(counters, counters.c.id == rows.c.counter_id)
        .order_by(rows.c.day, rows.c.number.is_(None), rows.c.number, rows.c.position, rows.c.item_code)
    )
    if not parted:
        return listed
    key = _code_of(rows, by)
    return listed.where(key.is_not_distinct_from(bindparam("part", type_=key.type)))


def _code_of(rows: Subquery, by: Grouping) -> ColumnElement[Any]:
    """What a part's key names, in a list that has the codes of departments and the numbers of counters."""
    match by:
        case Grouping.DEPARTMENT:
            return departments.c.code
        case Grouping.COUNTER:
            return counters.c.number
        case _:
            return group_key(rows, by)


def _part(by: Grouping, key: str) -> object:
    """A part's key as the database has it; that of what has no counter is empty."""
    match by:
        case Grouping.HALL:
            return 0
        case Grouping.COUNTER:
            return int(key) if key else None
        case Grouping.DAY:
            return date.fromisoformat(key)
        case Grouping.MONTH | Grouping.QUARTER:
            return int(key.replace("-", "").replace("Q", ""))
        case _:
            return key


def _figures(called: tuple[str, str], ratios: dict[Figure, Ratio]) -> FiguresRow:
    key, name = called
    return FiguresRow(key, name, {figure: ratios.get(figure, Ratio()) for figure in Figure})


def _counted(row: Row[Any]) -> CountedRow:
    return CountedRow(
        row.number, row.day, row.item_code, row.name or "", row.department, row.counter, bool(row.hit),
        row.trips, row.accepted_on,
    )  # fmt: skip
