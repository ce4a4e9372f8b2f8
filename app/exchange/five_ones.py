"""The five ones as a workbook: the figures with their definitions beside them, their parts, and the list behind one."""

from collections.abc import Iterator
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from app.domain.five_ones import Figure, Grouping, Ratio
from app.ports.figures_report import FigureList, FiguresReport, called, why
from app.texts import Texts, code_of

_HEAD = PatternFill("solid", fgColor="E7ECEF")
_SHARE = "0.0%"
_RATIO = ("share", "numerator", "denominator")
_WIDE, _NARROW = 60, 14

Value = str | int | float | None


def five_ones_workbook(report: FiguresReport, texts: Texts) -> bytes:
    """The workbook in the language of ``texts``."""
    book = Workbook()
    book.remove(book.worksheets[0])
    _figures(_Lines(book.create_sheet(texts("five_ones.title"))), report, texts)
    if report.by is not Grouping.HALL:
        _parts(_Lines(book.create_sheet(texts("five_ones.by", by=report.by))), report, texts)
    if report.listed:
        _list(_Lines(book.create_sheet(texts("five_ones.list"))), report.listed, report.by, texts)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


class _Lines:
    """A sheet that is written from its top down."""

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


def _figures(lines: _Lines, report: FiguresReport, texts: Texts) -> None:
    span = report.span
    lines.put(texts("five_ones.of", hall=report.hall, first=span.first, last=span.last), bold=True)
    lines.put(texts("five_ones.made_at", at=report.made_at))
    lines.put()
    lines.head(*(texts(f"five_ones.column.{name}") for name in ("figure", *_RATIO, "meaning")))
    for figure in Figure:
        words = texts(code_of(figure))
        *_, meaning = lines.put(words, *_of(report.whole[figure]), texts(f"{code_of(figure)}.meaning"))
        meaning.alignment = Alignment(wrap_text=True, vertical="top")
    lines.put()
    lines.put(texts("five_ones.excluded"))
    lines.widths(24, _NARROW, _NARROW, _NARROW, _WIDE)


def _parts(lines: _Lines, report: FiguresReport, texts: Texts) -> None:
    columns = [texts(f"five_ones.column.{name}") for name in _RATIO]
    first = [texts(code_of(report.by)), texts("five_ones.column.name")]
    lines.head(*first, *(part for f in Figure for part in (texts(code_of(f)), "", "")))
    lines.head("", "", *columns * len(Figure))
    for place in range(len(Figure)):
        lines.page.merge_cells(start_row=1, end_row=1, start_column=3 + 3 * place, end_column=5 + 3 * place)
    for row in report.rows:
        key = row.key or texts("five_ones.no_counter")
        lines.put(key, row.name, *(value for figure in Figure for value in _of(row.figures[figure])))
    lines.page.freeze_panes = "C3"
    lines.widths(_NARROW, 32, *[12] * (3 * len(Figure)))


def _list(lines: _Lines, listed: FigureList, by: Grouping, texts: Texts) -> None:
    figure = listed.figure
    only = texts("five_ones.missed_only") if listed.missed_only else ""
    of = texts(called(listed.part, by)) if listed.part else ""
    lines.put(texts(code_of(figure)), texts(f"{code_of(figure)}.meaning"), of, only, bold=True)
    names = ("number", "day", "item", "name", "department", "counter", "counts", "why")
    lines.head(*(texts(f"five_ones.column.{name}") for name in names))
    for row in listed.rows:
        said = texts("five_ones.counts" if row.counts else "five_ones.counts_not")
        values = [row.number or texts("five_ones.no_number"), row.day.isoformat(), row.item, row.item_name]
        lines.put(*values, row.department, row.counter, said, texts(why(figure, row)))
    lines.page.freeze_panes = "A3"
    lines.widths(20, _NARROW, _NARROW, 40, 20, _NARROW, _NARROW, 40)


def _of(ratio: Ratio) -> Iterator[Value]:
    yield ratio.share
    yield ratio.numerator
    yield ratio.denominator
