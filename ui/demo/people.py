"""Invented people: names from a list, identity numbers and phones that are well formed and nobody's."""

from random import Random

from app.domain.policy import Priority
from app.services.issue_ticket import Visitor
from ui.demo.script import Script

_REGION = "330102"
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"
_ELDERLY_BORN, _OTHERS_BORN = (1938, 1954), (1966, 2003)


class People:
    """Gives one person after the other; the same name is the same person."""

    def __init__(self, script: Script, chance: Random) -> None:
        self._script, self._chance = script, chance
        self._known: dict[str, Visitor] = {}

    def somebody(self, priority: Priority = Priority.ORDINARY, name: str = "") -> Visitor:
        """A person of this class; one who was named before comes again."""
        called = name or self._chance.choice(self._script.surnames) + self._chance.choice(
            self._script.given_names
        )
        if name and name in self._known:
            return self._known[name]
        visitor = Visitor(
            called, self._identity(priority), f"1380000{self._chance.randrange(10_000):04}", priority
        )
        self._known[called] = visitor
        return visitor

    def _identity(self, priority: Priority) -> str:
        born = _ELDERLY_BORN if priority is Priority.ELDERLY else _OTHERS_BORN
        year, month, day = (
            self._chance.randint(*born),
            self._chance.randint(1, 12),
            self._chance.randint(1, 28),
        )
        return with_check_digit(f"{_REGION}{year}{month:02}{day:02}{self._chance.randrange(1000):03}")


def with_check_digit(body: str) -> str:
    """An identity number of 18 characters from its first 17 digits (GB 11643)."""
    rest = sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True)) % 11
    return body + _CHECK_DIGITS[rest]
