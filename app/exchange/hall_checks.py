"""What must fit together in a hall file: names that are unique, and references that lead somewhere."""

from collections.abc import Iterable, Iterator

from app.domain.errors import Problem
from app.domain.message import Message
from app.exchange.hall_entries import CounterEntry, LineEntry, StaffEntry, WholeHall
from app.exchange.problems import Location, Places, repeated


def problems_between(whole: WholeHall, places: Places) -> list[Problem]:
    """Every double name and every reference to nothing."""
    departments = {key for d in whole.departments for key in (d.code, d.name)}
    prefixes = {line.prefix for line in whole.lines}
    return [
        *_doubles(whole, places),
        *_unknown("import.rule.no_department", _department_references(whole), departments, places),
        *_unknown("import.rule.no_line", _line_references(whole.counters), prefixes, places),
    ]


def _doubles(whole: WholeHall, places: Places) -> Iterator[Problem]:
    """Names that stand twice; an item must be in one line only, or nobody would know where it is served."""
    departments, lines = list(enumerate(whole.departments)), list(enumerate(whole.lines))
    yield from repeated([(d.code, ("departments", n, "code")) for n, d in departments], places)
    yield from repeated([(d.name, ("departments", n, "name")) for n, d in departments], places)
    yield from repeated([(line.prefix, ("lines", n, "prefix")) for n, line in lines], places)
    items = [(item, ("lines", n, "items", i)) for n, line in lines for i, item in enumerate(line.items)]
    yield from repeated(items, places)
    yield from repeated([(c.number, ("counters", n, "number")) for n, c in enumerate(whole.counters)], places)
    for n, counter in enumerate(whole.counters):
        served = [
            (line.prefix, ("counters", n, "lines", i, "prefix")) for i, line in enumerate(counter.lines)
        ]
        yield from repeated(served, places)
    yield from repeated([(s.number, ("staff", n, "number")) for n, s in enumerate(whole.staff or ())], places)


def _department_references(whole: WholeHall) -> Iterator[tuple[str, Location]]:
    sections: dict[str, Iterable[LineEntry | CounterEntry | StaffEntry]] = {
        "lines": whole.lines,
        "counters": whole.counters,
        "staff": whole.staff or (),
    }
    for section, entries in sections.items():
        for n, entry in enumerate(entries):
            if entry.department is not None:
                yield entry.department, (section, n, "department")


def _line_references(counters: Iterable[CounterEntry]) -> Iterator[tuple[str, Location]]:
    for n, counter in enumerate(counters):
        for i, line in enumerate(counter.lines):
            yield line.prefix, ("counters", n, "lines", i, "prefix")


def _unknown(
    code: str, references: Iterable[tuple[str, Location]], known: set[str], places: Places
) -> Iterator[Problem]:
    for value, location in references:
        if value not in known:
            yield Problem(places(location), Message(code, {"value": value}))
