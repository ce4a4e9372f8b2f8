"""Follow-ups of bad ratings with their story."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, and_, bindparam, or_, select

from app.domain.calendar import Due
from app.domain.follow_up import FollowUp, FollowUpStep
from app.domain.follow_up_table import AppealState, FollowUpLimit, FollowUpState
from app.domain.ids import FollowUpId, RatingId, StaffId
from db.repositories.follow_up_steps import FOLLOW_UP_STEPS
from db.repositories.saving import Known, guarded_update, in_hall, must_exist, save_guarded
from db.repositories.stories import Stories
from db.tables import follow_ups
from db.transaction import Transaction

_ADD = in_hall(follow_ups)
_CLOSED, _OPENED = FollowUpState.CLOSED.value, FollowUpState.OPENED.value
_OPEN = select(follow_ups.c.number).where(follow_ups.c.state != _CLOSED).order_by(follow_ups.c.number)
_WARN_ON = (follow_ups.c.contact_warn_on, follow_ups.c.right_warn_on, follow_ups.c.review_warn_on)
_PROVISIONAL = _OPEN.where(
    or_(
        follow_ups.c.contact_provisional,
        follow_ups.c.right_provisional,
        follow_ups.c.review_provisional,
        and_(*(day.is_(None) for day in _WARN_ON)),
    )
)
_OPEN_THAT_CAME_BY = _OPEN.where(follow_ups.c.opened_on <= bindparam("day"))
_FALLING_DUE = _OPEN.where(
    or_(
        and_(follow_ups.c.state == _OPENED, follow_ups.c.contact_warn_on <= bindparam("day")),
        follow_ups.c.right_warn_on <= bindparam("day"),
        and_(follow_ups.c.review_by.is_not(None), follow_ups.c.review_warn_on <= bindparam("day")),
    )
).limit(bindparam("at_most"))
_SAVE = guarded_update(follow_ups)
_STORIES = Stories(follow_ups, FOLLOW_UP_STEPS)


class FollowUpRepository:
    """Follow-ups, by number. Steps are added, never changed."""

    def __init__(self, t: Transaction) -> None:
        self._t = t
        self._known: Known[FollowUp] = Known()

    async def by_number(self, number: str, *, lock: bool = False) -> FollowUp:
        """The follow-up with a number. Raises ``NotFound`` (follow_up.rule.none)."""
        rows = await _STORIES.rows(self._t, number, lock=lock)
        must_exist(next(iter(rows), None), "follow_up.rule.none", number=number)
        return self._known.loaded(_follow_up_from(rows))

    async def provisional(self) -> Sequence[str]:
        """The numbers of open follow-ups with a provisional limit, or with no day on which to warn of one."""
        return (await self._t.execute(_PROVISIONAL)).scalars().all()

    async def open_that_came_by(self, day: date) -> Sequence[str]:
        """The numbers of open follow-ups of ratings of a day or one before."""
        return (await self._t.execute(_OPEN_THAT_CAME_BY, {"day": day})).scalars().all()

    async def falling_due(self, day: date, at_most: int) -> Sequence[str]:
        """The numbers of open follow-ups with a running limit of which a rule has to warn by that day."""
        params = {"day": day, "at_most": at_most}
        return (await self._t.execute(_FALLING_DUE, params)).scalars().all()

    async def add(self, case: FollowUp) -> None:
        """Add a follow-up with its first step."""
        await self._t.execute(_ADD, _row(case))
        await FOLLOW_UP_STEPS.add(self._t, case)
        self._known.saved(case, case.version)

    async def save(self, case: FollowUp) -> None:
        """Save a follow-up and add its new steps. Raises ``ConcurrentChange``."""
        before = self._known.get(case)
        await save_guarded(self._t, _SAVE, _row, case, self._known)
        await FOLLOW_UP_STEPS.add_new(self._t, case, before)


def _limits(row: Row[Any]) -> tuple[Due, Due, Due | None]:
    review_by = None if row.review_by is None else Due(row.review_by, row.review_provisional)
    return (
        Due(row.contact_by, row.contact_provisional),
        Due(row.right_by, row.right_provisional),
        review_by,
    )


def _warn_on(row: Row[Any]) -> Mapping[FollowUpLimit, date]:
    days = {
        FollowUpLimit.CONTACT: row.contact_warn_on,
        FollowUpLimit.RIGHT: row.right_warn_on,
        FollowUpLimit.REVIEW: row.review_warn_on,
    }
    return {limit: day for limit, day in days.items() if day is not None}


def _follow_up_from(rows: Sequence[Row[Any]]) -> FollowUp:
    return root_from(rows[0], FOLLOW_UP_STEPS.all_from(rows))


def root_from(row: Row[Any], steps: tuple[FollowUpStep, ...] = ()) -> FollowUp:
    """A follow-up of its row, with the steps that are at hand."""
    contact_by, right_by, review_by = _limits(row)
    return FollowUp(
        id=FollowUpId(row.id),
        number=row.number,
        rating=RatingId(row.rating_id),
        clerk=StaffId(row.clerk_id),
        reachable=row.reachable,
        opened_on=row.opened_on,
        contact_by=contact_by,
        right_by=right_by,
        steps=steps,
        state=FollowUpState(row.state),
        handler=StaffId(row.handler_id) if row.handler_id else None,
        is_complex=row.is_complex,
        satisfied=row.satisfied,
        appeal=AppealState(row.appeal) if row.appeal else None,
        review_by=review_by,
        warn_on=_warn_on(row),
        version=row.version,
    )


def _row(case: FollowUp) -> dict[str, Any]:
    return {
        "id": case.id,
        "number": case.number,
        "rating_id": case.rating,
        "clerk_id": case.clerk,
        "reachable": case.reachable,
        "opened_on": case.opened_on,
        "contact_by": case.contact_by.day,
        "contact_provisional": case.contact_by.provisional,
        "right_by": case.right_by.day,
        "right_provisional": case.right_by.provisional,
        "review_by": case.review_by.day if case.review_by else None,
        "review_provisional": case.review_by.provisional if case.review_by else None,
        "state": case.state.value,
        "handler_id": case.handler,
        "is_complex": case.is_complex,
        "satisfied": case.satisfied,
        "appeal": case.appeal.value if case.appeal else None,
        "contact_warn_on": case.warn_on.get(FollowUpLimit.CONTACT),
        "right_warn_on": case.warn_on.get(FollowUpLimit.RIGHT),
        "review_warn_on": case.warn_on.get(FollowUpLimit.REVIEW),
        "version": case.version,
    }
