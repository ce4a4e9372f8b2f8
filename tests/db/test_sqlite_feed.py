"""What a station sees of an SQLite file that is tampered with, moved away or replaced."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import insert
from uuid_utils.compat import uuid7

from app.ports.change_feed import Change, FeedItem
from db import Database, open_database
from db.tables import audit_entries
from db.url import parse_url, sqlite_path
from tests.contract.small_hall import HALL, issue, set_up
from tests.db.test_outage import CONNECTED, LOST, next_of


@pytest.fixture
async def station(sqlite_url: str) -> AsyncIterator[Database]:
    opened = await open_database(sqlite_url, "station")
    await set_up(opened)
    yield opened
    await opened.close()


@pytest.fixture
def file(sqlite_url: str) -> Path:
    return sqlite_path(parse_url(sqlite_url))


async def test_an_entry_of_an_unknown_version_is_passed_over(station: Database) -> None:
    async with station.feed.listen() as feed:
        assert await next_of(feed) == CONNECTED
        async with station.uow() as u:
            row = {"hall_id": HALL.id, "at": await u.now(), "station": "", "origin": "", "topic": "weather"}
            row |= {"action": "rain", "subject": uuid7(), "facts": {}}
            await u._t.execute(insert(audit_entries), row)  # type: ignore[attr-defined]
            await u.commit()
        ticket = await issue(station)
        change = await next_of(feed)
        assert isinstance(change, Change)
        assert change.subject == ticket.id


async def test_a_file_that_is_moved_away_is_missed_and_found_again(station: Database, file: Path) -> None:
    async with station.feed.listen() as feed:
        assert await next_of(feed) == CONNECTED
        aside = _move(file, file.with_name("aside.db"))
        assert await next_of(feed) == LOST
        _move(aside, file)
        assert await next_of(feed) == CONNECTED


async def test_a_file_in_the_place_of_another_is_not_taken_for_it(station: Database, file: Path) -> None:
    copy = Path(shutil.copy(file, file.with_name("copy.db")))
    async with station.feed.listen() as feed:
        assert await next_of(feed) == CONNECTED
        _move(copy, file)
        assert await next_of(feed) == LOST
        with pytest.raises(TimeoutError):
            await _soon(feed)


def _move(file: Path, to: Path) -> Path:
    return file.replace(to)


async def _soon(feed: AsyncIterator[FeedItem]) -> None:
    await next_of(feed)
