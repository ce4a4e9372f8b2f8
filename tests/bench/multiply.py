"""Many tickets made of one: what a ticket left behind in the database, copied under fresh keys, days and numbers.

The copies have the shape of the real thing because they are copies of it, whatever the tables hold.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from secrets import token_bytes
from typing import Any, Self
from uuid import UUID

from sqlalchemy import Table, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection
from uuid_utils.compat import uuid7

from db.tables import audit_entries, commands, errands, tickets

_Row = Mapping[str, Any]
Copy = Mapping[Table, Sequence[_Row]]
"""The rows of one ticket, by table."""

_AT_ONCE = 500  # tickets inserted together


@dataclass(frozen=True)
class _Pattern:
    """A row, and which of its columns differ from copy to copy."""

    row: _Row
    keys: Sequence[tuple[str, UUID]]
    times: Sequence[tuple[str, date]]
    lookups: Sequence[str]

    @classmethod
    def of(cls, row: _Row, own: Collection[UUID]) -> Self:
        return cls(
            row,
            keys=[(n, v) for n, v in row.items() if isinstance(v, UUID) and v in own],
            times=[(n, v) for n, v in row.items() if isinstance(v, datetime | date)],
            lookups=[n for n, v in row.items() if n.endswith("_lookup") and v is not None],
        )

    def copy(self, fresh: Mapping[UUID, UUID], number: str, back: timedelta) -> _Row:
        new = {**self.row}
        new.update((name, fresh[key]) for name, key in self.keys)
        new.update((name, value - back) for name, value in self.times)
        new.update((name, token_bytes(32)) for name in self.lookups)
        if "number" in new:
            new["number"] = number
        return new


class Trail:
    """The rows of one ticket in every table that a call reads or writes."""

    def __init__(self, rows: Copy) -> None:
        self._own = {row["id"] for table in (tickets, errands, commands) for row in rows[table]}
        self._patterns = {t: [_Pattern.of(row, self._own) for row in some] for t, some in rows.items()}

    def copy(self, number: str, back: timedelta) -> Copy:
        """The rows of the same ticket with another number, ``back`` earlier."""
        fresh = {key: uuid7() for key in self._own}
        return {t: [p.copy(fresh, number, back) for p in some] for t, some in self._patterns.items()}


async def trail_of(connection: AsyncConnection, ticket: UUID) -> Trail:
    """What a ticket left behind. Slow on a long past: results of commands are searched for its key."""
    entries = [column for column in audit_entries.c if column.name != "seq"]
    found = {
        tickets: select(tickets).where(tickets.c.id == ticket),
        errands: select(errands).where(errands.c.ticket_id == ticket),
        audit_entries: select(*entries).where(audit_entries.c.subject == ticket),
        commands: select(commands).where(commands.c.result.contains(str(ticket))),
    }
    return Trail({t: [dict(r) for r in (await connection.execute(s)).mappings()] for t, s in found.items()})


async def add(connection: AsyncConnection, copies: Iterable[Copy]) -> None:
    """Store copies in the transaction in hand."""
    remaining = iter(copies)
    while some := list(islice(remaining, _AT_ONCE)):
        for table in (tickets, errands, audit_entries, commands):
            await connection.execute(insert(table), [row for copy in some for row in copy[table]])
