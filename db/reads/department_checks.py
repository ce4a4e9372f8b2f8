"""Checks over departments: which are open, and who has yet to answer."""

from datetime import date
from typing import Any

from sqlalchemy import Row, bindparam, select

from app.domain.calendar import Due
from app.domain.errors import NotFound
from app.ports.rows import CheckEntryRow, CheckPage
from db.reads.today import today
from db.tables import department_check_entries, department_checks, departments, exception_cases, staff
from db.transaction import Transaction

_entries = department_check_entries
_starter, _answerer = staff.alias("starter"), staff.alias("answerer")
_ROWS = (
    select(
        department_checks,
        exception_cases.c.number.label("case_number"),
        _starter.c.name.label("starter"),
        departments.c.code.label("department"),
        departments.c.name.label("department_name"),
        _entries.c.found,
        _entries.c.text,
        _entries.c.at,
        _answerer.c.name.label("answerer"),
    )
    .select_from(department_checks)
    .join(exception_cases, exception_cases.c.id == department_checks.c.case_id)
    .join(_starter, _starter.c.id == department_checks.c.started_by_id)
    .join(_entries, _entries.c.check_id == department_checks.c.id)
    .join(departments, departments.c.id == _entries.c.department_id)
    .outerjoin(_answerer, _answerer.c.id == _entries.c.by_id)
    .order_by(department_checks.c.due, department_checks.c.number, _entries.c.position)
)
_OPEN = _ROWS.where(department_checks.c.id.in_(select(_entries.c.check_id).where(_entries.c.found.is_(None))))
_ONE = _ROWS.where(department_checks.c.number == bindparam("number"))


async def find_checks(t: Transaction, *, open_only: bool) -> tuple[CheckPage, ...]:
    """All checks, or those that somebody has yet to answer; by due day."""
    at = await today(t)
    by_check: dict[str, list[Row[Any]]] = {}
    for row in await t.execute(_OPEN if open_only else _ROWS):
        by_check.setdefault(row.number, []).append(row)
    return tuple(_page(rows, at.day) for rows in by_check.values())


async def check_page(t: Transaction, number: str) -> CheckPage:
    """A check with its answers. Raises ``NotFound`` (department_check.rule.none)."""
    at = await today(t)
    rows = (await t.execute(_ONE, {"number": number})).all()
    if not rows:
        raise NotFound("department_check.rule.none", number=number)
    return _page(list(rows), at.day)


def _page(rows: list[Row[Any]], day: date) -> CheckPage:
    first = rows[0]
    return CheckPage(
        number=first.number,
        case=first.case_number,
        question=first.question,
        due=Due(first.due, first.due_provisional),
        days_left=(first.due - day).days,
        started_at=first.started_at,
        by_name=first.starter,
        warned_at=first.warned_at,
        overdue_at=first.overdue_at,
        entries=tuple(
            CheckEntryRow(
                row.department, row.department_name, row.found, row.text or "", row.answerer, row.at
            )
            for row in rows
        ),
    )
