"""Transactions on the station's connections: those of use cases, and those that only look."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from app.ports.errors import ConcurrentChange
from db.dialect import SQLITE, Dialect
from db.errors import known_errors, translate
from db.sqlite import BUSY_SECONDS
from db.to_the_end import to_the_end
from db.transaction import ClockOffset, Transaction


class Connections:
    """Hands out transactions; each is rolled back unless it was committed."""

    def __init__(self, engine: AsyncEngine, dialect: Dialect, offset: ClockOffset) -> None:
        self._engine = engine
        self._dialect = dialect
        self._offset = offset
        self._writing = asyncio.Lock()

    @asynccontextmanager
    async def use_case(self) -> AsyncIterator[Transaction]:
        """A transaction that may write."""
        async with AsyncExitStack() as stack:
            if self._dialect is SQLITE:
                await stack.enter_async_context(self._writers_turn())
            yield await stack.enter_async_context(self._transaction(self._dialect.use_case_options))

    @asynccontextmanager
    async def look(self) -> AsyncIterator[Transaction]:
        """A transaction that sees one state of the hall."""
        async with self._transaction(self._dialect.read_options) as t:
            yield t

    @asynccontextmanager
    async def _writers_turn(self) -> AsyncIterator[None]:
        """One writer at a time: waiting here is first come, first served, while SQLite would sleep and try again."""
        try:
            async with asyncio.timeout(BUSY_SECONDS):
                await self._writing.acquire()
        except TimeoutError as error:
            raise ConcurrentChange("database.rule.busy") from error
        try:
            yield
        finally:
            self._writing.release()

    @asynccontextmanager
    async def _transaction(self, options: Mapping[str, Any]) -> AsyncIterator[Transaction]:
        connection = self._engine.connect()
        try:
            with known_errors():
                await self._dialect.step(connection.start())
            if options:
                await connection.execution_options(**options)
            yield Transaction(connection, self._dialect, self._offset)
        finally:
            await to_the_end(_give_back(connection))

    async def close(self) -> None:
        """Close all connections."""
        await self._engine.dispose()


async def _give_back(connection: AsyncConnection) -> None:
    """Roll back what was not committed. A connection that cannot is gone, and its transaction with it."""
    if connection.sync_connection is None:  # it was never had
        return
    try:
        if connection.in_transaction():
            await connection.rollback()
    except Exception as error:
        if translate(error) is None:
            raise
        await connection.invalidate()
    finally:
        await connection.close()
