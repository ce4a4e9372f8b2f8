"""A file's content that may be wrong in places: what can be told of the rest of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import EllipsisType

from app.exchange.problems import Location

Path = tuple[str | int | EllipsisType, ...]
"""A way into a file's content; ``...`` is every entry of a list."""

Name = str | int


@dataclass(frozen=True, slots=True)
class Draft:
    """What a file holds, and the locations of which a problem is told already.

    Fields are checked one by one before what must fit together is: yet people want to see all that is wrong at once,
    not the second half after they have mended the first. So the second check reads the file as it stands.
    """

    content: object
    wrong: frozenset[Location] = frozenset()

    def entries(self, *path: str | int | EllipsisType) -> list[Location]:
        """The locations of whatever stands at a path."""
        return [location for _, location in _found(self.content, path, ())]

    def names(self, *path: str | int | EllipsisType) -> list[tuple[Name, Location]]:
        """The names and numbers at a path that are right as such, without spaces around them."""
        return [(name, at) for name, at in self.all_names(*path) if at not in self.wrong]

    def all_names(self, *path: str | int | EllipsisType) -> list[tuple[Name, Location]]:
        """As ``names``, with those that are not right as such."""
        found = ((_name(value), location) for value, location in _found(self.content, path, ()))
        return [(name, location) for name, location in found if name is not None]


def _found(value: object, path: Path, above: Location) -> Iterator[tuple[object, Location]]:
    if not path:
        yield value, above
        return
    step, rest = path[0], path[1:]
    if isinstance(step, str):
        if isinstance(value, dict) and step in value:
            yield from _found(value[step], rest, (*above, step))
    elif isinstance(value, list):
        numbers = range(len(value)) if step is ... else [step]
        for number in numbers:
            yield from _found(value[number], rest, (*above, number))


def _name(value: object) -> Name | None:
    if isinstance(value, str):
        return value.strip() or None
    return value if isinstance(value, int) and not isinstance(value, bool) else None
