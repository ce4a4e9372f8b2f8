"""Workbooks to fill in: every sheet with its headings, what may be written, and choices to pick from."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from app.exchange.catalogue_workbook import CATALOGUE_SHEETS
from app.exchange.cells import NO, YES, Column, Kind
from app.exchange.hall_settings import SETTINGS_SHEET, template_rows
from app.exchange.hall_workbook import HALL_SHEETS
from app.exchange.workbook import FIRST_ROW, Sheet
from app.ports.files import write_new_file
from app.texts import Texts

LAST_ROW = 2000
_PLAIN = PatternFill("solid", fgColor="E7ECEF")
_REQUIRED = PatternFill("solid", fgColor="9CCAD4")


def write_hall_template(path: Path, texts: Texts) -> None:
    """Write a hall workbook with headings in the language of ``texts``, empty but for the names of the settings.

    Raises:
        DeviceFailed: the file is there already, or cannot be written.
    """
    _write(path, HALL_SHEETS, texts, {SETTINGS_SHEET.key: template_rows(texts)})


def write_catalogue_template(path: Path, texts: Texts) -> None:
    """Write an empty catalogue workbook with headings in the language of ``texts``.

    Raises:
        DeviceFailed: the file is there already, or cannot be written.
    """
    _write(path, CATALOGUE_SHEETS, texts, {})


def _write(
    path: Path, sheets: Sequence[Sheet], texts: Texts, filled_in: Mapping[str, Sequence[Mapping[str, object]]]
) -> None:
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        page = book.create_sheet(texts(sheet.code))
        page.freeze_panes = f"A{FIRST_ROW}"
        for place, column in enumerate(sheet.columns, 1):
            _head(page.cell(1, place), texts(sheet.heading(column)), column, texts)
            _prepare(page, page.cell(1, place).column_letter, column, texts)
            for number, row in enumerate(filled_in.get(sheet.key, ()), FIRST_ROW):
                page.cell(number, place, row.get(column.key))
    content = BytesIO()
    book.save(content)
    write_new_file(path, content.getvalue())


def _head(cell: Cell, heading: str, column: Column, texts: Texts) -> None:
    cell.value = heading
    cell.font = Font(bold=True)
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    cell.fill = _REQUIRED if column.required else _PLAIN
    need = texts("import.hint.required" if column.required else "import.hint.optional")
    cell.comment = Comment(f"{need}\n{texts(column.hint or f'import.hint.{column.kind}')}", "")


def _prepare(page: Worksheet, letter: str, column: Column, texts: Texts) -> None:
    """Make the column's cells text where a number would lose its zeros, and offer the choices there are."""
    dimension = page.column_dimensions[letter]
    dimension.width = column.width
    if column.kind not in (Kind.WHOLE, Kind.NUMBER):
        dimension.number_format = "@"
    codes = (YES, NO) if column.kind is Kind.YES_NO else tuple(column.choices.values())
    if codes:
        choices = DataValidation("list", formula1='"' + ",".join(map(texts, codes)) + '"', allow_blank=True)
        choices.add(f"{letter}{FIRST_ROW}:{letter}{LAST_ROW}")
        page.add_data_validation(choices)
