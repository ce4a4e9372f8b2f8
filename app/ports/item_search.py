"""Finding service items while somebody types."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from app.ports.rows import ItemRow

Span = tuple[int, int]
"""From and up to, in characters."""


class MatchSection(StrEnum):
    """Where it was found: in what the item is called, or only in what it asks for."""

    NAME = "name"
    MATERIALS = "materials"


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and what in it was found; ``span`` is None when nothing was found in this text."""

    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class ItemMatch:
    """A found item. ``mention`` is the situation or material by which it was found, cut short in front."""

    item: ItemRow
    section: MatchSection
    name: Marked
    department: Marked
    mention: Marked | None = None


@dataclass(frozen=True, slots=True)
class Usage:
    """What is picked here: codes, the latest first, and how often."""

    recent: tuple[str, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)


NO_USAGE = Usage()


class ItemSearch(Protocol):
    """An index of the items in force."""

    def search(self, typed: str, usage: Usage = NO_USAGE, limit: int = 50) -> tuple[ItemMatch, ...]:
        """Items by name, department, situation, code or material; by character, pinyin or initials.

        The section NAME comes first. In it beginnings come before middles, then what was picked latest, then
        what is picked most. Without a text: all items in that order, the rest by department.
        """


ItemSearchFactory = Callable[[Sequence[ItemRow]], ItemSearch]
