"""What the change feed says to the station itself, whatever room there is."""

from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import aclosing, asynccontextmanager

from app.domain.clock import ClockGap
from app.ports.change_feed import ChangeFeed, FeedItem


class WatchedFeed:
    """A feed that hands every ``ClockGap`` to ``told``, so that no room need know of it, and the rest on.

    ``heard`` is told of the rest too.
    """

    def __init__(
        self, feed: ChangeFeed, told: Callable[[ClockGap], None], heard: Callable[[FeedItem], None]
    ) -> None:
        self._feed, self._told, self._heard = feed, told, heard

    @asynccontextmanager
    async def listen(self) -> AsyncIterator[AsyncIterator[FeedItem]]:
        """As the feed itself, without the gaps."""
        async with self._feed.listen() as items, aclosing(self._rest_of(items)) as rest:
            yield rest

    async def _rest_of(self, items: AsyncIterator[FeedItem]) -> AsyncGenerator[FeedItem, None]:
        async for item in items:
            if isinstance(item, ClockGap):
                self._told(item)
            else:
                self._heard(item)
                yield item
