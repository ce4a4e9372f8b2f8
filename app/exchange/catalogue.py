"""Reading a catalogue of service items from JSON or XLSX."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

from app.domain.catalogue_file import CatalogueFile
from app.domain.errors import Problem
from app.exchange.catalogue_entries import ItemEntry
from app.exchange.catalogue_workbook import read_catalogue_workbook
from app.exchange.draft import Draft, Name
from app.exchange.files import is_workbook, read_json, refuse
from app.exchange.problems import Location, Places, json_path, locations_of, problems_of, repeated

_ITEMS: TypeAdapter[list[ItemEntry]] = TypeAdapter(Annotated[list[ItemEntry], Field(min_length=1)])


def read_catalogue(path: Path) -> CatalogueFile:
    """The items of a file, all or none.

    Raises:
        BadInput: the file is unusable; every problem is listed with its place
            (``[12].materials[3].copies``, ``材料!H40``).
    """
    if not is_workbook(path):
        return catalogue_of(read_json(path), json_path)
    content, places, problems = read_catalogue_workbook(path)
    return catalogue_of(content, places, problems)


def catalogue_of(content: object, places: Places, known_problems: Sequence[Problem] = ()) -> CatalogueFile:
    """The items of what a file holds; ``known_problems`` are those found in reading it.

    Raises:
        BadInput: as ``read_catalogue``.
    """
    problems, wrong, entries = [*known_problems], frozenset[Location](), None
    try:
        entries = _ITEMS.validate_python(content)
    except ValidationError as error:
        problems += problems_of(error, places)
        wrong = locations_of(error)
    problems += _repeated(Draft(content, wrong), places)
    if entries is None or problems:
        refuse(problems)
    return CatalogueFile(tuple(entry.item() for entry in entries))


def _repeated(items: Draft, places: Places) -> Iterator[Problem]:
    """Materials go by name in situations, and situations by name everywhere: names must be unique."""
    codes = [code for item in items.entries(...) for code in _official_code(items, item)]
    yield from repeated(codes, places)
    for item in items.entries(...):
        yield from repeated(items.names(*item, "materials", ..., "name"), places)
        yield from repeated(items.names(*item, "situations", ..., "name"), places)
        for situation in items.entries(*item, "situations", ...):
            yield from repeated(items.names(*situation, "materials", ...), places)


def _official_code(items: Draft, item: Location) -> list[tuple[Name, Location]]:
    """The code that an item goes by, as ``ItemEntry.official_code``; none where it is not right as such."""
    if (*item, "code") in items.wrong:
        return []
    return items.names(*item, "code") or items.names(*item, "id")
