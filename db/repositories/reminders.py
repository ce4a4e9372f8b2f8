"""Reminders to departments."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, bindparam, or_, select

from app.domain.ids import CaseId, DepartmentId, ExceptionCaseId, ReminderId, StaffId
from app.domain.reminder import Reminder, ReminderAnswer, ReminderState
from db.repositories.saving import Known, guarded_update, in_hall, must_exist, save_guarded
from db.tables import reminders
from db.transaction import Transaction

_BY_NUMBER = select(reminders).where(reminders.c.number == bindparam("number"))
_OPEN_ABOUT = select(reminders).where(
    or_(reminders.c.case_id == bindparam("subject"), reminders.c.exception_id == bindparam("subject")),
    reminders.c.state == ReminderState.OPEN.value,
)
_LOCKED = {False: _BY_NUMBER, True: _BY_NUMBER.with_for_update(key_share=True)}
_ADD = in_hall(reminders)
_SAVE = guarded_update(reminders)


class ReminderRepository:
    """Reminders, by the number printed on them."""

    def __init__(self, t: Transaction) -> None:
        self._t = t
        self._known: Known[Reminder] = Known()

    async def by_number(self, number: str, *, lock: bool = False) -> Reminder:
        """The reminder with a number. Raises ``NotFound`` (reminder.rule.none)."""
        row = (await self._t.execute(_LOCKED[lock], {"number": number})).one_or_none()
        return self._known.loaded(_reminder_from(must_exist(row, "reminder.rule.none", number=number)))

    async def open_about(self, subject: CaseId | ExceptionCaseId) -> Sequence[Reminder]:
        """The reminders about a case or an exception that nobody has answered or made void."""
        rows = await self._t.execute(_OPEN_ABOUT, {"subject": subject})
        return [self._known.loaded(_reminder_from(row)) for row in rows]

    async def add(self, reminder: Reminder) -> None:
        """Add an issued reminder."""
        await self._t.execute(_ADD, _row(reminder))
        self._known.saved(reminder, reminder.version)

    async def save(self, reminder: Reminder) -> None:
        """Save a reminder. Raises ``ConcurrentChange``."""
        await save_guarded(self._t, _SAVE, _row, reminder, self._known)


def _reminder_from(row: Row[Any]) -> Reminder:
    answer = None
    if row.answered_on is not None:
        answer = ReminderAnswer(row.answered_on, StaffId(row.answered_by_id), row.answer)
    return Reminder(
        id=ReminderId(row.id),
        number=row.number,
        department=DepartmentId(row.department_id),
        finding=row.finding,
        rule=row.rule,
        put_right_by=row.put_right_by,
        issued_at=row.issued_at,
        issued_by=StaffId(row.issued_by_id),
        case=CaseId(row.case_id) if row.case_id else None,
        exception=ExceptionCaseId(row.exception_id) if row.exception_id else None,
        state=ReminderState(row.state),
        answer=answer,
        void_reason=row.void_reason,
        reprints=row.reprints,
        version=row.version,
    )


def _row(reminder: Reminder) -> dict[str, Any]:
    answer = reminder.answer
    return {
        "id": reminder.id,
        "number": reminder.number,
        "department_id": reminder.department,
        "finding": reminder.finding,
        "rule": reminder.rule,
        "put_right_by": reminder.put_right_by,
        "issued_at": reminder.issued_at,
        "issued_by_id": reminder.issued_by,
        "case_id": reminder.case,
        "exception_id": reminder.exception,
        "state": reminder.state.value,
        "answered_on": answer.on if answer else None,
        "answered_by_id": answer.by if answer else None,
        "answer": answer.text if answer else None,
        "void_reason": reminder.void_reason,
        "reprints": reminder.reprints,
        "version": reminder.version,
    }
