"""A room that closes cancels its feed once: a change that arrives at that moment must not keep it alive."""

import asyncio

import asyncpg
import pytest

from db.change_feed.postgresql import _Listener
from tests.postgres import PostgresServer


@pytest.mark.parametrize("turns", range(5))
async def test_a_change_that_arrives_meanwhile_does_not_swallow_the_end(
    postgres: PostgresServer, turns: int
) -> None:
    connection = await asyncpg.connect(postgres.url(postgres.create()).replace("+asyncpg", ""))
    listener = _Listener(connection)
    waiting = asyncio.get_running_loop().create_task(listener.next())
    for _ in range(3):
        await asyncio.sleep(0)
    listener._payloads.put_nowait("none of ours")
    for _ in range(turns):
        await asyncio.sleep(0)
    was_over = not waiting.cancel()
    await asyncio.wait([waiting])
    assert was_over or waiting.cancelled()
    await connection.close()
