"""The five ones as a printed page: a bar for each figure with its meaning, then the parts as bars and as a table,
and the list that was opened.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from reportlab.pdfgen.canvas import Canvas

from app.documents.behind_figure import list_blocks
from app.documents.blocks import Beside, Block, Gap, Rule, Stack, Text
from app.documents.canvas import new_canvas
from app.documents.grid import PADDING_X, Cell, Grid, Row
from app.documents.pages import Page, paginate
from app.documents.styles import (
    BODY,
    BODY_RIGHT,
    KIND,
    SHEET_BOTTOM,
    SHEET_MARGIN,
    SHEET_TOP,
    SHEETS,
    SMALL,
    SMALL_RIGHT,
    TABLE,
    TABLE_CENTRE,
)
from app.documents.words import Words
from app.domain.five_ones import Figure, Ratio
from app.ports.documents import Sheet
from app.ports.figures_report import FiguresReport, called, drawn
from app.texts import Texts, code_of

_LABEL, _SHARE, _COUNTS = 110.0, 48.0, 80.0
_BAR = 9.0
_FILL, _EMPTY = 0.35, 0.9
_FIRST_COLUMN = 120.0


def render_five_ones(report: FiguresReport, texts: Texts) -> bytes:
    """Return the PDF of the report, on as many sheets as its parts need."""
    return _Report(report, texts).pdf()


def share_words(ratio: Ratio, texts: Texts) -> str:
    """92.7%; a dash of nothing."""
    return texts("five_ones.unknown") if ratio.share is None else f"{ratio.share:.1%}"


@dataclass(frozen=True, slots=True)
class Bar:
    """A share as a bar: what is filled of what there is. Empty of nothing."""

    share: float
    width: float
    height: float = 13.0

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        canvas.saveState()
        bottom = top - (self.height + _BAR) / 2
        for gray, width in ((_EMPTY, self.width), (_FILL, self.width * self.share)):
            canvas.setFillGray(gray)
            canvas.rect(left, bottom, width, _BAR, stroke=0, fill=1)
        canvas.restoreState()


class _Report:
    def __init__(self, report: FiguresReport, texts: Texts) -> None:
        self.report = report
        self.texts = texts
        self.page_width, self.page_height = SHEETS[Sheet.A4]
        self.width = self.page_width - 2 * SHEET_MARGIN

    def pdf(self) -> bytes:
        size = (self.page_width, self.page_height)
        canvas = new_canvas(size, self.texts.language, self.texts("five_ones.title"), self.report.hall)
        pages = paginate(self._blocks(), self._room)
        for number, page in enumerate(pages, 1):
            self._draw(canvas, page, number, len(pages))
            canvas.showPage()
        return canvas.finish()

    def _room(self, number: int) -> float:
        taken = self._header.height + self._footer(1, 1).height
        return float(self.page_height - SHEET_TOP - SHEET_BOTTOM - taken)

    def _draw(self, canvas: Canvas, page: Page, number: int, count: int) -> None:
        top = self.page_height - SHEET_TOP
        self._header.draw(canvas, SHEET_MARGIN, top)
        page.draw(canvas, SHEET_MARGIN, top - self._header.height)
        footer = self._footer(number, count)
        footer.draw(canvas, SHEET_MARGIN, SHEET_BOTTOM + footer.height)

    @cached_property
    def _header(self) -> Block:
        span = self.report.span
        title = self.texts("five_ones.of", hall=self.report.hall, first=span.first, last=span.last)
        return Stack([Text.of(title, KIND, self.width, bold=True), Gap(12)])

    def _footer(self, number: int, count: int) -> Block:
        half = self.width / 2
        made = self.texts("five_ones.made_at", at=Words(self.texts).moment(self.report.made_at))
        page = self.texts("paper.page", page=number, pages=count)
        line = Beside([(0, Text.of(made, SMALL, half)), (half, Text.of(page, SMALL_RIGHT, half))])
        return Stack([Rule(self.width, 8, 0.6), line])

    def _blocks(self) -> Iterator[Block]:
        for figure in Figure:
            yield self._figure(figure)
            yield Gap(7)
        yield Text.of(self.texts("five_ones.excluded"), SMALL, self.width)
        if self.report.figure and self.report.rows:
            yield from self._chart(self.report.figure)
        if self.report.rows:
            yield Gap(14)
            yield self._table()
        if self.report.listed:
            yield Gap(14)
            yield from list_blocks(self.report.listed, self.report.by, self.texts, self.width)

    def _chart(self, figure: Figure) -> Iterator[Block]:
        """A bar for every part of the figure that is looked at."""
        title = self.texts("five_ones.chart", figure=figure, by=self.report.by)
        yield Gap(14)
        yield Stack([Text.of(title, BODY, self.width, bold=True), Gap(4)])
        for row in drawn(self.report, figure):
            yield self._bar(self.texts(called(row, self.report.by)), row.figures[figure])

    def _figure(self, figure: Figure) -> Block:
        """Name, bar, share, how many of how many; its meaning below."""
        code = code_of(figure)
        line = self._bar(self.texts(code), self.report.whole[figure], bold=True)
        return Stack([line, Text.of(self.texts(f"{code}.meaning"), SMALL, self.width)])

    def _bar(self, name: str, ratio: Ratio, *, bold: bool = False) -> Block:
        room = self.width - _LABEL - _SHARE - _COUNTS
        counts = f"{ratio.numerator} / {ratio.denominator}"
        return Beside(
            [
                (0, Text.of(name, BODY, _LABEL, bold=bold)),
                (_LABEL, Bar(ratio.share or 0.0, room)),
                (_LABEL + room, Text.of(share_words(ratio, self.texts), BODY_RIGHT, _SHARE, bold=True)),
                (_LABEL + room + _SHARE, Text.of(counts, BODY_RIGHT, _COUNTS)),
            ]
        )

    def _table(self) -> Grid:
        column = (self.width - _FIRST_COLUMN) / len(Figure)
        widths = [_FIRST_COLUMN, *[column] * len(Figure)]
        names = [self.texts(code_of(self.report.by)), *(self.texts(code_of(figure)) for figure in Figure)]
        head = Row(
            [
                Cell(Text.of(name, TABLE_CENTRE, width - 2 * PADDING_X, bold=True), shaded=True)
                for name, width in zip(names, widths, strict=True)
            ]
        )
        return Grid.of(widths, [head, *self._rows(column)], heads=1)

    def _rows(self, column: float) -> Iterator[Row]:
        for row in self.report.rows:
            called = " ".join(filter(None, (row.key, row.name))) or self.texts("five_ones.no_counter")
            first = Cell(Text.of(called, TABLE, _FIRST_COLUMN - 2 * PADDING_X))
            ratios = (row.figures[figure] for figure in Figure)
            cells = [Cell(self._cell(ratio, column)) for ratio in ratios]
            yield Row([first, *cells])

    def _cell(self, ratio: Ratio, column: float) -> Text:
        words = f"{share_words(ratio, self.texts)}\n{ratio.numerator} / {ratio.denominator}"
        return Text.of(words, TABLE_CENTRE, column - 2 * PADDING_X)
