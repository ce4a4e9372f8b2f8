"""A person's columns: mask, look-up, cipher and key number of each part."""

from typing import Any

from sqlalchemy import Row

from app.domain.person import NOBODY, Person, Personal, Protected

_PARTS = ("mask", "lookup", "cipher", "key_no")


def person_row(person: Person) -> dict[str, Any]:
    """The columns of a person; empty for what is unknown."""
    row: dict[str, Any] = {}
    for kind in Personal:
        value: Protected | None = getattr(person, kind)
        if value is None:
            row.update({f"{kind}_{part}": None for part in _PARTS})
        else:
            row.update(zip((f"{kind}_{part}" for part in _PARTS), _parts(value), strict=True))
    return row


def person_from(row: Row[Any]) -> Person:
    """The person of a row."""
    if row.name_mask is None and row.identity_mask is None and row.phone_mask is None:
        return NOBODY
    return Person(
        _protected(row.name_mask, row.name_lookup, row.name_cipher, row.name_key_no),
        _protected(row.identity_mask, row.identity_lookup, row.identity_cipher, row.identity_key_no),
        _protected(row.phone_mask, row.phone_lookup, row.phone_cipher, row.phone_key_no),
    )


def _parts(value: Protected) -> tuple[Any, ...]:
    return value.mask, value.lookup, value.cipher, value.key_number


def _protected(mask: str | None, lookup: bytes, cipher: bytes, key_number: int) -> Protected | None:
    return None if mask is None else Protected(mask, lookup, cipher, key_number)
