"""A hall and its catalogue read together, so that the problems of both are told at once."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from app.domain.catalogue_file import CatalogueFile
from app.domain.errors import BadInput, Problem
from app.domain.hall_file import HallFile
from app.exchange.catalogue import read_catalogue
from app.exchange.files import refuse
from app.exchange.hall import read_hall

F = TypeVar("F", HallFile, CatalogueFile)


def read_set_up(hall: Path, catalogue: Path | None) -> tuple[HallFile, CatalogueFile | None]:
    """The set-up of a hall, with the catalogue that comes along.

    Raises:
        BadInput: one of the files is unusable; the problems of both are listed, those of the hall first.
    """
    problems: list[Problem] = []
    set_up = _read(read_hall, hall, problems)
    items = _read(read_catalogue, catalogue, problems) if catalogue else None
    if set_up is None or problems:
        refuse(problems)
    return set_up, items


def _read(read: Callable[[Path], F], path: Path, problems: list[Problem]) -> F | None:
    try:
        return read(path)
    except BadInput as unusable:
        problems += unusable.problems
        return None
