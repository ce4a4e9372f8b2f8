"""Orders to the hall: one whose answer was lost is given again under the same command, so nothing is done twice."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from typing import TypeVar

from app.domain.errors import YiciError
from app.domain.staff import Actor
from app.ports.errors import DatabaseAway
from app.services.use_case import Command

R = TypeVar("R")

REPEAT_AFTER = 2.0
"""Seconds between attempts while the database is away."""


class Orders:
    """Keeps the command of an order until its answer is known.

    An order is any value that says what is asked for; the same value from the same person, after its answer was
    lost, is the same command.
    """

    def __init__(self, new_command: Callable[[], Command], repeat_after: float = REPEAT_AFTER) -> None:
        self.new_command, self._repeat_after = new_command, repeat_after
        self._open: dict[tuple[Actor, Hashable], Command] = {}
        self._nudge = asyncio.Event()
        self._given_up = False

    async def give(self, order: Hashable, act: Callable[[Command], Awaitable[R]]) -> R:
        """Carry the order out, once.

        Raises:
            DatabaseAway: whether it was done is unknown; the same order again will tell.
            YiciError: as the use case does.
        """
        fresh = self.new_command()
        key = fresh.actor, order
        try:
            result = await act(self._open.setdefault(key, fresh))
        except DatabaseAway:
            raise
        except YiciError:
            self._open.pop(key, None)
            raise
        self._open.pop(key, None)
        return result

    async def give_until_answered(
        self, order: Hashable, act: Callable[[Command], Awaitable[R]], unanswered: Callable[[], None]
    ) -> R:
        """Carry the order out, again and again until it is answered; ``unanswered`` is told of every lost answer.

        One at a time.

        Raises:
            DatabaseAway: the person gave up waiting.
            YiciError: as the use case does.
        """
        self._given_up = False
        while True:
            try:
                return await self.give(order, act)
            except DatabaseAway:
                unanswered()
                await self._pause()
                if self._given_up:
                    raise

    def repeat(self) -> None:
        """Give the unanswered order again now."""
        self._nudge.set()

    def give_up(self) -> None:
        """Repeat it no more; whether it was done shows when the hall is in touch again."""
        self._given_up = True
        self._nudge.set()

    def forget(self) -> None:
        """What is asked for from now on is meant anew, though it may read the same."""
        self._open.clear()

    async def _pause(self) -> None:
        if self._given_up:
            return
        self._nudge.clear()
        try:
            async with asyncio.timeout(self._repeat_after):
                await self._nudge.wait()
        except TimeoutError:
            return
