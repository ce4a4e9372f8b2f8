"""LISTEN on a connection of its own."""

import asyncio
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import aclosing, asynccontextmanager
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import Any

import asyncpg

from app.domain.clock import ClockGap
from app.ports.change_feed import Change, FeedItem, Touch, TouchChange
from db.change_feed.backoff import delays
from db.change_feed.payload import CHANNEL, BadPayload, decode
from db.engine import Liveness
from db.postgresql import Server, close_quietly

_HEARTBEAT_SECONDS = 1.0
_ANSWER_SECONDS = 1.5
"""Together under 3 s: that long may a silent server be taken for a living one."""

_GONE = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError)

_log = logging.getLogger(__name__)


class PostgresqlFeed:
    """Changes as PostgreSQL notifies them; reconnects by itself."""

    def __init__(self, server: Server, liveness: Liveness) -> None:
        self._server = server
        self._liveness = liveness

    @asynccontextmanager
    async def listen(self) -> AsyncIterator[AsyncIterator[FeedItem]]:
        """Changes from now on; the first item tells whether the hall is in touch."""
        async with aclosing(self._stream()) as stream:
            yield stream

    async def _stream(self) -> AsyncGenerator[FeedItem, None]:
        waits = delays()
        in_touch: bool | None = None
        while True:
            try:
                async with self._listener() as listener:
                    in_touch, waits = True, delays()
                    yield TouchChange(Touch.CONNECTED)
                    for gap in await listener.look_at_clock():
                        yield gap
                    while True:
                        for item in await listener.next():
                            yield item
            except _GONE as error:
                self._liveness.lost()
                _log.info("out of touch with the database: %s", type(error).__name__)
            if in_touch is not False:
                in_touch = False
                yield TouchChange(Touch.LOST)
            await asyncio.sleep(next(waits))

    @asynccontextmanager
    async def _listener(self) -> AsyncIterator["_Listener"]:
        connection = await self._server.connect()
        try:
            listener = _Listener(connection)
            await listener.start()
            yield listener
        except _GONE:
            # Whoever waits must hear of it now: no farewell to a server that is gone.
            connection.terminate()
            raise
        finally:
            await close_quietly(connection)


class _Listener:
    """What comes in on one connection; when nothing does, the server's clock is its sign of life."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._payloads: asyncio.Queue[str | None] = asyncio.Queue()
        self._told: ClockGap | None = None

    async def start(self) -> None:
        """Listen."""
        self._connection.add_termination_listener(lambda _: self._payloads.put_nowait(None))
        await self._connection.add_listener(CHANNEL, lambda *said: self._payloads.put_nowait(said[3]))

    async def look_at_clock(self) -> Sequence[ClockGap]:
        """How far this machine's clock is off, unless that was told already.

        Raises:
            OSError, asyncpg.PostgresError, asyncpg.InterfaceError: the server is gone, or silent.
        """
        asked, started = datetime.now(UTC), monotonic()
        async with asyncio.timeout(_ANSWER_SECONDS):
            answer = await self._connection.fetchval("SELECT clock_timestamp()")
        gap = ClockGap.measured(asked, answer, timedelta(seconds=monotonic() - started))
        if self._told is not None and not gap.is_news_after(self._told):
            return ()
        self._told = gap
        return (gap,)

    async def next(self) -> Sequence[Change | ClockGap]:
        """The changes of the next notification, or what else is to be told.

        Raises:
            OSError, asyncpg.PostgresError, asyncpg.InterfaceError: the server is gone, or silent.
        """
        try:
            async with asyncio.timeout(_HEARTBEAT_SECONDS):  # wait_for of 3.11 loses a cancellation
                payload = await self._payloads.get()
        except TimeoutError:
            return await self.look_at_clock()
        if payload is None:
            raise ConnectionResetError("the server closed the connection")
        try:
            return decode(payload)
        except BadPayload:
            _log.warning("a notification that is none of ours")
            return ()
