"""A person's columns: mask, look-up, cipher and key number of each part."""

from typing import Any

from sqlalchemy import Row

from app.domain.person import NOBODY, Person, Personal, Protected

_PARTS = ("mask", "lookup", "cipher", "key_no")


def person_row(person: Person, who: str = "") -> dict[str, Any]:
    """The columns of a person; empty for what is unknown. ``who`` tells the persons of one row apart."""
    row: dict[str, Any] = {}
    for kind in Personal:
        value: Protected | None = getattr(person, kind)
        parts = (None,) * len(_PARTS) if value is None else _parts(value)
        row.update(zip((f"{who}{kind}_{part}" for part in _PARTS), parts, strict=True))
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


def agent_from(row: Row[Any]) -> Person | None:
    """The agent of a row, None when the applicant acts alone."""
    agent = Person(
        _protected(row.agent_name_mask, row.agent_name_lookup, row.agent_name_cipher, row.agent_name_key_no),
        _protected(
            row.agent_identity_mask,
            row.agent_identity_lookup,
            row.agent_identity_cipher,
            row.agent_identity_key_no,
        ),
        _protected(
            row.agent_phone_mask, row.agent_phone_lookup, row.agent_phone_cipher, row.agent_phone_key_no
        ),
    )
    return None if agent == NOBODY else agent


def _parts(value: Protected) -> tuple[Any, ...]:
    return value.mask, value.lookup, value.cipher, value.key_number


def _protected(mask: str | None, lookup: bytes, cipher: bytes, key_number: int) -> Protected | None:
    return None if mask is None else Protected(mask, lookup, cipher, key_number)
