"""Reads that each are one consistent look."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Self

from db.connections import Connections
from db.transaction import Transaction


class Looking:
    """What all readers share: where they look."""

    def __init__(self, look: Callable[[], AbstractAsyncContextManager[Transaction]]) -> None:
        self._look = look

    @classmethod
    def outside(cls, connections: Connections) -> Self:
        """Reads in transactions of their own."""
        return cls(connections.look)

    @classmethod
    def inside(cls, t: Transaction) -> Self:
        """Reads inside a use case: they see what it has written."""

        @asynccontextmanager
        async def same() -> AsyncIterator[Transaction]:
            yield t

        return cls(same)
