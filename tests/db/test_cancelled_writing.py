"""Whoever gives up a use case on SQLite leaves no lock behind."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from sqlalchemy import Engine, event

from db import open_database
from db.url import parse_url, sqlite_path


@pytest.fixture
def under_way() -> Iterator[asyncio.Event]:
    """Set when a transaction has begun, and a statement in it is given to the driver."""
    given = asyncio.Event()

    def tell(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        if not statement.startswith("BEGIN"):
            given.set()

    event.listen(Engine, "before_cursor_execute", tell)
    yield given
    event.remove(Engine, "before_cursor_execute", tell)


@pytest.mark.parametrize("times", [1, 2], ids=["once", "twice"])
async def test_a_use_case_cancelled_amid_a_statement_gives_its_lock_back(
    sqlite_url: str, under_way: asyncio.Event, times: int
) -> None:
    hall = await open_database(sqlite_url, "station")
    under_way.clear()  # of what opening read

    async def use_case() -> None:
        async with hall.uow() as u:
            await u.now()

    given_up = asyncio.get_running_loop().create_task(use_case())
    await under_way.wait()
    for _ in range(times):
        given_up.cancel()
        await asyncio.sleep(0)
    await asyncio.wait({given_up})
    assert given_up.cancelled()
    _take_the_lock(sqlite_url)
    await use_case()  # the connection is as good as before
    await hall.close()


def _take_the_lock(url: str) -> None:
    """The file's write lock, at once or not at all."""
    with closing(sqlite3.connect(sqlite_path(parse_url(url)), timeout=0, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
