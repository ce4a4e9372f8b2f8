"""Checks over departments with their answers."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, bindparam, insert, or_, select, update

from app.domain.alarm import Alarm
from app.domain.calendar import Due
from app.domain.department_check import CheckAnswer, DepartmentCheck
from app.domain.ids import DepartmentCheckId, DepartmentId, ExceptionCaseId, StaffId
from db.repositories.saving import Known, guarded_update, in_hall, must_exist, save_guarded
from db.tables import department_check_entries, department_checks
from db.transaction import Transaction

_ADD = in_hall(department_checks)
_SAVE = guarded_update(department_checks)
_BY_NUMBER = select(department_checks).where(department_checks.c.number == bindparam("number"))
_LOCKED = {False: _BY_NUMBER, True: _BY_NUMBER.with_for_update(key_share=True)}
_ENTRIES = (
    select(department_check_entries)
    .where(department_check_entries.c.check_id == bindparam("check"))
    .order_by(department_check_entries.c.position)
)
_UNANSWERED = select(department_check_entries.c.check_id).where(department_check_entries.c.found.is_(None))
_FALLING_DUE = (
    select(department_checks.c.number)
    .where(
        or_(department_checks.c.warn_on <= bindparam("day"), department_checks.c.late_on <= bindparam("day")),
        department_checks.c.id.in_(_UNANSWERED),
    )
    .order_by(department_checks.c.number)
    .limit(bindparam("at_most"))
)
_ADD_ENTRY = insert(department_check_entries)
_ANSWER = update(department_check_entries).where(
    department_check_entries.c.check_id == bindparam("check"),
    department_check_entries.c.department_id == bindparam("department"),
)


class DepartmentCheckRepository:
    """Checks, by number. Answers are added, never changed."""

    def __init__(self, t: Transaction) -> None:
        self._t = t
        self._known: Known[DepartmentCheck] = Known()

    async def by_number(self, number: str, *, lock: bool = False) -> DepartmentCheck:
        """The check with a number. Raises ``NotFound`` (department_check.rule.none)."""
        found = (await self._t.execute(_LOCKED[lock], {"number": number})).one_or_none()
        row = must_exist(found, "department_check.rule.none", number=number)
        entries = (await self._t.execute(_ENTRIES, {"check": row.id})).all()
        return self._known.loaded(_check_from(row, entries))

    async def falling_due(self, day: date, at_most: int) -> Sequence[str]:
        """The numbers of checks that somebody has yet to answer, of whose limit a rule has to warn or tell by then."""
        params = {"day": day, "at_most": at_most}
        return (await self._t.execute(_FALLING_DUE, params)).scalars().all()

    async def add(self, check: DepartmentCheck) -> None:
        """Add a check that nobody has answered yet."""
        await self._t.execute(_ADD, _row(check))
        entries = [
            {"check_id": check.id, "department_id": department, "position": position}
            for position, department in enumerate(check.departments)
        ]
        await self._t.execute(_ADD_ENTRY, entries)
        self._known.saved(check, check.version)

    async def save(self, check: DepartmentCheck) -> None:
        """Save a check that was loaded here, with its new answers. Raises ``ConcurrentChange``."""
        before = self._known.get(check)
        assert before is not None, "a check is saved where it was loaded"
        await save_guarded(self._t, _SAVE, _row, check, self._known)
        for answer in check.answers:
            if answer not in before.answers:
                values = {"found": answer.found, "text": answer.text, "by_id": answer.by, "at": answer.at}
                params = {"check": check.id, "department": answer.department}
                await self._t.execute(_ANSWER.values(values), params)


def _check_from(row: Row[Any], entries: Sequence[Row[Any]]) -> DepartmentCheck:
    answers = [
        CheckAnswer(DepartmentId(e.department_id), e.found, e.text, StaffId(e.by_id), e.at)
        for e in entries
        if e.found is not None
    ]
    return DepartmentCheck(
        id=DepartmentCheckId(row.id),
        number=row.number,
        case=ExceptionCaseId(row.case_id),
        question=row.question,
        departments=tuple(DepartmentId(e.department_id) for e in entries),
        due=Due(row.due, row.due_provisional),
        started_by=StaffId(row.started_by_id),
        started_at=row.started_at,
        answers=tuple(sorted(answers, key=lambda answer: answer.at)),
        alarm=Alarm(row.warn_on, row.late_on),
        warned_at=row.warned_at,
        overdue_at=row.overdue_at,
        version=row.version,
    )


def _row(check: DepartmentCheck) -> dict[str, Any]:
    return {
        "id": check.id,
        "number": check.number,
        "case_id": check.case,
        "question": check.question,
        "due": check.due.day,
        "due_provisional": check.due.provisional,
        "started_by_id": check.started_by,
        "started_at": check.started_at,
        "warn_on": check.alarm.warn_on,
        "late_on": check.alarm.late_on,
        "warned_at": check.warned_at,
        "overdue_at": check.overdue_at,
        "version": check.version,
    }
