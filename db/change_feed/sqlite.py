"""The audit trail of an SQLite file, read again whenever the file has changed."""

import asyncio
import errno
import logging
import sqlite3
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, asynccontextmanager
from pathlib import Path

import aiosqlite

from app.ports.change_feed import Change, FeedItem, Touch, TouchChange
from db.change_feed.backoff import delays
from db.change_feed.payload import BadPayload, change_of

_POLL_SECONDS = 0.2

_GONE = (OSError, sqlite3.Error)

_log = logging.getLogger(__name__)

# A counter in shared memory that another connection's commit moves on: next to nothing to ask for (docs/benchmarks.md).
_VERSION = "PRAGMA data_version"
_LAST = "SELECT coalesce(max(seq), 0) FROM audit_entries"
_SINCE = "SELECT seq, topic, action, subject, origin FROM audit_entries WHERE seq > ? ORDER BY seq"


class SqliteFeed:
    """Changes as the audit trail grows; its numbers are given in the order of commits."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._first: tuple[int, int] | None = None

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
                async with aiosqlite.connect(
                    f"{self._file.absolute().as_uri()}?mode=rw", uri=True
                ) as connection:
                    trail = _Trail(connection)
                    self._must_be_the_same()
                    await trail.start()
                    in_touch, waits = True, delays()
                    yield TouchChange(Touch.CONNECTED)
                    while True:
                        for change in await trail.next():
                            yield change
                        self._must_be_the_same()
            except _GONE as error:
                _log.info("out of touch with the database: %s", type(error).__name__)
            if in_touch is not False:
                in_touch = False
                yield TouchChange(Touch.LOST)
            await asyncio.sleep(next(waits))

    def _must_be_the_same(self) -> None:
        """The file at this path is the one that was opened first.

        Else the station's other connections are to a file that nobody will ever read: it is out of touch until that
        file is back in its place, or the station is started anew.

        Raises:
            OSError: it was deleted, moved or replaced.
        """
        now = self._file.stat()
        self._first = self._first or (now.st_dev, now.st_ino)
        if (now.st_dev, now.st_ino) != self._first:
            raise FileNotFoundError(errno.ENOENT, "another file is in its place", str(self._file))


class _Trail:
    """The audit trail from now on."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection
        self._version = 0
        self._last = 0

    async def start(self) -> None:
        """Remember where the trail ends now."""
        self._version = await self._number(_VERSION)
        self._last = await self._number(_LAST)

    async def next(self) -> list[Change]:
        """What was written since; returns at once when there is something, else after a while with nothing."""
        version = await self._number(_VERSION)
        if version == self._version:
            await asyncio.sleep(_POLL_SECONDS)
            return []
        self._version = version
        rows = list(await self._connection.execute_fetchall(_SINCE, (self._last,)))
        self._last = rows[-1][0] if rows else self._last
        return [change for row in rows for change in _changes_of(*row)]

    async def _number(self, statement: str) -> int:
        row = next(iter(await self._connection.execute_fetchall(statement)))
        return int(row[0])


def _changes_of(number: int, *parts: str) -> tuple[Change, ...]:
    """The change of one row; none where it is of a version that we do not know."""
    try:
        return (change_of(*parts),)
    except BadPayload:
        _log.warning("entry %d of the audit trail is none of ours", number)
        return ()
