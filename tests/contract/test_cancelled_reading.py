"""A screen that is closed, or typed into again, cancels its reading: no connection is harmed."""

import asyncio

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from db import Database


@pytest.mark.parametrize("times", [1, 2], ids=["once", "twice"])
async def test_a_reading_cancelled_at_its_end_gives_its_connection_back_whole(
    hall: Database, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    ending, go_on = asyncio.Event(), asyncio.Event()
    close = AsyncConnection.close

    async def close_and_tell(connection: AsyncConnection) -> None:
        ending.set()
        await go_on.wait()
        await close(connection)

    monkeypatch.setattr(AsyncConnection, "close", close_and_tell)
    async with asyncio.TaskGroup() as group:
        reading = group.create_task(hall.readers.staff())
        await ending.wait()
        for _ in range(times):
            reading.cancel()
            await asyncio.sleep(0)
        assert not reading.done(), "it waits until the connection is given back"
        go_on.set()
    assert reading.cancelled()
    assert await hall.readers.departments()
