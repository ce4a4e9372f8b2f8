"""What each of the five ones counts, as rows: ``app.domain.five_ones`` in SQL.

Every figure begins with the rows of its denominator: number, day, department, item, counter, whether the row counts
in the numerator as well (``hit``), and of cases the ``trips`` or the day ``accepted_on`` that decide it.
"""

from datetime import date
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Date,
    Integer,
    Select,
    Subquery,
    bindparam,
    cast,
    distinct,
    false,
    func,
    literal,
    null,
    select,
    true,
    union_all,
)

from app.domain.errand import Outcome
from app.domain.five_ones import FINISHED, WANTED, Figure
from db.dialect import Dialect
from db.tables import cases, errands, item_versions, notices, sent_online, tickets
from db.types import Code

_FIRST: BindParameter[date] = bindparam("first")
_LAST: BindParameter[date] = bindparam("last")
_NO_NUMBER = cast(null(), Code)
_UNTOLD: ColumnElement[Any] = cast(null(), Integer)
_UNDATED: ColumnElement[Any] = cast(null(), Date)
_WHY = (_UNTOLD.label("trips"), _UNDATED.label("accepted_on"))
"""Why a row counts or not, where an errand's own row does not tell it."""


def figure_rows(figure: Figure, dialect: Dialect) -> Subquery:
    """The rows of a figure between the parameters ``first`` and ``last``; ONE_DAY asks for ``days`` as well."""
    match figure:
        case Figure.ONE_PLACE:
            return _errands(FINISHED, errands.c.moved.is_(False)).subquery()
        case Figure.ONE_TRIP:
            return _decided(_trips() <= 1, trips=_trips()).subquery()
        case Figure.ONE_DAY:
            days = dialect.days("days")
            in_time = func.coalesce(cases.c.accepted_on >= days.c.value, false())
            decided = _decided(in_time, accepted=cases.c.accepted_on)
            return decided.join(days, days.c.key == cases.c.decided_on).subquery()
        case Figure.TOLD_ONCE:
            return _told().subquery()
        case Figure.ONLINE:
            online = func.coalesce(item_versions.c.online, false())
            return union_all(_errands(WANTED, online), _sent(online)).subquery()
        case Figure.SENT_ONLINE:
            able = item_versions.c.online.is_(True)
            return union_all(_errands(WANTED, false()).where(able), _sent(true()).where(able)).subquery()


def _errands(outcomes: frozenset[Outcome], hit: ColumnElement[bool]) -> Select[Any]:
    """Errands of the tickets of those days with one of these outcomes."""
    return (
        select(
            tickets.c.number,
            tickets.c.day,
            item_versions.c.department_id,
            errands.c.item_code,
            errands.c.counter_id,
            errands.c.position,
            hit.label("hit"),
            *_WHY,
        )
        .select_from(tickets)
        .join(errands, errands.c.ticket_id == tickets.c.id)
        .join(item_versions, item_versions.c.id == errands.c.item_id)
        .where(
            tickets.c.day.between(_FIRST, _LAST),
            tickets.c.is_test.is_(False),
            errands.c.outcome.in_(sorted(outcome.value for outcome in outcomes)),
        )
    )


def _sent(hit: ColumnElement[bool]) -> Select[Any]:
    """Who was sent online by the guide desk on those days: no number, no counter."""
    return (
        select(
            _NO_NUMBER.label("number"),
            sent_online.c.day,
            item_versions.c.department_id,
            sent_online.c.item_code,
            cast(null(), errands.c.counter_id.type).label("counter_id"),
            literal(0, literal_execute=True).label("position"),
            hit.label("hit"),
            *_WHY,
        )
        .join(item_versions, item_versions.c.id == sent_online.c.item_id)
        .where(sent_online.c.day.between(_FIRST, _LAST))
    )


def _case(
    day: ColumnElement[Any],
    hit: ColumnElement[bool],
    trips: ColumnElement[Any] = _UNTOLD,
    accepted: ColumnElement[Any] = _UNDATED,
) -> Select[Any]:
    """A case counts for the counter where it was received; one that came without a ticket for none."""
    received_at = (
        select(errands.c.counter_id)
        .where(errands.c.case_id == cases.c.id, errands.c.ticket_id == cases.c.ticket_id)
        .order_by(errands.c.position)
        .limit(1)
        .scalar_subquery()
    )
    return select(
        cases.c.number,
        day.label("day"),
        cases.c.department_id,
        cases.c.item_code,
        received_at.label("counter_id"),
        literal(0, literal_execute=True).label("position"),
        hit.label("hit"),
        trips.label("trips"),
        accepted.label("accepted_on"),
    ).select_from(cases)


def _decided(
    hit: ColumnElement[bool],
    trips: ColumnElement[Any] = _UNTOLD,
    accepted: ColumnElement[Any] = _UNDATED,
) -> Select[Any]:
    return _case(cases.c.decided_on, hit, trips, accepted).where(cases.c.decided_on.between(_FIRST, _LAST))


def _trips() -> ColumnElement[int]:
    return (
        select(func.count(distinct(errands.c.ticket_id)))
        .join(tickets, tickets.c.id == errands.c.ticket_id)
        .where(errands.c.case_id == cases.c.id, tickets.c.is_test.is_(False))
        .scalar_subquery()
    )


def _told() -> Select[Any]:
    """By the first notice of each case; a later one that names anything new is a breach."""
    later = notices.alias("later")
    breach = select(literal(1)).where(later.c.case_id == cases.c.id, later.c.names_new > 0).exists()
    return (
        _case(notices.c.day, ~breach)
        .join(notices, notices.c.case_id == cases.c.id)
        .where(notices.c.day.between(_FIRST, _LAST), notices.c.replaces_id.is_(None))
    )
