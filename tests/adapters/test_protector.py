"""Personal values: masked, findable, and readable only with the hall's key."""

from dataclasses import replace

import pytest

from app.adapters.key_file import Keys
from app.adapters.protector import KeyProtector
from app.domain.errors import BadInput
from app.domain.person import NOBODY, Personal
from app.ports.errors import KeyUnusable
from app.ports.protection import Protector, protect_person
from tests.refusals import refused

FIRST, SECOND = bytes(range(32)), bytes(range(32, 64))
IDENTITY = "11010519491231002X"


@pytest.fixture
def protector() -> Protector:
    return KeyProtector(Keys({1: FIRST}))


@pytest.mark.parametrize(
    ("kind", "typed", "normal", "mask"),
    [
        (Personal.NAME, " 张三 ", "张三", "张*"),
        (Personal.IDENTITY, "11010519491231002x", IDENTITY, "11**************2X"),
        (Personal.PHONE, "138 0013 0621", "13800130621", "138****0621"),
    ],
)
def test_masked_found_and_read(
    protector: Protector, kind: Personal, typed: str, normal: str, mask: str
) -> None:
    kept = protector.protect(kind, typed)
    assert (kept.mask, kept.key_number) == (mask, 1)
    assert protector.reveal(kind, kept) == normal
    assert protector.lookup(kind, normal) == kept.lookup == protector.protect(kind, typed).lookup
    assert normal.encode() not in kept.cipher + kept.lookup


def test_the_same_value_is_never_the_same_cipher(protector: Protector) -> None:
    ciphers = {protector.protect(Personal.NAME, "张三").cipher for _ in range(5)}
    assert len(ciphers) == 5


def test_a_lookup_tells_nothing_without_the_key_nor_across_kinds(protector: Protector) -> None:
    other = KeyProtector(Keys({1: SECOND}))
    assert protector.lookup(Personal.NAME, "张三") != other.lookup(Personal.NAME, "张三")
    # No value is valid as two kinds, so what is looked up by is compared below the checks.
    same = "13800130621"
    assert protector._digest(Personal.NAME, same) != protector._digest(Personal.PHONE, same)


def test_what_is_not_valid_is_neither_kept_nor_looked_for(protector: Protector) -> None:
    with refused("person.rule.phone", BadInput):
        protector.protect(Personal.PHONE, "12345")
    with refused("person.rule.identity_check_digit", BadInput):
        protector.lookup(Personal.IDENTITY, IDENTITY[:-1] + "1")


def test_tampering_and_foreign_keys_are_noticed(protector: Protector) -> None:
    kept = protector.protect(Personal.NAME, "张三")
    flipped = kept.cipher[:-1] + bytes([kept.cipher[-1] ^ 1])
    for spoilt in (replace(kept, cipher=flipped), replace(kept, cipher=b""), replace(kept, cipher=b"short")):
        with refused("protection.rule.unreadable", KeyUnusable):
            protector.reveal(Personal.NAME, spoilt)
    with refused("protection.rule.unreadable", KeyUnusable):
        KeyProtector(Keys({1: SECOND})).reveal(Personal.NAME, kept)


def test_a_name_never_opens_as_a_phone(protector: Protector) -> None:
    with refused("protection.rule.unreadable", KeyUnusable):
        protector.reveal(Personal.PHONE, protector.protect(Personal.NAME, "张三"))


def test_a_new_key_protects_and_the_old_one_still_reads_and_finds(protector: Protector) -> None:
    old = protector.protect(Personal.NAME, "张三")
    both = KeyProtector(Keys({1: FIRST, 2: SECOND}))
    new = both.protect(Personal.NAME, "张三")
    assert (new.key_number, new.lookup) == (2, old.lookup)
    assert both.reveal(Personal.NAME, old) == both.reveal(Personal.NAME, new) == "张三"
    with refused("protection.rule.key_unknown", KeyUnusable, number=2):
        protector.reveal(Personal.NAME, new)


def test_a_fingerprint_tells_halls_apart() -> None:
    first = KeyProtector(Keys({1: FIRST})).fingerprint()
    assert first == KeyProtector(Keys({1: FIRST, 2: SECOND})).fingerprint()
    assert first != KeyProtector(Keys({1: SECOND})).fingerprint()
    assert len(first) == 16


def test_a_person_of_what_was_typed(protector: Protector) -> None:
    assert protect_person(protector, " ", "", None) == NOBODY
    person = protect_person(protector, "张三", None, " 13800130621 ")
    assert (person.name_mask, person.identity) == ("张*", None)
    assert person.phone is not None
