"""Passwords by argon2id, with the library's current parameters."""

import asyncio

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError


class Argon2Passwords:
    """Implements ``app.ports.passwords.Passwords``; a hash takes a tenth of a second, so it is made in a thread."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()

    async def hash(self, password: str) -> str:
        return await asyncio.to_thread(self._hasher.hash, password)

    async def verify(self, hash_: str | None, password: str) -> bool:
        """Nobody signs in with what is no hash: a member of staff who has no password yet."""
        return await asyncio.to_thread(self._verify, hash_, password)

    def _verify(self, hash_: str | None, password: str) -> bool:
        try:
            return self._hasher.verify(hash_ or "", password)
        except InvalidHashError:
            self._hasher.hash(password)  # as much work as a real one: how long it took tells nothing
            return False
        except VerificationError:
            return False
