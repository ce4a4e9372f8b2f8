"""Ratings: listed, counted by level, and what a tablet has to ask about."""

from datetime import timedelta
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, bindparam, exists, func, select

from app.domain.five_ones import Grouping
from app.domain.follow_up_table import AppealState
from app.domain.rating import ASKED_FOR, NOT_SERVED, RatingLevel, RatingSource
from app.domain.ticket_table import LIVE
from app.ports.rating_queries import CountsQuery, RatingQuery
from app.ports.rows import RatingCounts, RatingRow, ToRate
from db.reads.groupings import NEWEST, group_key, group_names, group_order
from db.reads.today import today
from db.tables import counters, departments, errands, follow_ups, item_versions, ratings, staff, tickets
from db.transaction import Transaction
from db.types import Instant

_SET_ASIDE = func.coalesce(follow_ups.c.appeal == AppealState.UPHELD.value, False)
_IN_SPAN = ratings.c.day.between(bindparam("first"), bindparam("last"))
_ROWS = (
    select(
        ratings,
        NEWEST.c.name.label("item_name"),
        departments.c.name.label("department"),
        counters.c.number.label("counter"),
        staff.c.number.label("clerk"),
        staff.c.name.label("clerk_name"),
        follow_ups.c.number.label("follow_up"),
        _SET_ASIDE.label("set_aside"),
    )
    .join(departments, departments.c.id == ratings.c.department_id)
    .join(counters, counters.c.id == ratings.c.counter_id)
    .join(staff, staff.c.id == ratings.c.clerk_id)
    .outerjoin(NEWEST, NEWEST.c.code == ratings.c.item_code)
    .outerjoin(follow_ups, follow_ups.c.rating_id == ratings.c.id)
    .where(_IN_SPAN)
    .order_by(ratings.c.given_at.desc(), ratings.c.id)
)

_HERE = select(counters.c.id).where(counters.c.number == bindparam("counter")).scalar_subquery()
_BUSY = exists().where(tickets.c.counter_id == _HERE, tickets.c.state.in_(sorted(s.value for s in LIVE)))
_LAST_HERE = (
    select(errands.c.id)
    .where(errands.c.counter_id == _HERE, errands.c.finished_at >= bindparam("since", type_=Instant))
    .order_by(errands.c.finished_at.desc())
    .limit(1)
    .scalar_subquery()
)
_TO_RATE = (
    select(
        errands.c.id,
        errands.c.finished_at,
        tickets.c.id.label("ticket"),
        tickets.c.number,
        item_versions.c.name.label("item_name"),
    )
    .join(tickets, tickets.c.id == errands.c.ticket_id)
    .join(item_versions, item_versions.c.id == errands.c.item_id)
    .where(
        errands.c.id == _LAST_HERE,
        errands.c.outcome.not_in(sorted(outcome.value for outcome in NOT_SERVED)),
        tickets.c.is_test.is_(False),
        ~exists().where(ratings.c.errand_id == errands.c.id),
        ~_BUSY,
    )
)


async def find_ratings(t: Transaction, query: RatingQuery) -> tuple[RatingRow, ...]:
    """The ratings that a query asks for, newest first."""
    statement = _ROWS.where(*_conditions(query)).limit(query.limit)
    rows = await t.execute(statement, {"first": query.span.first, "last": query.span.last})
    return tuple(_rating_row(row) for row in rows)


async def rating_counts(t: Transaction, query: CountsQuery) -> tuple[RatingCounts, ...]:
    """Ratings by level, parted, in the order of their keys; the hall's own are there even of nothing."""
    params = {"first": query.span.first, "last": query.span.last}
    statement = _counted(query.by)
    if query.clerk is not None:
        of_clerk = select(staff.c.id).where(staff.c.number == query.clerk)
        statement = statement.where(ratings.c.clerk_id.in_(of_clerk))
    counted: dict[Any, Row[Any] | None] = {row.key: row for row in await t.execute(statement, params)}
    if query.by is Grouping.HALL and not counted:
        counted[0] = None
    named = await group_names(t, query.by)
    found = [_counts(named(key), row) for key, row in counted.items()]
    return tuple(sorted(found, key=lambda row: group_order(row.key, query.by)))


async def to_rate(t: Transaction, counter: int, within: timedelta = ASKED_FOR) -> ToRate | None:
    """What was finished at a counter last, while nobody else is called there and it has no rating."""
    at = await today(t)
    row = (await t.execute(_TO_RATE, {"counter": counter, "since": at.now - within})).one_or_none()
    return row and ToRate(row.id, row.ticket, row.number, row.item_name, row.finished_at)


@cache
def _counted(by: Grouping) -> Select[Any]:
    key = group_key(ratings, by).label("key")
    levels = (
        func.count().filter(ratings.c.level == level.value, ~_SET_ASIDE).label(level.value)
        for level in RatingLevel
    )
    return (
        select(key, *levels, func.count().filter(_SET_ASIDE).label("set_aside"))
        .select_from(ratings)
        .outerjoin(follow_ups, follow_ups.c.rating_id == ratings.c.id)
        .where(_IN_SPAN)
        .group_by(key)
    )


def _counts(called: tuple[str, str], row: Row[Any] | None) -> RatingCounts:
    levels = {level: getattr(row, level.value) if row else 0 for level in RatingLevel}
    return RatingCounts(*called, levels, row.set_aside if row else 0)


def _conditions(query: RatingQuery) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if query.level is not None:
        conditions.append(ratings.c.level == query.level.value)
    if query.bad_only:
        conditions.append(ratings.c.level.in_(sorted(level.value for level in RatingLevel if level.is_bad)))
    if query.item is not None:
        conditions.append(ratings.c.item_code == query.item)
    if query.counter is not None:
        conditions.append(counters.c.number == query.counter)
    if query.not_of is not None:
        conditions.append(staff.c.number != query.not_of)
    return conditions


def _rating_row(row: Row[Any]) -> RatingRow:
    return RatingRow(
        id=row.id,
        day=row.day,
        given_at=row.given_at,
        ticket=row.ticket_number,
        served_on=row.served_on,
        item=row.item_code,
        item_name=row.item_name or "",
        department=row.department,
        counter=row.counter,
        clerk=row.clerk,
        clerk_name=row.clerk_name,
        level=RatingLevel(row.level),
        source=RatingSource(row.source),
        comment=row.comment,
        follow_up=row.follow_up,
        set_aside=bool(row.set_aside),
    )
