"""Follow-ups of bad ratings: what is owed, and the story of one."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, bindparam, case, or_, select

from app.domain.follow_up import FollowUpStep
from app.domain.follow_up_table import FollowUpState
from app.domain.rating import RatingLevel, RatingSource
from app.ports.rating_queries import FollowUpQuery
from app.ports.rows import FollowUpPage, FollowUpRow, FollowUpStepRow
from db.reads.groupings import NEWEST
from db.reads.today import today
from db.repositories.follow_ups import FollowUpRepository, root_from
from db.tables import counters, departments, follow_ups, ratings, staff, tickets
from db.transaction import Transaction

_clerk, _handler = staff.alias("clerk"), staff.alias("handler")
_STEP_BY = case(
    (follow_ups.c.state == FollowUpState.OPENED.value, follow_ups.c.contact_by),
    (follow_ups.c.state == FollowUpState.APPEALED.value, follow_ups.c.review_by),
    else_=follow_ups.c.right_by,
)
_OWED = case((follow_ups.c.review_by < _STEP_BY, follow_ups.c.review_by), else_=_STEP_BY)
"""As ``FollowUp.due`` says it."""
_CLOSED = follow_ups.c.state == FollowUpState.CLOSED.value
_ROWS = (
    select(
        follow_ups,
        ratings.c.level,
        ratings.c.comment,
        ratings.c.source,
        ratings.c.ticket_number,
        ratings.c.served_on,
        ratings.c.item_code,
        NEWEST.c.name.label("item_name"),
        departments.c.name.label("department"),
        counters.c.number.label("counter"),
        tickets.c.name_mask,
        tickets.c.phone_mask,
        _clerk.c.number.label("clerk"),
        _clerk.c.name.label("clerk_name"),
        _handler.c.number.label("owner"),
        _handler.c.name.label("owner_name"),
    )
    .join(ratings, ratings.c.id == follow_ups.c.rating_id)
    .join(tickets, tickets.c.id == ratings.c.ticket_id)
    .join(departments, departments.c.id == ratings.c.department_id)
    .join(counters, counters.c.id == ratings.c.counter_id)
    .join(_clerk, _clerk.c.id == follow_ups.c.clerk_id)
    .outerjoin(_handler, _handler.c.id == follow_ups.c.handler_id)
    .outerjoin(NEWEST, NEWEST.c.code == ratings.c.item_code)
    .order_by(_CLOSED, _OWED, follow_ups.c.number)
)
_ONE = _ROWS.where(follow_ups.c.number == bindparam("number"))
_TOLD = (follow_ups.c.number, ratings.c.ticket_number, NEWEST.c.name, ratings.c.comment)
"""In which of its words a follow-up is looked for."""
_STAFF = select(staff.c.id, staff.c.number, staff.c.name)


async def find_follow_ups(t: Transaction, query: FollowUpQuery) -> tuple[FollowUpRow, ...]:
    """The follow-ups that a query asks for, the most urgent first."""
    at = await today(t)
    rows = await t.execute(_ROWS.where(*_conditions(query)).limit(query.limit))
    return tuple(_follow_up_row(row, at.day) for row in rows)


async def follow_up_page(t: Transaction, number: str) -> FollowUpPage:
    """A follow-up with its story. Raises ``NotFound`` (follow_up.rule.none)."""
    at = await today(t)
    found = await FollowUpRepository(t).by_number(number)
    row = (await t.execute(_ONE, {"number": number})).one()
    people = {member.id: (member.number, member.name) for member in await t.execute(_STAFF)}
    return FollowUpPage(
        row=_follow_up_row(row, at.day),
        is_reachable=found.reachable,
        source=RatingSource(row.source),
        name=row.name_mask,
        phone=row.phone_mask,
        satisfied=found.satisfied,
        steps=tuple(_step_row(step, people) for step in found.steps),
        actions=found.actions(),
    )


def _conditions(query: FollowUpQuery) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if query.open_only:
        conditions.append(~_CLOSED)
    if query.handler is not None:
        conditions.append(_handler.c.number == query.handler)
    if query.not_of is not None:
        conditions.append(_clerk.c.number != query.not_of)
    if query.department is not None:
        named = (departments.c.code == query.department, departments.c.name == query.department)
        conditions.append(or_(*named))
    if query.text is not None:
        conditions.append(or_(*(told.icontains(query.text, autoescape=True) for told in _TOLD)))
    return conditions


def _follow_up_row(row: Row[Any], today_: date) -> FollowUpRow:
    found = root_from(row)
    due = found.due
    return FollowUpRow(
        id=row.id,
        number=row.number,
        state=found.state,
        level=RatingLevel(row.level),
        comment=row.comment,
        opened_on=row.opened_on,
        ticket=row.ticket_number,
        served_on=row.served_on,
        item=row.item_code,
        item_name=row.item_name or "",
        department=row.department,
        counter=row.counter,
        clerk=row.clerk,
        clerk_name=row.clerk_name,
        owner=row.owner,
        owner_name=row.owner_name,
        due=due,
        days_left=(due.day - today_).days if due else None,
        next_step=found.next_step,
        is_complex=found.is_complex,
        appeal=found.appeal,
    )


def _step_row(step: FollowUpStep, people: dict[UUID, tuple[str, str]]) -> FollowUpStepRow:
    number, name = people[step.by] if step.by else (None, None)
    return FollowUpStepRow(
        action=step.action,
        state=step.state,
        at=step.at,
        by=number,
        by_name=name,
        text=step.text,
        handler_name=people[step.handler][1] if step.handler else None,
        due=step.due,
    )
