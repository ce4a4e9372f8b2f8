"""What a transaction leaves behind beside its rows: audit entries, its command's result, and a notification."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Text, bindparam, insert, select, text
from sqlalchemy.dialects.postgresql import JSONB

from app.domain.events import Event
from app.domain.ids import CommandId, StaffId
from app.domain.staff import Actor
from app.ports.change_feed import Change
from db.change_feed.payload import CHANNEL, encode
from db.tables import audit_entries, commands, halls
from db.transaction import Transaction
from db.types import Instant

_Row = dict[str, Any]


class Record:
    """Collects what happened until the commit."""

    def __init__(self, origin: str) -> None:
        self._origin = origin
        self.entries: list[_Row] = []
        self.commands: list[_Row] = []
        self.changes: list[Change] = []

    def add(self, actor: Actor | None, event: Event) -> None:
        """Something happened; ``actor`` is None for what nobody did (a first set-up)."""
        self.changes.append(Change(event.topic, str(event.action), event.subject, self._origin))
        self.entries.append(
            {
                "actor_id": actor.staff if actor else None,
                "actor_number": actor.number if actor else None,
                "role": actor.role.value if actor else None,
                "station": actor.station if actor else "",
                "origin": self._origin,
                "topic": event.topic.value,
                "action": str(event.action),
                "subject": event.subject,
                "facts": dict(event.facts),
            }
        )

    def keep(self, command: CommandId, by: StaffId, use_case: str, result: str) -> None:
        """Who gave the command, what it was given to, and its result as JSON text."""
        self.commands.append({"id": command, "actor_id": by, "use_case": use_case, "result": result})

    async def write(self, t: Transaction) -> None:
        """Write everything; the next to last thing that a transaction does."""
        if self.entries or self.commands:
            await _WRITERS[t.dialect.name](t, self, await t.now())


# One statement instead of three: round trips are what a call costs.
_POSTGRESQL = text(
    f"""
    WITH entries AS (
        INSERT INTO audit_entries
            (hall_id, at, actor_id, actor_number, role, station, origin, topic, action, subject, facts)
        SELECT (SELECT id FROM halls), :at, e.*
        FROM jsonb_to_recordset(:entries) AS e
            (actor_id uuid, actor_number text, role text, station text, origin text,
             topic text, action text, subject uuid, facts jsonb)
    ), kept AS (
        INSERT INTO commands (id, kept_at, actor_id, use_case, result)
        SELECT c.id, :at, c.actor_id, c.use_case, c.result
        FROM jsonb_to_recordset(:commands) AS c (id uuid, actor_id uuid, use_case text, result text)
    )
    SELECT pg_notify('{CHANNEL}', payload) FROM unnest(:payloads) AS payload
    """  # noqa: S608 - the channel is a constant
).bindparams(
    bindparam("at", type_=Instant),
    bindparam("entries", type_=JSONB),
    bindparam("commands", type_=JSONB),
    bindparam("payloads", type_=ARRAY(Text)),
)


async def _write_postgresql(t: Transaction, record: Record, at: datetime) -> None:
    params = {
        "at": at,
        "entries": [_as_json(entry) for entry in record.entries],
        "commands": [_as_json(command) for command in record.commands],
        "payloads": encode(record.changes),
    }
    await t.execute(_POSTGRESQL, params)


_ADD_ENTRY = insert(audit_entries).values(hall_id=select(halls.c.id).scalar_subquery())
_ADD_COMMAND = insert(commands)


async def _write_sqlite(t: Transaction, record: Record, at: datetime) -> None:
    if record.entries:
        await t.execute(_ADD_ENTRY, [{"at": at, **entry} for entry in record.entries])
    if record.commands:
        await t.execute(_ADD_COMMAND, [{"kept_at": at, **command} for command in record.commands])


_WRITERS: Mapping[str, Callable[[Transaction, Record, datetime], Awaitable[None]]] = {
    "postgresql": _write_postgresql,
    "sqlite": _write_sqlite,
}


def _as_json(row: _Row) -> _Row:
    return {name: str(value) if isinstance(value, UUID) else value for name, value in row.items()}
