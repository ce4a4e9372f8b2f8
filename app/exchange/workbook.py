"""Reading workbooks: sheets with headings become rows of values that know their place."""

import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from app.domain.errors import Problem
from app.domain.message import Message
from app.exchange.cells import Column, Unreadable, value_of, words_of
from app.exchange.files import read_file, refuse, refuse_file
from app.exchange.problems import Location

FIRST_ROW = 2
"""The first row below the headings."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet by its key in the JSON shape. An optional one may be left out."""

    key: str
    columns: tuple[Column, ...]
    optional: bool = False

    @property
    def code(self) -> str:
        """The code of its title."""
        return f"import.sheet.{self.key}"

    def heading(self, column: Column) -> str:
        """The code of a column's heading."""
        return f"import.column.{self.key}.{column.key}"


@dataclass(frozen=True, slots=True)
class RowPlace:
    """Where a row stands. ``main`` is the column that is meant when no column is named."""

    sheet: str
    row: int
    columns: Mapping[str, int] = field(default_factory=dict)
    main: str | None = None

    def cell(self, key: str | None = None) -> str:
        """``窗口!B7``; for the row as a whole the cell that it begins with, ``窗口!A7``."""
        column = self.columns.get(key or self.main or "", 1)
        return f"{self.sheet}!{get_column_letter(column)}{self.row}"


@dataclass(frozen=True, slots=True)
class Row:
    """The values of a row by column key; empty cells are left out."""

    values: dict[str, object]
    place: RowPlace


@dataclass(frozen=True, slots=True)
class Page:
    """What a sheet holds; ``top`` is where its first row stands or should."""

    top: RowPlace
    rows: list[Row]


class Grid:
    """Puts locations in the JSON shape back to where they stand in the workbook."""

    def __init__(self) -> None:
        self._places: dict[Location, RowPlace] = {}

    def put(self, location: Location, place: RowPlace) -> None:
        """Say where the object at a location stands."""
        self._places[location] = place

    def __call__(self, location: Location) -> str:
        """The cell of a location, or of the nearest thing around it."""
        for length in range(len(location), -1, -1):
            place = self._places.get(location[:length])
            if place is not None:
                following = location[length] if length < len(location) else None
                return place.cell(following if isinstance(following, str) else None)
        return ""


def read_workbook(path: Path, sheets: Sequence[Sheet]) -> dict[str, Page]:
    """Every sheet by its key; one that may be missing and is has no rows.

    Raises:
        BadInput: no workbook, or sheets and headings that are missing or unknown.
    """
    book = _open(path)
    known = {word: sheet for sheet in sheets for word in (sheet.key, *words_of(sheet.code))}
    found = {known[title].key: book[title] for title in book.sheetnames if title in known}
    problems = [
        Problem(title, Message("import.rule.sheet_unknown", {"name": title}))
        for title in book.sheetnames
        if title not in known and book[title].max_row > 1
    ]
    problems += [
        Problem(path.name, Message("import.rule.sheet_missing", {"name": Message(sheet.code)}))
        for sheet in sheets
        if sheet.key not in found and not sheet.optional
    ]
    pages = {s.key: _page(s, found.get(s.key), problems) for s in sheets}
    if problems:
        refuse(problems)
    return pages


def _page(sheet: Sheet, page: Worksheet | None, problems: list[Problem]) -> Page:
    if page is None:
        return Page(RowPlace(words_of(sheet.code)[0], FIRST_ROW), [])
    columns = _columns(sheet, page, problems)
    return Page(RowPlace(page.title, FIRST_ROW, columns), list(_rows(sheet, page, columns)))


def _open(path: Path) -> Workbook:
    content = read_file(path)
    try:
        with warnings.catch_warnings():
            # openpyxl warns of what it leaves out: drawings, extensions. None of it is data.
            warnings.simplefilter("ignore")
            return load_workbook(BytesIO(content))
    except (BadZipFile, InvalidFileException, ParseError, KeyError, ValueError, TypeError, OSError):
        refuse_file(path, "import.file.not_xlsx")


def _columns(sheet: Sheet, page: Worksheet, problems: list[Problem]) -> dict[str, int]:
    """The number of each column by its key; what is wrong with the headings goes to ``problems``."""
    known = {word: c for c in sheet.columns for word in (c.key, *words_of(sheet.heading(c)))}
    columns: dict[str, int] = {}
    for number, cell in enumerate(page[1], 1):
        name = str(cell.value).strip() if cell.value is not None else ""
        where = f"{page.title}!{cell.coordinate}"
        if name and name not in known:
            problems.append(Problem(where, Message("import.rule.column_unknown", {"name": name})))
        elif name and known[name].key in columns:
            problems.append(Problem(where, Message("import.rule.column_twice", {"name": name})))
        elif name:
            columns[known[name].key] = number
    problems += [
        Problem(page.title, Message("import.rule.column_missing", {"name": Message(sheet.heading(c))}))
        for c in sheet.columns
        if c.required and c.key not in columns
    ]
    return columns


def _rows(sheet: Sheet, page: Worksheet, columns: Mapping[str, int]) -> Iterator[Row]:
    for number, cells in enumerate(page.iter_rows(min_row=FIRST_ROW), FIRST_ROW):
        by_column = ((c, cells[columns[c.key] - 1]) for c in sheet.columns if c.key in columns)
        values = {c.key: _value(c, cell) for c, cell in by_column if not _is_empty(cell)}
        if values:
            yield Row(values, RowPlace(page.title, number, columns))


def _is_empty(cell: Cell | MergedCell) -> bool:
    return cell.value is None or (isinstance(cell.value, str) and not cell.value.strip())


def _value(column: Column, cell: Cell | MergedCell) -> object:
    if cell.data_type in ("f", "e"):
        return Unreadable("import.rule.formula")
    return value_of(column, cell.value.strip() if isinstance(cell.value, str) else cell.value)
