"""Writing a sheet of a workbook from its top down."""

from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

_HEAD = PatternFill("solid", fgColor="E7ECEF")
_SHARE = "0.0%"

Value = str | int | float | None


class SheetLines:
    """A sheet that is written from its top down. A float is a share."""

    def __init__(self, page: Worksheet) -> None:
        self.page = page
        self._last = 0

    def head(self, *values: Value) -> None:
        """Headings."""
        for cell in self.put(*values, bold=True):
            cell.fill = _HEAD

    def put(self, *values: Value, bold: bool = False) -> list[Cell]:
        """One more row, perhaps empty. Texts stay texts, whatever they begin with: none of them is a formula."""
        self._last += 1
        return [self._cell(place, value, bold) for place, value in enumerate(values, 1)]

    def widths(self, *widths: int) -> None:
        """How wide the columns are, in characters."""
        for place, width in enumerate(widths, 1):
            self.page.column_dimensions[get_column_letter(place)].width = width

    def _cell(self, place: int, value: Value, bold: bool) -> Cell:
        cell = self.page.cell(self._last, place)
        assert isinstance(cell, Cell)
        cell.value = value
        cell.font = Font(bold=bold)
        if isinstance(value, float):
            cell.number_format = _SHARE
        elif isinstance(value, str):
            cell.data_type = "s"
        return cell


def wrapped(cell: Cell) -> None:
    """Let a long text take several lines."""
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def empty_book() -> Workbook:
    """A workbook without a sheet."""
    book = Workbook()
    book.remove(book.worksheets[0])
    return book


def content_of(book: Workbook) -> bytes:
    """The workbook as a file."""
    content = BytesIO()
    book.save(content)
    return content.getvalue()
