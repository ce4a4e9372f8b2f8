"""One transaction in hand: runs statements, knows the time, and lets no driver error out."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import CursorResult, Executable, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from app.ports.errors import DatabaseAway
from db.dialect import Dialect, clock
from db.errors import translate

Params = Mapping[str, Any] | Sequence[Mapping[str, Any]]

_CLOCK = select(clock())


class ClockOffset:
    """How far the hall's time is from the database's clock: nothing, but for a demo that plays a morning."""

    def __init__(self, value: timedelta = timedelta()) -> None:
        self.value = value


class Transaction:
    """What repositories and reads run their statements in."""

    def __init__(self, connection: AsyncConnection, dialect: Dialect, offset: ClockOffset) -> None:
        self._connection = connection
        self._offset = offset
        self._moment: datetime | None = None
        self.dialect = dialect

    @property
    def offset(self) -> dict[str, timedelta]:
        """The parameter that ``db.dialect.clock`` asks for."""
        return {"offset": self._offset.value}

    async def execute(self, statement: Executable, params: Params | None = None) -> CursorResult[Any]:
        """Run a statement.

        Raises:
            DatabaseAway, DatabaseUnusable, ConcurrentChange: see ``db.errors``.
        """
        try:
            return await self.dialect.step(self._connection.execute(statement, params))
        except Exception as error:
            await self._raise_known(error)
            raise

    async def commit(self) -> None:
        """Commit. Raises as ``execute`` does."""
        try:
            await self.dialect.step(self._connection.commit())
        except Exception as error:
            await self._raise_known(error)
            raise

    def saw(self, moment: datetime) -> None:
        """A locking statement brought the clock along, read after its lock was held."""
        self._moment = moment

    async def now(self) -> datetime:
        """The database's clock as of the latest lock; asked for when no lock told it yet."""
        if self._moment is None:
            self._moment = (await self.execute(_CLOCK, self.offset)).scalar_one()
        return self._moment

    async def _raise_known(self, error: Exception) -> None:
        known = translate(error)
        if known is None:
            return
        if isinstance(known, DatabaseAway):
            await self._forget_connection()
        raise known from error

    async def _forget_connection(self) -> None:
        """Never give this connection to anybody again: its state is unknown."""
        try:
            await self._connection.invalidate()
        except SQLAlchemyError:
            # Already invalidated by the error itself.
            return
