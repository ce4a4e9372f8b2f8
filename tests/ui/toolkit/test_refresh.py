import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from uuid import uuid4

import pytest

from app.domain.events import Topic
from app.ports.change_feed import Change, Touch, TouchChange
from app.ports.errors import DatabaseAway
from ui.refresh import Refresher


class Feed:
    """A change feed that a test speaks through."""

    def __init__(self) -> None:
        self.items: asyncio.Queue[Change | TouchChange] = asyncio.Queue()

    @asynccontextmanager
    async def listen(self) -> AsyncIterator[AsyncIterator[Change | TouchChange]]:
        yield self._items()

    async def _items(self) -> AsyncIterator[Change | TouchChange]:
        while True:
            yield await self.items.get()

    def change(self, topic: Topic = Topic.TICKETS, origin: str = "counter-4") -> None:
        self.items.put_nowait(Change(topic, "called", uuid4(), origin))

    def touch(self, touch: Touch) -> None:
        self.items.put_nowait(TouchChange(touch))


class Station:
    """One screen: counts its reloads and remembers what it was told."""

    def __init__(self) -> None:
        self.feed, self.errors, self.told = Feed(), list[Exception](), list[str]()
        self.pauses: list[float] = []
        self.read = asyncio.Semaphore(0)
        self.reads = 0
        self.refresher = Refresher(
            self.feed,
            origin="counter-3",
            touched=lambda touch: self.told.append(touch.value),
            failed=lambda error: self.told.append(type(error).__name__),
            recovered=lambda: self.told.append("recovered"),
            pause=self._pause,
            burst=lambda: 0.0,
        )
        self.refresher.subscribe([Topic.TICKETS], self._reload)

    async def _pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        for _ in range(5):  # lets the feed's burst come in
            await asyncio.sleep(0)

    async def _reload(self) -> None:
        if self.errors:
            raise self.errors.pop(0)
        self.reads += 1
        self.read.release()


@pytest.fixture
async def station() -> AsyncIterator[Station]:
    made = Station()
    running = asyncio.get_running_loop().create_task(made.refresher.run())
    yield made
    running.cancel()
    await asyncio.wait({running})


async def settle(turns: int = 30) -> None:
    for _ in range(turns):
        await asyncio.sleep(0)


async def test_a_burst_of_changes_is_one_reload(station: Station) -> None:
    for _ in range(20):
        station.feed.change()
    await station.read.acquire()
    await settle()
    assert station.reads == 1


@pytest.mark.parametrize(
    "unseen",
    [lambda feed: feed.change(origin="counter-3"), lambda feed: feed.change(topic=Topic.CATALOGUE)],
    ids=["own change", "other topic"],
)
async def test_what_does_not_concern_this_station_is_passed_over(
    station: Station, unseen: Callable[[Feed], None]
) -> None:
    unseen(station.feed)
    await settle()
    assert station.reads == 0


async def test_every_reconnect_reads_all_again(station: Station) -> None:
    for touch in (Touch.CONNECTED, Touch.LOST, Touch.CONNECTED):
        station.feed.touch(touch)
        await settle()
    assert station.reads == 2
    assert station.told == ["connected", "lost", "connected"]


async def test_a_failing_reload_is_told_and_tried_again_ever_more_slowly(station: Station) -> None:
    station.errors = [DatabaseAway("database.away"), DatabaseAway("database.away"), ValueError("bug")]
    station.feed.change()
    await station.read.acquire()
    await settle()
    assert station.told == ["DatabaseAway", "DatabaseAway", "ValueError", "recovered"]
    assert station.pauses == [0.0, 0.5, 1.0, 2.0]


async def test_a_change_during_a_reload_is_not_lost(station: Station) -> None:
    station.feed.change()
    await station.read.acquire()
    station.feed.change()
    await station.read.acquire()
    assert station.reads == 2


async def test_a_reload_that_waits_is_tried_at_once_when_the_hall_is_back(
    station: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def pause(seconds: float) -> None:
        if seconds:  # a retry that would come far too late
            await asyncio.Event().wait()

    monkeypatch.setattr(station.refresher, "_pause", pause)
    station.errors = [DatabaseAway("database.away")]
    station.feed.change()
    await settle()
    assert (station.reads, station.told) == (0, ["DatabaseAway"])
    station.feed.touch(Touch.CONNECTED)
    await settle()
    assert (station.reads, station.told) == (1, ["DatabaseAway", "connected", "recovered"])
