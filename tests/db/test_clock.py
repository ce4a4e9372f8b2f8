"""A station learns from the change feed how far its clock is from the database's."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from app.domain.clock import ClockGap
from app.ports.change_feed import FeedItem, Touch, TouchChange
from db import Database, open_database
from tests.clock_off import set_clock_off

SURE = timedelta(seconds=1)
"""How exact a busy machine is at least."""


@pytest.fixture
async def station(postgres_url: str) -> AsyncIterator[Database]:
    """A hall whose server is five seconds ahead of this machine, as a station opens it."""
    await set_clock_off(postgres_url, 5)
    opened = await open_database(postgres_url, "station")
    yield opened
    await opened.close()


async def next_gap(feed: AsyncIterator[FeedItem]) -> ClockGap:
    """The next that is said of the clock."""
    async with asyncio.timeout(10):
        async for item in feed:
            if isinstance(item, ClockGap):
                return item
    raise AssertionError("the feed has ended")


async def test_a_clock_that_is_off_is_told_with_the_connection(station: Database) -> None:
    async with station.feed.listen() as feed:
        assert await anext(feed) == TouchChange(Touch.CONNECTED)
        gap = await next_gap(feed)
        assert abs(gap.off - timedelta(seconds=5)) < SURE
        assert gap.is_too_large


async def test_a_clock_that_is_put_right_is_told_too(station: Database, postgres_url: str) -> None:
    async with station.feed.listen() as feed:
        await next_gap(feed)
        await set_clock_off(postgres_url, 0)
        gap = await next_gap(feed)
        assert abs(gap.off) < SURE
        assert not gap.is_too_large


async def test_each_new_listener_is_told(station: Database) -> None:
    async with station.feed.listen() as one, station.feed.listen() as other:
        assert (await next_gap(one)).is_too_large
        assert (await next_gap(other)).is_too_large
