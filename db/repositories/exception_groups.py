"""Groups of exception cases with their rectification, their cases and their story."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, bindparam, insert, select

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
_STEPS = (
    select(exception_group_steps)
    .where(exception_group_steps.c.group_id == bindparam("group"))
    .order_by(exception_group_steps.c.position)
)
_OF_CASE = (
    select(exception_groups.c.number)
    .join(exception_group_cases, exception_group_cases.c.group_id == exception_groups.c.id)
    .where(exception_group_cases.c.case_id == bindparam("case"))
)
_ADD_CASE = insert(exception_group_cases)
_ADD_STEP = insert(exception_group_steps)


class ExceptionGroupRepository:
    """Groups, by number. Cases and steps are added, never changed."""

    def __init__(self, t: Transaction) -> None:
        self._t = t
        self._known: Known[CauseGroup] = Known()

    async def by_number(self, number: str, *, lock: bool = False) -> CauseGroup:
        """The group with a number. Raises ``NotFound`` (exception_group.rule.none)."""
        found = (await self._t.execute(_LOCKED[lock], {"number": number})).one_or_none()
        row = must_exist(found, "exception_group.rule.none", number=number)
        group = {"group": row.id}
        cases = (await self._t.execute(_CASES, group)).scalars().all()
        steps = (await self._t.execute(_STEPS, group)).all()
        return self._known.loaded(_group_from(row, cases, steps))

    async def number_of(self, case: ExceptionCaseId) -> str | None:
        """The number of the group that a case is in, or None."""
        return (await self._t.execute(_OF_CASE, {"case": case})).scalar_one_or_none()

    async def add(self, group: CauseGroup) -> None:
        """Add a group with its first step."""
        await self._t.execute(_ADD, _row(group))
        await self._add_children(group, (), ())
        self._known.saved(group, group.version)

    async def save(self, group: CauseGroup) -> None:
        """Save a group that was loaded here, with its new cases and steps. Raises ``ConcurrentChange``."""
        before = self._known.get(group)
        assert before is not None, "a group is saved where it was loaded"
        await save_guarded(self._t, _SAVE, _row, group, self._known)
        await self._add_children(group, before.cases, before.steps)

    async def _add_children(
        self, group: CauseGroup, cases: Sequence[ExceptionCaseId], steps: Sequence[GroupStep]
    ) -> None:
        new_cases = [
            {"group_id": group.id, "position": position, "case_id": case}
            for position, case in enumerate(group.cases)
            if position >= len(cases)
        ]
        new_steps = [
            _step_row(group, position, step)
            for position, step in enumerate(group.steps)
            if position >= len(steps)
        ]
        if new_cases:
            await self._t.execute(_ADD_CASE, new_cases)
        if new_steps:
            await self._t.execute(_ADD_STEP, new_steps)


def _group_from(row: Row[Any], cases: Sequence[UUID], steps: Sequence[Row[Any]]) -> CauseGroup:
    return CauseGroup(
        id=CauseGroupId(row.id),
        number=row.number,
        cause=row.cause,
        created_at=row.created_at,
        steps=tuple(_step_from(step) for step in steps),
        cases=tuple(ExceptionCaseId(case) for case in cases),
        state=GroupState(row.state),
        rectification=_rectification_from(row) if row.measure is not None else None,
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


def _step_from(row: Row[Any]) -> GroupStep:
    return GroupStep(
        action=GroupAction(row.action),
        state=GroupState(row.state),
        by=StaffId(row.by_id),
        at=row.at,
        text=row.text,
        case=ExceptionCaseId(row.case_id) if row.case_id else None,
        due=row.due,
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
        "version": group.version,
    }


def _step_row(group: CauseGroup, position: int, step: GroupStep) -> dict[str, Any]:
    return {
        "group_id": group.id,
        "position": position,
        "action": step.action.value,
        "state": step.state.value,
        "by_id": step.by,
        "at": step.at,
        "text": step.text,
        "case_id": step.case,
        "due": step.due,
    }
