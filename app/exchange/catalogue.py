"""Reading a catalogue of service items from JSON or XLSX."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

from app.domain.catalogue_file import CatalogueFile
from app.domain.errors import Problem
from app.exchange.catalogue_entries import ItemEntry, MaterialEntry, SituationEntry
from app.exchange.catalogue_workbook import read_catalogue_workbook
from app.exchange.files import is_workbook, read_json, refuse
from app.exchange.problems import Location, Places, json_path, problems_of, repeated

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
    try:
        entries = _ITEMS.validate_python(content)
    except ValidationError as error:
        refuse([*known_problems, *problems_of(error, places)])
    problems = [*known_problems]
    problems += repeated([(e.official_code, (n, e.code_field)) for n, e in enumerate(entries)], places)
    for number, entry in enumerate(entries):
        problems += _repeated_within(number, entry, places)
    if problems:
        refuse(problems)
    return CatalogueFile(tuple(entry.item() for entry in entries))


def _repeated_within(number: int, entry: ItemEntry, places: Places) -> list[Problem]:
    """Materials go by name in situations, and situations by name everywhere: names must be unique."""
    situations = entry.situations or []
    problems = repeated(_names(entry.materials, (number, "materials")), places)
    problems += repeated(_names(situations, (number, "situations")), places)
    for s, situation in enumerate(situations):
        named = [
            (name, (number, "situations", s, "materials", m)) for m, name in enumerate(situation.materials)
        ]
        problems += repeated(named, places)
    return problems


def _names(entries: Sequence[MaterialEntry | SituationEntry], base: Location) -> list[tuple[str, Location]]:
    return [(entry.name, (*base, n, "name")) for n, entry in enumerate(entries)]
