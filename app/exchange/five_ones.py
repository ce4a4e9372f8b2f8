"""The five ones as a workbook: the figures with their definitions beside them, their parts, and the list behind one."""

from collections.abc import Iterator

from app.domain.five_ones import Figure, Grouping, Ratio
from app.exchange.sheet_lines import SheetLines, Value, content_of, empty_book, wrapped
from app.ports.figures_report import FigureList, FiguresReport, called, why, within
from app.texts import Texts, code_of

_RATIO = ("share", "numerator", "denominator")
_WIDE, _NARROW = 60, 14


def five_ones_workbook(report: FiguresReport, texts: Texts) -> bytes:
    """The workbook in the language of ``texts``."""
    book = empty_book()
    _figures(SheetLines(book.create_sheet(texts("five_ones.title"))), report, texts)
    if report.by is not Grouping.HALL:
        _parts(SheetLines(book.create_sheet(texts("five_ones.by", by=within(report.by)))), report, texts)
    if report.listed:
        _list(SheetLines(book.create_sheet(texts("five_ones.list"))), report.listed, report.by, texts)
    return content_of(book)


def _figures(lines: SheetLines, report: FiguresReport, texts: Texts) -> None:
    span = report.span
    lines.put(texts("five_ones.of", hall=report.hall, first=span.first, last=span.last), bold=True)
    lines.put(texts("five_ones.made_at", at=report.made_at))
    lines.put()
    lines.head(*(texts(f"five_ones.column.{name}") for name in ("figure", *_RATIO, "meaning")))
    for figure in Figure:
        words = texts(code_of(figure))
        *_, meaning = lines.put(words, *_of(report.whole[figure]), texts(f"{code_of(figure)}.meaning"))
        wrapped(meaning)
    lines.put()
    lines.put(texts("five_ones.excluded"))
    lines.widths(24, _NARROW, _NARROW, _NARROW, _WIDE)


def _parts(lines: SheetLines, report: FiguresReport, texts: Texts) -> None:
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


def _list(lines: SheetLines, listed: FigureList, by: Grouping, texts: Texts) -> None:
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
