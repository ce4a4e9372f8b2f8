"""Ties a database to the hall's key: a station with another key could neither read nor find anybody."""

from sqlalchemy import select

from app.ports.errors import DatabaseUnusable, KeyOfAnotherHall
from db.connections import Connections
from db.tables.hall_key import hall_keys


class HallKey:
    """The fingerprint of the key that belongs to this database; the key itself never gets here."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    async def fingerprint(self) -> str | None:
        """The fingerprint kept here; None before the first ``keep``."""
        async with self._connections.look() as t:
            kept: str | None = (await t.execute(select(hall_keys.c.fingerprint))).scalar_one_or_none()
            return kept

    async def keep(self, fingerprint: str) -> None:
        """Keep the fingerprint, unless one is kept already; then it must be the same.

        Raises:
            DatabaseUnusable: the hall belongs to another key.
        """
        async with self._connections.use_case() as t:
            await t.execute(
                t.dialect.insert(hall_keys).values(fingerprint=fingerprint).on_conflict_do_nothing()
            )
            await t.commit()
        await self.must_be(fingerprint)

    async def must_be(self, fingerprint: str) -> None:
        """Refuse a key that is not the hall's.

        Raises:
            KeyOfAnotherHall: it is another.
            DatabaseUnusable: none was ever tied to this database.
        """
        kept = await self.fingerprint()
        if kept is None:
            raise DatabaseUnusable("database.rule.no_key")
        if kept != fingerprint:
            raise KeyOfAnotherHall("database.rule.other_key")
