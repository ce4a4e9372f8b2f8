"""What must fit together in a hall file: names that are unique, and references that lead somewhere."""

from collections.abc import Iterator

from app.domain.errors import Problem
from app.domain.message import Message
from app.exchange.draft import Draft, Name
from app.exchange.problems import Location, Places, repeated

_UNIQUE: tuple[tuple[str, ...], ...] = (
    ("departments", "code"),
    ("departments", "name"),
    ("lines", "prefix"),
    ("counters", "number"),
    ("staff", "number"),
)


def problems_between(hall: Draft, places: Places) -> list[Problem]:
    """Every double name and every reference to nothing, among all that is right as such."""
    return [*_doubles(hall, places), *_unknown_departments(hall, places), *_unknown_lines(hall, places)]


def _doubles(hall: Draft, places: Places) -> Iterator[Problem]:
    """Names that stand twice; an item must be in one line only, or nobody would know where it is served."""
    for section, field in _UNIQUE:
        yield from repeated(hall.names(section, ..., field), places)
    yield from repeated(hall.names("lines", ..., "items", ...), places)
    for counter in hall.entries("counters", ...):
        yield from repeated(hall.names(*counter, "lines", ..., "prefix"), places)


def _unknown_departments(hall: Draft, places: Places) -> Iterator[Problem]:
    known = [pair for key in ("code", "name") for pair in hall.all_names("departments", ..., key)]
    for section in ("lines", "counters", "staff"):
        named = hall.names(section, ..., "department")
        yield from _unknown("import.rule.no_department", named, known, places)


def _unknown_lines(hall: Draft, places: Places) -> Iterator[Problem]:
    named = hall.names("counters", ..., "lines", ..., "prefix")
    yield from _unknown("import.rule.no_line", named, hall.all_names("lines", ..., "prefix"), places)


def _unknown(
    code: str, named: list[tuple[Name, Location]], known: list[tuple[Name, Location]], places: Places
) -> Iterator[Problem]:
    """Where nothing is known the section itself is missing: that is told once, not with every reference."""
    names = {name for name, _ in known}
    for value, location in named:
        if names and value not in names:
            yield Problem(places(location), Message(code, {"value": value}))
