"""What following the hall costs a station while nothing happens."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress

from app.ports.change_feed import FeedItem
from db import open_database
from tests.bench.figures import Figure
from tests.bench.ground import Ground

_SECONDS = 20.0
_AIM = 10.0
"""Milliseconds of processor time a second: one hundredth of a core."""


def measure(ground: Ground) -> list[Figure]:
    """On PostgreSQL, which tells, and on SQLite, which is asked."""
    figures = []
    for database, url in (("PostgreSQL", ground.postgresql()), ("SQLite", ground.sqlite())):
        cost = asyncio.run(idle_cost(url, _SECONDS))
        value, aim = f"{cost:.1f} ms of processor time a second", f"< {_AIM:.0f} ms"
        figures.append(Figure(f"change feed with nothing to tell, {database}", value, aim, cost < _AIM))
    return figures


async def idle_cost(url: str, seconds: float) -> float:
    """Milliseconds of this process's time a second, every thread of it, after the first word of the feed."""
    database = await open_database(url, "bench")
    try:
        async with database.feed.listen() as feed:
            await anext(feed)
            began, used = time.perf_counter(), time.process_time()
            with suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await _follow(feed)
            return 1000 * (time.process_time() - used) / (time.perf_counter() - began)
    finally:
        await database.close()


async def _follow(feed: AsyncIterator[FeedItem]) -> Sequence[FeedItem]:
    return [item async for item in feed]
