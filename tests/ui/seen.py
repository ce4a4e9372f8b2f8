"""A view that remembers, for tests of presenters: what was shown, and waiting for what will be."""

import asyncio
from collections.abc import Callable
from typing import Generic, TypeVar

S = TypeVar("S")

_SECONDS = 20.0


class Seen(Generic[S]):
    """Every state that was rendered; ``until`` waits for one that fits."""

    def __init__(self) -> None:
        self.states: list[S] = []
        self._news = asyncio.Event()

    @property
    def last(self) -> S:
        """What is shown now."""
        return self.states[-1]

    def render(self, state: S) -> None:
        """Remember a state."""
        self.states.append(state)
        self._news.set()

    async def until(self, fits: Callable[[S], bool]) -> S:
        """The first state shown, now or later, that fits. Raises TimeoutError."""
        async with asyncio.timeout(_SECONDS):
            while not (self.states and fits(self.last)):
                self._news.clear()
                await self._news.wait()
        return self.last


class Pauses:
    """Pauses that end when a test says so."""

    def __init__(self) -> None:
        self._waiting: dict[float, list[asyncio.Future[None]]] = {}

    async def __call__(self, seconds: float) -> None:
        """Pause until ``end(seconds)``."""
        paused: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(seconds, []).append(paused)
        await paused

    def end(self, seconds: float) -> None:
        """End every pause of this length."""
        for paused in self._waiting.pop(seconds, []):
            if not paused.done():
                paused.set_result(None)
