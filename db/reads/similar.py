"""What similar exception cases are looked for in."""

from sqlalchemy import bindparam, select

from app.domain.exception_category import names_of
from app.domain.exception_table import ExceptionAction, ExceptionState
from app.ports.rows import SearchedCase
from db.reads.exception_groups import GROUP_NUMBER
from db.reads.today import today
from db.tables import exception_cases, exception_steps
from db.transaction import Transaction

_ANSWER = (
    select(exception_steps.c.text)
    .where(
        exception_steps.c.case_id == exception_cases.c.id,
        exception_steps.c.action == ExceptionAction.ANSWER.value,
    )
    .order_by(exception_steps.c.position.desc())
    .limit(1)
    .scalar_subquery()
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
        _ANSWER.label("remedy"),
        GROUP_NUMBER.label("group_number"),
    )
    .order_by(exception_cases.c.registered_at.desc(), exception_cases.c.number)
    .limit(bindparam("limit"))
)


async def searched_cases(t: Transaction, limit: int) -> tuple[SearchedCase, ...]:
    """The latest cases with their latest answers, newest first."""
    called = names_of((await today(t)).hall.policy.exception_categories)
    return tuple(
        SearchedCase(
            number=row.number,
            summary=row.summary,
            item=row.item_name,
            category=row.category,
            category_name=called.get(row.category, ""),
            remedy=row.remedy or "",
            is_open=row.state != ExceptionState.CLOSED.value,
            satisfied=row.satisfied,
            source=row.source or None,
            group=row.group_number,
        )
        for row in await t.execute(_LATEST, {"limit": limit})
    )
