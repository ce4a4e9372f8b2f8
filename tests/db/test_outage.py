"""What a station sees of a server that restarts, or of a cable that is pulled without a word."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest

from app.domain.clock import ClockGap
from app.ports.change_feed import Change, FeedItem, Touch, TouchChange
from app.ports.errors import DatabaseAway
from db import Database, open_database
from db.migrations import upgrade
from tests.cable import Cable, cable_to
from tests.contract.small_hall import HALL, issue, set_up
from tests.postgres import PostgresServer
from tests.refusals import refused

LOST, CONNECTED = TouchChange(Touch.LOST), TouchChange(Touch.CONNECTED)


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Database]:
    database = await open_database(url, "station")
    try:
        yield database
    finally:
        await database.close()


async def _small_hall(url: str) -> None:
    await upgrade(url)
    async with opened(url) as database:
        await set_up(database)


@pytest.fixture
def url(outage_postgres: PostgresServer) -> str:
    """A small hall on a server of this test's own."""
    return outage_postgres.url(outage_postgres.create_from("small", _small_hall))


@pytest.fixture
def cable(outage_postgres: PostgresServer) -> Iterator[Cable]:
    with cable_to(outage_postgres.port) as cable:
        yield cable


async def next_of(feed: AsyncIterator[FeedItem]) -> Change | TouchChange:
    """The next item, within what a station promises; what is said of the clock is passed over."""
    async with asyncio.timeout(3):
        while isinstance(item := await anext(feed), ClockGap):
            pass
        return item


async def test_a_restarted_server_is_found_again(url: str, outage_postgres: PostgresServer) -> None:
    async with opened(url) as station, opened(url) as other, station.feed.listen() as feed:
        assert await next_of(feed) == CONNECTED
        await station.readers.hall()
        await asyncio.to_thread(outage_postgres.restart)
        assert await next_of(feed) == LOST
        assert await next_of(feed) == CONNECTED
        assert (await station.readers.hall()).name == HALL.name
        ticket = await issue(other)
        change = await next_of(feed)
        assert isinstance(change, Change)
        assert change.subject == ticket.id


async def test_a_server_that_is_down_is_said_to_be(url: str, outage_postgres: PostgresServer) -> None:
    async with opened(url) as station:
        await asyncio.to_thread(outage_postgres.stop, "immediate")
        async with station.feed.listen() as feed:
            assert await next_of(feed) == LOST
            with refused("database.rule.away", DatabaseAway):
                await station.readers.hall()
            with refused("database.rule.away", DatabaseAway):
                await issue(station)
            await asyncio.to_thread(outage_postgres.start)
            assert await next_of(feed) == CONNECTED
            await issue(station)


async def test_a_station_does_not_open_without_a_server(url: str, outage_postgres: PostgresServer) -> None:
    outage_postgres.stop("immediate")
    with refused("database.rule.away", DatabaseAway):
        await open_database(url, "station")


async def test_a_pulled_cable_is_noticed(url: str, outage_postgres: PostgresServer, cable: Cable) -> None:
    through = url.replace(str(outage_postgres.port), str(cable.port))
    async with opened(through) as station, station.feed.listen() as feed:
        assert await next_of(feed) == CONNECTED
        await station.readers.hall()
        cable.pull()
        assert await next_of(feed) == LOST
        cable.plug()
        assert await next_of(feed) == CONNECTED
        assert (await station.readers.hall()).name == HALL.name


async def test_nobody_waits_long_for_an_answer_through_a_pulled_cable(
    url: str, outage_postgres: PostgresServer, cable: Cable
) -> None:
    through = url.replace(str(outage_postgres.port), str(cable.port))
    async with opened(through) as station, station.feed.listen() as feed:
        assert await next_of(feed) == CONNECTED
        async with station.uow() as u:
            await u.hall.get()
            cable.pull()
            async with asyncio.TaskGroup() as tasks:
                lost = tasks.create_task(next_of(feed))
                with refused("database.rule.away", DatabaseAway):
                    await u.hall.get()
            assert lost.result() == LOST


async def test_a_crash_in_mid_transaction_says_away(url: str, outage_postgres: PostgresServer) -> None:
    async with opened(url) as station:
        async with station.uow() as u:
            await u.hall.get()
            await asyncio.to_thread(outage_postgres.stop, "immediate")
            with refused("database.rule.away", DatabaseAway):
                await u.commit()
            with refused("database.rule.away", DatabaseAway):
                await u.hall.get()
        await asyncio.to_thread(outage_postgres.start)
        async with station.uow() as u:
            assert await u.hall.get() == HALL


async def test_a_use_case_that_fails_in_an_outage_fails_with_its_own_error(
    url: str, outage_postgres: PostgresServer
) -> None:
    async def use_case(station: Database) -> None:
        async with station.uow() as u:
            await u.hall.get()
            await asyncio.to_thread(outage_postgres.stop, "immediate")
            raise ZeroDivisionError

    async with opened(url) as station:
        with pytest.raises(ZeroDivisionError):
            await use_case(station)


async def test_a_host_that_is_down_is_passed_over(
    url: str, outage_postgres: PostgresServer, cable: Cable
) -> None:
    """The first host is switched off: it answers nothing at all."""
    cable.pull()
    name = url.rpartition("/")[2]
    hosts = f"host=127.0.0.1:{cable.port}&host=127.0.0.1:{outage_postgres.port}"
    async with opened(f"postgresql://yici@/{name}?{hosts}&target_session_attrs=read-write") as station:
        assert (await station.readers.hall()).name == HALL.name
        async with station.feed.listen() as feed:
            assert await next_of(feed) == CONNECTED


async def test_a_foreign_notification_is_passed_over(url: str) -> None:
    from sqlalchemy import text

    async with opened(url) as station, station.feed.listen() as feed:
        await next_of(feed)
        async with station.uow() as u:
            await u._t.execute(text("SELECT pg_notify('yici_changes', 'rubbish')"))
            await u.commit()
        ticket = await issue(station)
        change = await next_of(feed)
        assert isinstance(change, Change)
        assert change.subject == ticket.id
