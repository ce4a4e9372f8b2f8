"""A catalogue of service items as a workbook: a sheet of items, one of materials, one of situations."""

from itertools import groupby
from pathlib import Path

from app.domain.errors import Problem
from app.domain.message import Message
from app.exchange.beyond_list import MARK, unmarked
from app.exchange.catalogue_entries import HANDLING
from app.exchange.cells import Column, Kind, Unreadable
from app.exchange.problems import Location, Places
from app.exchange.workbook import Grid, Row, RowPlace, Sheet, read_workbook
from app.texts import code_of

_T, _YES_NO, _WHOLE, _NUMBER, _PARTS = Kind.TEXT, Kind.YES_NO, Kind.WHOLE, Kind.NUMBER, Kind.PARTS

CATALOGUE_SHEETS = (
    Sheet(
        "items",
        (
            Column("id", _T, True),
            Column("code"),
            Column("name", _T, True),
            Column("department", _T, True),
            Column("implementing_body"),
            Column("item_type", _T, True),
            Column("subject", _PARTS),
            Column("handling_type", Kind.CHOICE, choices={word: code_of(t) for word, t in HANDLING.items()}),
            Column("statutory_days", _NUMBER),
            Column("promised_days", _NUMBER),
            Column("fee"),
            Column("online_available", _YES_NO),
            Column("visits", _WHOLE),
            Column("conditions"),
            Column("legal_basis", _PARTS),
            Column("steps", _PARTS),
            Column("place"),
            Column("hours"),
            Column("phone"),
            Column("supervision_phone"),
            Column("materials_complete", _YES_NO, hint="import.hint.yes_if_empty"),
            Column("remark"),
            Column("source_title"),
            Column("region"),
            Column("source_quality"),
        ),
    ),
    Sheet(
        "materials",
        (
            Column("item", _T, True),
            Column("name", _T, True),
            Column("original", _YES_NO),
            Column("copy", _YES_NO),
            Column("electronic", _YES_NO),
            Column("original_copies", _WHOLE),
            Column("copy_copies", _WHOLE),
            Column("copies", _WHOLE),
            Column("required", _YES_NO),
            Column("key_material", _YES_NO),
            Column("source"),
            Column("issuing_authority"),
            Column("note"),
        ),
    ),
    Sheet(
        "situations",
        (
            Column("item", _T, True),
            Column("name", _T, True),
            Column("material"),
            Column(MARK, _YES_NO, hint="import.hint.no_if_empty"),
            Column("promised_days", _NUMBER),
        ),
        optional=True,
    ),
)


def read_catalogue_workbook(path: Path) -> tuple[list[dict[str, object]], Places, list[Problem]]:
    """What a catalogue workbook holds in the JSON shape, where each thing stands, and the rows of no item
    or of a material that its item does not list.

    Raises:
        BadInput: no workbook, or unknown or missing sheets and columns.
    """
    pages = read_workbook(path, CATALOGUE_SHEETS)
    rows = {key: page.rows for key, page in pages.items()}
    grid = Grid()
    grid.put((), pages["items"].top)
    content = [_item(number, row, rows, grid) for number, row in enumerate(rows["items"])]
    ids = {row.values["id"] for row in rows["items"] if "id" in row.values}
    problems = [_of_no_item(row) for key in ("materials", "situations") for row in rows[key]
                if row.values.get("item") not in ids]  # fmt: skip
    for item in {row.values.get("id"): row for row in rows["items"]}.values():
        problems += unmarked(_rows_of(item, rows["situations"]), _rows_of(item, rows["materials"]))
    return content, grid, problems


def _item(number: int, row: Row, rows: dict[str, list[Row]], grid: Grid) -> dict[str, object]:
    grid.put((number,), row.place)
    materials = _rows_of(row, rows["materials"])
    for m, material in enumerate(materials):
        grid.put((number, "materials", m), material.place)
    named = groupby(_rows_of(row, rows["situations"]), key=lambda r: r.values.get("name"))
    situations = [
        _situation((number, "situations", s), list(some), grid) for s, (_, some) in enumerate(named)
    ]
    return row.values | {
        "materials": [_without_item(material) for material in materials],
        "situations": situations or None,
    }


def _situation(location: Location, rows: list[Row], grid: Grid) -> dict[str, object]:
    """Rows of the same name, one below the other, are one situation: a material in each."""
    grid.put(location, rows[0].place)
    with_material = [row for row in rows if "material" in row.values]
    for m, row in enumerate(with_material):
        place = RowPlace(row.place.sheet, row.place.row, row.place.columns, main="material")
        grid.put((*location, "materials", m), place)
    kept = {key: rows[0].values[key] for key in ("name", "promised_days") if key in rows[0].values}
    return kept | {"materials": [row.values["material"] for row in with_material]}


def _rows_of(item: Row, rows: list[Row]) -> list[Row]:
    return [row for row in rows if row.values.get("item") == item.values.get("id")]


def _without_item(row: Row) -> dict[str, object]:
    return {key: value for key, value in row.values.items() if key != "item"}


def _of_no_item(row: Row) -> Problem:
    item = row.values.get("item")
    return Problem(row.place.cell("item"), _why_of_no_item(item))


def _why_of_no_item(item: object) -> Message:
    if isinstance(item, Unreadable):
        return Message(item.code)
    return Message("import.rule.no_listed_item", {"value": item}) if item else Message("import.rule.missing")
