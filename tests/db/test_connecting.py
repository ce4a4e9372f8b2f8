import asyncio
import gc
from contextlib import suppress

from sqlalchemy import make_url

from db.postgresql import Server, close_quietly
from tests.postgres import PostgresServer


async def test_connecting_that_is_cancelled_half_way_leaves_nothing_behind(postgres: PostgresServer) -> None:
    """An error that nobody takes is logged when it is collected, and fails this test."""
    name = postgres.create()
    server = Server(make_url(postgres.url(name)), "test")
    for step in range(40):
        connecting = asyncio.get_running_loop().create_task(server.connect())
        for _ in range(step):
            await asyncio.sleep(0)
        connecting.cancel()
        with suppress(asyncio.CancelledError):
            await close_quietly(await connecting)
        del connecting
        gc.collect()
    postgres.drop(name)
