"""A screen that is closed, or typed into again, cancels its reading: no connection is harmed."""

import asyncio

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from db import Database


async def test_a_reading_cancelled_at_its_end_gives_its_connection_back_whole(
    hall: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    ending = asyncio.Event()
    close = AsyncConnection.close

    async def close_and_tell(connection: AsyncConnection) -> None:
        ending.set()
        await close(connection)

    monkeypatch.setattr(AsyncConnection, "close", close_and_tell)
    async with asyncio.TaskGroup() as group:
        reading = group.create_task(hall.readers.staff())
        await ending.wait()
        reading.cancel()
    assert reading.cancelled()
    assert await hall.readers.departments()
