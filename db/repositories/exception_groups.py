"""Groups of exception cases with their rectification, their cases and their story."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Row, bindparam, delete, insert, or_, select

from app.domain.alarm import Alarm
from app.domain.calendar import Due
from app.domain.exception_group import (
    CauseGroup,
    GroupAction,
    GroupState,
    GroupStep,
    Rectification,
)
from app.domain.ids import CauseGroupId, DepartmentId, ExceptionCaseId, StaffId
from db.repositories.saving import Known, guarded_update, in_hall, must_exist, save_guarded
from db.repositories.steps import Steps
from db.tables import exception_group_cases, exception_group_steps, exception_groups
from db.transaction import Transaction

_ADD = in_hall(exception_groups)
_SAVE = guarded_update(exception_groups)
_BY_NUMBER = select(exception_groups).where(exception_groups.c.number == bindparam("number"))
_LOCKED = {False: _BY_NUMBER, True: _BY_NUMBER.with_for_update(key_share=True)}
_CASES = (
    select(exception_group_cases.c.case_id)
    .where(exception_group_cases.c.group_id == bindparam("group"))
    .order_by(exception_group_cases.c.position)
)
_OF_CASE = (
    select(exception_groups.c.number)
    .join(exception_group_cases, exception_group_cases.c.group_id == exception_groups.c.id)
    .where(exception_group_cases.c.case_id == bindparam("case"))
)
_FALLING_DUE = (
    select(exception_groups.c.number)
    .where(
        or_(exception_groups.c.warn_on <= bindparam("day"), exception_groups.c.late_on <= bindparam("day"))
    )
    .order_by(exception_groups.c.number)
    .limit(bindparam("at_most"))
)
_ADD_CASE = insert(exception_group_cases)
_REMOVE_CASES = delete(exception_group_cases).where(exception_group_cases.c.group_id == bindparam("group"))


def _step_from(row: Row[Any]) -> GroupStep:
    return GroupStep(
        action=GroupAction(row.step_action),
        state=GroupState(row.step_state),
        by=StaffId(row.step_by_id) if row.step_by_id else None,
        at=row.step_at,
        text=row.step_text,
        case=ExceptionCaseId(row.step_case_id) if row.step_case_id else None,
        due=row.step_due,
    )


def _more(step: GroupStep) -> dict[str, Any]:
    return {"case_id": step.case, "due": step.due}


_STEPS = Steps(exception_group_steps, "group_id", _step_from, _more)
_STEPS_OF = select(*_STEPS.columns).where(_STEPS.owner == bindparam("group")).order_by(_STEPS.position)


class ExceptionGroupRepository:
    """Groups, by number. Steps are added, never changed."""

    def __init__(self, t: Transaction) -> None:
        self._t = t
        self._known: Known[CauseGroup] = Known()

    async def by_number(self, number: str, *, lock: bool = False) -> CauseGroup:
        """The group with a number. Raises ``NotFound`` (exception_group.rule.none)."""
        found = (await self._t.execute(_LOCKED[lock], {"number": number})).one_or_none()
        row = must_exist(found, "exception_group.rule.none", number=number)
        group = {"group": row.id}
        cases = (await self._t.execute(_CASES, group)).scalars().all()
        steps = (await self._t.execute(_STEPS_OF, group)).all()
        return self._known.loaded(_group_from(row, cases, steps))

    async def number_of(self, case: ExceptionCaseId) -> str | None:
        """The number of the group that a case is in, or None."""
        return (await self._t.execute(_OF_CASE, {"case": case})).scalar_one_or_none()

    async def falling_due(self, day: date, at_most: int) -> Sequence[str]:
        """The numbers of open groups, of whose limit a rule has to warn or tell by that day."""
        params = {"day": day, "at_most": at_most}
        return (await self._t.execute(_FALLING_DUE, params)).scalars().all()

    async def add(self, group: CauseGroup) -> None:
        """Add a group with its first step."""
        await self._t.execute(_ADD, _row(group))
        await self._add_cases(group)
        await _STEPS.add(self._t, group)
        self._known.saved(group, group.version)

    async def save(self, group: CauseGroup) -> None:
        """Save a group that was loaded here, with its cases and its new steps. Raises ``ConcurrentChange``."""
        before = self._known.get(group)
        assert before is not None, "a group is saved where it was loaded"
        await save_guarded(self._t, _SAVE, _row, group, self._known)
        known = len(before.cases)
        if group.cases[:known] != before.cases:
            await self._t.execute(_REMOVE_CASES, {"group": group.id})
            known = 0
        await self._add_cases(group, known)
        await _STEPS.add_new(self._t, group, before)

    async def _add_cases(self, group: CauseGroup, since: int = 0) -> None:
        rows = [
            {"group_id": group.id, "position": position, "case_id": group.cases[position]}
            for position in range(since, len(group.cases))
        ]
        if rows:
            await self._t.execute(_ADD_CASE, rows)


def _group_from(row: Row[Any], cases: Sequence[UUID], steps: Sequence[Row[Any]]) -> CauseGroup:
    return CauseGroup(
        id=CauseGroupId(row.id),
        number=row.number,
        cause=row.cause,
        created_at=row.created_at,
        steps=_STEPS.all_from(steps),
        cases=tuple(ExceptionCaseId(case) for case in cases),
        state=GroupState(row.state),
        rectification=_rectification_from(row) if row.measure is not None else None,
        due=Due(row.owed_by, row.owed_provisional) if row.owed_by else None,
        alarm=Alarm(row.warn_on, row.late_on),
        version=row.version,
    )


def _rectification_from(row: Row[Any]) -> Rectification:
    return Rectification(
        measure=row.measure,
        unit=DepartmentId(row.unit_id),
        working_days=row.working_days,
        due=Due(row.due, row.due_provisional),
        proof=row.proof,
        proven_by=StaffId(row.proven_by_id) if row.proven_by_id else None,
    )


def _row(group: CauseGroup) -> dict[str, Any]:
    planned = group.rectification
    return {
        "id": group.id,
        "number": group.number,
        "cause": group.cause,
        "created_at": group.created_at,
        "state": group.state.value,
        "measure": planned.measure if planned else None,
        "unit_id": planned.unit if planned else None,
        "working_days": planned.working_days if planned else None,
        "due": planned.due.day if planned else None,
        "due_provisional": planned.due.provisional if planned else None,
        "proof": planned.proof if planned else None,
        "proven_by_id": planned.proven_by if planned else None,
        "owed_by": group.due.day if group.due else None,
        "owed_provisional": group.due.provisional if group.due else None,
        "warn_on": group.alarm.warn_on,
        "late_on": group.alarm.late_on,
        "version": group.version,
    }
