"""Personal data as the hall keeps it: a mask to show, a look-up to find by, a cipher to read when it must be."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Personal(StrEnum):
    """The kinds of personal value; each is masked and looked up in its own way."""

    NAME = "name"
    IDENTITY = "identity"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Protected:
    """A personal value that can be shown masked and found, but not read without the hall's key."""

    mask: str
    lookup: bytes
    cipher: bytes
    key_number: int


@dataclass(frozen=True, slots=True)
class Person:
    """Who came; each part may be unknown."""

    name: Protected | None = None
    identity: Protected | None = None
    phone: Protected | None = None

    @property
    def name_mask(self) -> str | None:
        """The name as it may be shown."""
        return self.name.mask if self.name else None


NOBODY = Person()


_BORN = slice(6, 14)
_WITH_BIRTH_DATE = 18


def age_on(day: date, identity: str) -> int | None:
    """The full years of somebody with this identity number on a day; None where the number does not tell."""
    if len(identity) != _WITH_BIRTH_DATE:
        return None
    try:
        born = date.fromisoformat(identity[_BORN])
    except ValueError:
        return None
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def mask_name(name: str) -> str:
    """The first character and a star: 张三 → 张*. Never tells how long the name is."""
    return f"{name[0]}*"


def mask_identity(number: str) -> str:
    """The first two and the last two characters; the rest are stars, as many as there are."""
    return number[:2] + "*" * (len(number) - 4) + number[-2:]


def mask_phone(number: str) -> str:
    """The first three and the last four digits, or the last two of a short number."""
    if len(number) < 9:
        return "*" * (len(number) - 2) + number[-2:]
    return number[:3] + "*" * (len(number) - 7) + number[-4:]
