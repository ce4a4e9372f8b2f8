"""Keeps what a station shows up to date: the change feed says that something changed, the database says what."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from dataclasses import dataclass, field
from typing import Any

from app.domain.events import Topic
from app.ports.change_feed import Change, ChangeFeed, Touch, TouchChange

Reload = Callable[[], Awaitable[None]]
Pause = Callable[[float], Coroutine[Any, Any, None]]

_BURST_SECONDS = (0.01, 0.05)  # bursts become one reload, and stations do not all read at once
_FIRST_RETRY_SECONDS = 0.5
_LONGEST_RETRY_SECONDS = 10.0


@dataclass(slots=True)
class _Subscription:
    """What to read again, and when."""

    topics: frozenset[Topic]
    reload: Reload
    stale: asyncio.Event = field(default_factory=asyncio.Event)


def _burst() -> float:
    return random.uniform(*_BURST_SECONDS)  # noqa: S311 - spreading load needs no secrecy


class Refresher:
    """One for a station. Views that show more than one thing subscribe each with its own topics.

    Changes made by this very station (``origin``) are passed over: whoever makes one reads again anyway.
    After every reconnect all is read again. A reload that fails is reported and tried again, ever more slowly.
    """

    def __init__(
        self,
        feed: ChangeFeed,
        *,
        origin: str,
        touched: Callable[[Touch], None],
        failed: Callable[[Exception], None],
        recovered: Callable[[], None],
        pause: Pause = asyncio.sleep,
        burst: Callable[[], float] = _burst,
    ) -> None:
        self._feed, self._origin, self._touched = feed, origin, touched
        self._failed, self._recovered = failed, recovered
        self._pause, self._burst = pause, burst
        self._subscriptions: list[_Subscription] = []

    def subscribe(self, topics: Iterable[Topic], reload: Reload) -> None:
        """Reload when one of these topics changes elsewhere. Before ``run``."""
        self._subscriptions.append(_Subscription(frozenset(topics), reload))

    def refresh_all(self) -> None:
        """Read everything again, as after a reconnect."""
        for subscription in self._subscriptions:
            subscription.stale.set()

    async def run(self) -> None:
        """Follow the feed until cancelled."""
        async with asyncio.TaskGroup() as group:
            for subscription in self._subscriptions:
                group.create_task(self._keep_fresh(subscription))
            await self._follow()

    async def _follow(self) -> None:
        async with self._feed.listen() as items:
            async for item in items:
                if isinstance(item, TouchChange):
                    self._touch(item.touch)
                elif isinstance(item, Change) and item.origin != self._origin:
                    self._mark(item)

    def _touch(self, touch: Touch) -> None:
        self._touched(touch)
        if touch is Touch.CONNECTED:
            self.refresh_all()

    def _mark(self, change: Change) -> None:
        for subscription in self._subscriptions:
            if change.topic in subscription.topics:
                subscription.stale.set()

    async def _keep_fresh(self, subscription: _Subscription) -> None:
        while True:
            await subscription.stale.wait()
            await self._pause(self._burst())
            subscription.stale.clear()
            await self._reload(subscription)

    async def _reload(self, subscription: _Subscription) -> None:
        retry = _FIRST_RETRY_SECONDS
        while (error := await _error_of(subscription.reload)) is not None:
            self._failed(error)
            await self._until_next_try(subscription, retry)
            retry = min(2 * retry, _LONGEST_RETRY_SECONDS)
        if retry > _FIRST_RETRY_SECONDS:
            self._recovered()

    async def _until_next_try(self, subscription: _Subscription, seconds: float) -> None:
        """That long, or until there is reason to hope: the hall is in touch again, or a person asked for it."""
        async with asyncio.TaskGroup() as group:
            paused = group.create_task(self._pause(seconds))
            hoping = group.create_task(subscription.stale.wait())
            await asyncio.wait({paused, hoping}, return_when=asyncio.FIRST_COMPLETED)
            paused.cancel()
            hoping.cancel()
        if subscription.stale.is_set():
            await self._pause(self._burst())
            subscription.stale.clear()


async def _error_of(reload: Reload) -> Exception | None:
    """What the reload raised; being cancelled is passed on."""
    (outcome,) = await asyncio.gather(reload(), return_exceptions=True)
    if isinstance(outcome, Exception):
        return outcome
    if isinstance(outcome, BaseException):
        raise outcome
    return None
