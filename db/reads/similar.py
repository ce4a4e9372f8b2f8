"""What similar exception cases are looked for in."""

from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, case, select

from app.domain.exception_category import names_of
from app.domain.exception_table import ExceptionAction, ExceptionState
from app.ports.rows import SearchedCase
from db.reads.exception_groups import GROUP_NUMBER
from db.reads.today import today
from db.tables import exception_cases, exception_steps
from db.transaction import Transaction

_A = ExceptionAction


def _last(column: ColumnElement[Any], *actions: ExceptionAction) -> ColumnElement[Any]:
    """Of a case: a column of the last step that did one of these."""
    return (
        select(column)
        .where(
            exception_steps.c.case_id == exception_cases.c.id,
            exception_steps.c.action.in_([action.value for action in actions]),
        )
        .order_by(exception_steps.c.position.desc())
        .limit(1)
        .scalar_subquery()
    )


_stands = _last(exception_steps.c.action, _A.ANSWER, _A.SIGN_OFF, _A.REWORK, _A.REOPEN)
"""How the case was answered, where that holds: what was taken up anew had no remedy."""
_REMEDY = case(
    (and_(exception_cases.c.satisfied.is_(False), exception_cases.c.source.is_(None)), ""),
    (_stands == _A.ANSWER.value, _last(exception_steps.c.text, _A.ANSWER)),
    (_stands == _A.SIGN_OFF.value, _last(exception_steps.c.text, _A.DENY)),
    else_="",
)
_LATEST = (
    select(
        exception_cases.c.number,
        exception_cases.c.summary,
        exception_cases.c.item_name,
        exception_cases.c.category,
        exception_cases.c.state,
        exception_cases.c.satisfied,
        exception_cases.c.source,
        _REMEDY.label("remedy"),
        _stands.label("stands"),
        GROUP_NUMBER.label("group_number"),
    )
    .order_by(exception_cases.c.registered_at.desc(), exception_cases.c.number)
    .limit(bindparam("limit"))
)


async def searched_cases(t: Transaction, limit: int) -> tuple[SearchedCase, ...]:
    """The latest cases with the answers that hold, newest first."""
    called = names_of((await today(t)).hall.policy.exception_categories)
    return tuple(
        SearchedCase(
            number=row.number,
            summary=row.summary,
            item=row.item_name,
            category=row.category,
            category_name=called.get(row.category, ""),
            remedy=row.remedy,
            is_denial=bool(row.remedy) and row.stands == _A.SIGN_OFF.value,
            is_open=row.state != ExceptionState.CLOSED.value,
            satisfied=row.satisfied,
            source=row.source or None,
            group=row.group_number,
        )
        for row in await t.execute(_LATEST, {"limit": limit})
    )
