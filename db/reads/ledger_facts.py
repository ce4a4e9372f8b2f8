"""What single steps of an exception case's story count for, and for which unit, as rows."""

from functools import cache
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Integer,
    and_,
    bindparam,
    case,
    cast,
    false,
    func,
    literal,
    not_,
    null,
    or_,
    select,
)

from app.domain.exception_figures import BESIDE_THE_UNIT
from app.domain.exception_table import ANSWERS, UNANSWERED, ExceptionAction
from db.dialect import Dialect
from db.tables import exception_cases, exception_steps

_steps = exception_steps
_later = exception_steps.alias("later")
_A = ExceptionAction
COUNTED = ("has", "overdue", "asked", "satisfied", "reopened")
"""What is counted of each row: 1 or 0."""
_WAITING = sorted(state.value for state in UNANSWERED)


@cache
def facts(dialect: Dialect) -> CTE:
    """A row for each that a case's story counts for a unit, and one for the unit that has the case now.

    ``answered_on`` is the day of the case's first answer. The parameter ``today`` is the hall's.
    """
    story = _story(dialect)
    first = and_(story.c.is_answer, story.c.position == story.c.first_answer)
    passed, asked = _passed(story), story.c.action == _A.FOLLOW_UP.value
    counted = select(
        story.c.case_id,
        story.c.department_id.label("unit"),
        case((first, story.c.day)).label("answered_on"),
        *_numbers(
            overdue=_one(passed), asked=_one(asked), satisfied=_one(and_(asked, _was_satisfied(story)))
        ),
    ).where(or_(first, passed, asked))
    no_day = cast(null(), story.c.day.type)
    reopened = select(story.c.case_id, story.c.unit_before, no_day, *_numbers(reopened=literal(1))).where(
        story.c.action == _A.REOPEN.value
    )
    has = select(exception_cases.c.id, exception_cases.c.department_id, no_day, *_numbers(has=literal(1)))
    return counted.union_all(reopened, has).cte("facts")


def _numbers(**known: ColumnElement[int]) -> list[ColumnElement[int]]:
    return [known.get(name, literal(0)).label(name) for name in COUNTED]


def _story(dialect: Dialect) -> CTE:
    """The steps with what stood before and comes after each; a part's unit is not the case's."""
    own = (
        select(_steps, dialect.day_of(_steps.c.at).label("day"))
        .where(_steps.c.action.not_in(sorted(action.value for action in BESIDE_THE_UNIT)))
        .cte("own_steps")
    )
    of_case: dict[str, Any] = {"partition_by": own.c.case_id, "order_by": own.c.position}
    is_answer = own.c.action.in_(sorted(action.value for action in ANSWERS))
    return select(
        own.c.case_id,
        own.c.position,
        own.c.action,
        own.c.state,
        own.c.department_id,
        own.c.due,
        own.c.day,
        is_answer.label("is_answer"),
        func.min(case((is_answer, own.c.position))).over(partition_by=own.c.case_id).label("first_answer"),
        func.lead(own.c.day).over(**of_case).label("next_day"),
        func.lag(own.c.state).over(**of_case).label("state_before"),
        func.lag(own.c.due).over(**of_case).label("due_before"),
        func.lag(own.c.department_id).over(**of_case).label("unit_before"),
    ).cte("story")


def _passed(story: CTE) -> ColumnElement[bool]:
    """Whether a limit of an answer passed between a step and the next one, or today; once for each limit."""
    is_last = story.c.next_day.is_(None)
    now = _of_case(story, exception_cases.c.due)
    limit = func.coalesce(story.c.due, case((is_last, now)))
    is_late = limit < func.coalesce(story.c.next_day, bindparam("today"))
    was_late = and_(story.c.state_before.in_(_WAITING), story.c.due_before < story.c.day)
    is_new = or_(limit >= story.c.day, not_(func.coalesce(was_late, false())))
    return and_(story.c.state.in_(_WAITING), func.coalesce(is_late, false()), is_new)


def _was_satisfied(story: CTE) -> ColumnElement[bool]:
    """What the person said: who was not satisfied had it taken up anew, who was had it put on file."""
    decided = (
        select(_later.c.action == _A.CLOSE.value)
        .where(
            _later.c.case_id == story.c.case_id,
            _later.c.position > story.c.position,
            _later.c.action.in_([_A.CLOSE.value, _A.REWORK.value]),
        )
        .order_by(_later.c.position)
        .limit(1)
        .scalar_subquery()
    )
    now = _of_case(story, exception_cases.c.satisfied)
    return func.coalesce(decided, now, false())


def _of_case(story: CTE, column: ColumnElement[Any]) -> Any:
    return select(column).where(exception_cases.c.id == story.c.case_id).scalar_subquery()


def _one(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return cast(case((condition, 1), else_=0), Integer)
