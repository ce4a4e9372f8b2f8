"""What open cases wait for, counted."""

from sqlalchemy import case, func, or_, select

from app.domain.case_parts import WatchKind
from app.domain.worklist import Urgency
from app.ports.queries import OwedQuery
from app.ports.rows import OwedRow
from db.tables import cases, departments
from db.transaction import Transaction

_ORDER = {value: place for values in (WatchKind, Urgency) for place, value in enumerate(values)}


async def owed(t: Transaction, query: OwedQuery) -> tuple[OwedRow, ...]:
    """How many open cases wait for what, and how urgently; in the order of the enumerations."""
    urgency = case(
        (cases.c.watch_by < query.day, Urgency.OVERDUE.value),
        (cases.c.watch_by == query.day, Urgency.TODAY.value),
        (cases.c.watch_by <= query.last_soon, Urgency.SOON.value),
        else_=Urgency.LATER.value,
    ).label("urgency")
    statement = (
        select(cases.c.watch, urgency, func.count().label("owed"))
        .select_from(cases)
        .where(cases.c.watch_by.is_not(None))
        .group_by(cases.c.watch, urgency)
    )
    if query.department is not None:
        of_department = or_(departments.c.code == query.department, departments.c.name == query.department)
        statement = statement.join(departments, departments.c.id == cases.c.department_id).where(
            of_department
        )
    rows = [
        OwedRow(WatchKind(row.watch), Urgency(row.urgency), row.owed) for row in await t.execute(statement)
    ]
    return tuple(sorted(rows, key=lambda row: (_ORDER[row.watch], _ORDER[row.urgency])))
