"""Passwords are hashed off the loop, and verified."""

import pytest
from argon2 import PasswordHasher, extract_parameters

from app.adapters.passwords import Argon2Passwords

CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture
def passwords() -> Argon2Passwords:
    return Argon2Passwords(CHEAP)


async def test_the_right_password_and_no_other(passwords: Argon2Passwords) -> None:
    hashed = await passwords.hash("好密码 123")
    assert "123" not in hashed
    assert await passwords.verify(hashed, "好密码 123")
    assert not await passwords.verify(hashed, "好密码 124")


async def test_the_same_password_has_another_hash_each_time(passwords: Argon2Passwords) -> None:
    assert await passwords.hash("sample") != await passwords.hash("sample")


@pytest.mark.parametrize("hashed", ["", "sample", "$argon2id$v=19$broken"])
async def test_nobody_signs_in_with_what_is_no_hash(passwords: Argon2Passwords, hashed: str) -> None:
    assert not await passwords.verify(hashed, "sample")
    assert not await passwords.verify(hashed, "")


class Counting(PasswordHasher):
    """Counts how often it does the slow work."""

    worked = 0

    def hash(self, password: str | bytes, *, salt: bytes | None = None) -> str:
        self.worked += 1
        return super().hash(password, salt=salt)


@pytest.mark.parametrize("hashed", [None, "", "sample"])
async def test_what_is_no_hash_costs_as_much_as_a_wrong_password(hashed: str | None) -> None:
    hasher = Counting(time_cost=1, memory_cost=8, parallelism=1)
    assert not await Argon2Passwords(hasher).verify(hashed, "sample")
    assert hasher.worked == 1


async def test_the_default_is_argon2id_with_a_real_cost() -> None:
    parameters = extract_parameters(await Argon2Passwords().hash("sample"))
    assert (parameters.type.name, parameters.memory_cost >= 19_456) == ("ID", True)
