"""Materials that only a situation names: meant so, or mistyped.

A workbook is typed by people, and a wrong character would silently ask applicants for one more paper. So a material
that the item's list has not is marked as such in its row; all others must be found in the list.
"""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from app.domain.errors import Problem
from app.domain.message import Message
from app.exchange.cells import YES
from app.exchange.workbook import Row

MARK = "beyond_list"
_LIKENESS = 0.3
"""How like a name must be to be offered: an abbreviation of two characters in ten is still meant for help."""


def unmarked(rows: Sequence[Row], materials: Sequence[Row]) -> list[Problem]:
    """The rows of an item's situations whose material is neither in the item's list nor marked as beyond it."""
    listed = {str(row.values["name"]): row for row in materials if "name" in row.values}
    return [problem for row in rows for problem in _problems(row, listed)]


def _problems(row: Row, listed: dict[str, Row]) -> Iterator[Problem]:
    name, mark = row.values.get("material"), row.values.get(MARK, False)
    if not isinstance(mark, bool):
        yield Problem(row.place.cell(MARK), Message("import.rule.yes_no"))
    elif isinstance(name, str) and name not in listed and not mark:
        yield Problem(row.place.cell("material"), _unlisted(name, listed))


def _unlisted(name: str, listed: dict[str, Row]) -> Message:
    how = {"value": name, "column": Message("import.column.situations.beyond_list"), "yes": Message(YES)}
    likely = next(iter(get_close_matches(name, listed, 1, _LIKENESS)), None)
    if likely is None:
        return Message("import.rule.unlisted_material", how)
    there = listed[likely].place.cell("name")
    return Message("import.rule.mistyped_material", how | {"likely": likely, "there": there})
