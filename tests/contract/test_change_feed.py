"""What one station does is told to the others."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from app.domain.clock import ClockGap
from app.domain.events import Event, Topic
from app.domain.ticket_table import TicketAction
from app.ports.change_feed import Change, FeedItem, Touch, TouchChange
from db import Database, open_database
from tests.contract.small_hall import ACTOR, COUNTERS, HALL, issue, new_ticket, open_counter

Feed = AsyncIterator[FeedItem]


@pytest.fixture
async def elsewhere(hall: Database, database: str) -> AsyncIterator[Database]:
    """The same hall, from another station."""
    opened = await open_database(database, "elsewhere | desk")
    yield opened
    await opened.close()


async def next_of(feed: Feed, count: int = 1) -> list[Change | TouchChange]:
    """The next items, which must come within three seconds; what is said of the clock is passed over."""
    items: list[Change | TouchChange] = []
    async with asyncio.timeout(3):
        while len(items) < count:
            item = await anext(feed)
            if not isinstance(item, ClockGap):
                items.append(item)
    return items


async def test_changes_of_all_stations_arrive_in_order(hall: Database, elsewhere: Database) -> None:
    await issue(hall)
    async with hall.feed.listen() as feed:
        assert await next_of(feed) == [TouchChange(Touch.CONNECTED)]
        ticket = await issue(elsewhere)
        await open_counter(hall)
        assert await next_of(feed, 2) == [
            Change(Topic.TICKETS, "issue", ticket.id, "elsewhere | desk"),
            Change(Topic.COUNTERS, "open", COUNTERS[0].id, "here"),
        ]


async def test_what_was_rolled_back_is_not_told(hall: Database, elsewhere: Database) -> None:
    async with hall.feed.listen() as feed:
        await next_of(feed)
        async with elsewhere.uow() as u:
            ticket = await new_ticket(u)
            u.record(ACTOR, Event(Topic.TICKETS, TicketAction.ISSUE, ticket.id))
        told = await issue(elsewhere)
        [change] = await next_of(feed)
        assert isinstance(change, Change)
        assert change.subject == told.id


async def test_a_large_transaction_is_told_in_full(hall: Database, elsewhere: Database) -> None:
    async with hall.feed.listen() as feed:
        await next_of(feed)
        async with elsewhere.uow() as u:
            subjects = [u.new_id() for _ in range(500)]
            u.record(None, *(Event(Topic.CATALOGUE, TicketAction.CANCEL, subject) for subject in subjects))
            await u.commit()
        told = await next_of(feed, 500)
        assert [change.subject for change in told if isinstance(change, Change)] == subjects


async def test_every_listener_hears_everything(hall: Database, elsewhere: Database) -> None:
    async with hall.feed.listen() as one, elsewhere.feed.listen() as other:
        await next_of(one)
        await next_of(other)
        await issue(hall)
        assert await next_of(one) == await next_of(other)


async def test_a_feed_can_be_left_while_it_waits(hall: Database) -> None:
    async with hall.feed.listen() as feed:
        await next_of(feed)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01):
                await next_of(feed)
    assert (await hall.readers.hall()).name == HALL.name
