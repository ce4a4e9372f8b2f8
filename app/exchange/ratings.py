"""Reading ratings that came in by the code on a ticket, from JSON or CSV."""

import csv
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from app.domain.paper_code import scanned_ticket
from app.domain.rating import RatingLevel
from app.domain.rating_file import RatingEntry
from app.exchange.cells import words_of
from app.exchange.fields import Entry, Text
from app.exchange.files import read_file, read_json, refuse, refuse_file
from app.exchange.problems import Location, Places, json_path, problems_of
from app.texts import code_of


def _day(value: object) -> object:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        raise PydanticCustomError("import.rule.day", "not a day") from None


def _level(value: object) -> RatingLevel:
    """The level itself, or its word in either language."""
    for level in RatingLevel:
        if value in (level.value, *words_of(code_of(level))):
            return level
    raise PydanticCustomError("import.rule.one_of", "no level", {"allowed": ", ".join(RatingLevel)})


def _no_code(_value: object) -> None:
    """What ``_spelled_out`` understood is gone by now."""
    raise PydanticCustomError("import.rule.ticket_code", "no ticket's code")


class _Rating(Entry):
    day: Annotated[date, BeforeValidator(_day)]
    number: Text
    level: Annotated[RatingLevel, BeforeValidator(_level)]
    item: Text | None = None
    comment: str = ""
    code: Annotated[None, BeforeValidator(_no_code)] = None


_RATINGS: TypeAdapter[list[_Rating]] = TypeAdapter(Annotated[list[_Rating], Field(min_length=1)])


def read_ratings(path: Path) -> tuple[RatingEntry, ...]:
    """The ratings of a file, all or none.

    Raises:
        BadInput: the file is unusable; every problem is listed with its place (``[12].level``, or in CSV ``13:level``).
    """
    kind = path.suffix.lower()
    if kind not in (".json", ".csv"):
        refuse_file(path, "import.file.kind_ratings")
    content, places = (read_json(path), json_path) if kind == ".json" else (_read_csv(path), _line)
    return ratings_of(content, places)


def ratings_of(content: object, places: Places) -> tuple[RatingEntry, ...]:
    """The ratings of what a file holds.

    Raises:
        BadInput: as ``read_ratings``.
    """
    try:
        entries = _RATINGS.validate_python(_spelled_out(content))
    except ValidationError as error:
        refuse(problems_of(error, places))
    return tuple(
        RatingEntry(places((n,)), e.day, e.number, e.level, e.item, e.comment) for n, e in enumerate(entries)
    )


def _spelled_out(content: object) -> object:
    """The same with day and number where only the ticket's ``code`` stands."""
    if not isinstance(content, list):
        return content
    return [_ticket_of(entry) if isinstance(entry, dict) else entry for entry in content]


def _ticket_of(entry: dict[str, object]) -> dict[str, object]:
    found = scanned_ticket(str(entry.get("code")))
    if found is None or entry.keys() & {"day", "number"}:
        return entry
    rest = {name: value for name, value in entry.items() if name != "code"}
    day, number = found
    return {**rest, "day": day, "number": number}


def _read_csv(path: Path) -> list[dict[str, str]]:
    """One object a line, by the names in the first; empty cells are left out."""
    try:
        text = read_file(path).decode("utf-8-sig")
        lines = list(csv.reader(StringIO(text, newline=""), strict=True))
    except UnicodeDecodeError:
        refuse_file(path, "import.file.encoding")
    except csv.Error:
        refuse_file(path, "import.file.not_csv")
    names = [name.strip() for name in lines[0]] if lines else []
    return [_cells(names, row) for row in lines[1:]]


def _cells(names: list[str], row: list[str]) -> dict[str, str]:
    # What stands beyond the last heading has no name, and is told as such.
    beyond = ["?"] * (len(row) - len(names))
    cells = zip([*names, *beyond], row, strict=False)
    return {name: cell.strip() for name, cell in cells if cell.strip()}


def _line(location: Location) -> str:
    """``13:level``: the line of the file, the heading's being the first."""
    line, *field = location or (-1,)
    return ":".join([str(int(line) + 2), *(str(part) for part in field)])
