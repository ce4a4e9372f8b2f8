"""Personal data in and out: validated, masked, findable, and readable only with the hall's key."""

from typing import Protocol

from app.domain.person import Person, Personal, Protected


class Protector(Protocol):
    """Protects values with the hall's key (kept in a file that only its owner can read)."""

    def protect(self, kind: Personal, value: str) -> Protected:
        """Validate, normalise and protect a value.

        Raises:
            BadInput: not a valid identity number or phone.
        """

    def lookup(self, kind: Personal, value: str) -> bytes:
        """The keyed look-up of a value, to find it by."""

    def hints(self, kind: Personal, value: Protected) -> frozenset[bytes]:
        """Keyed look-ups of what people remember of a value: the end of a number, a name as it sounds."""

    def hints_of_query(self, typed: str) -> frozenset[bytes]:
        """The keyed look-ups that what was typed may stand for; empty when it stands for none."""

    def reveal(self, kind: Personal, value: Protected) -> str:
        """The value in the clear; only for what the person asked for (never for logs)."""


def protect_person(protector: Protector, name: str | None, identity: str | None, phone: str | None) -> Person:
    """A person from what was typed; empty text means unknown."""

    def part(kind: Personal, value: str | None) -> Protected | None:
        return protector.protect(kind, value.strip()) if value and value.strip() else None

    return Person(part(Personal.NAME, name), part(Personal.IDENTITY, identity), part(Personal.PHONE, phone))
