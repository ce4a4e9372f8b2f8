"""Passwords, hashed by a slow function."""

from typing import Protocol


class Passwords(Protocol):
    """Both calls take about a tenth of a second of processor time: they run off the loop."""

    async def hash(self, password: str) -> str:
        """The hash to store."""

    async def verify(self, hash_: str | None, password: str) -> bool:
        """Whether the password is the one that was hashed; with None it is not, and that takes as long to say."""
