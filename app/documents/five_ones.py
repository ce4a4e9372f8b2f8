"""The five ones as a printed page: a bar for each figure with its meaning, then the parts as bars and as a table,
and the list that was opened.
"""

from collections.abc import Iterator

from app.documents.behind_figure import list_blocks
from app.documents.blocks import Block, Gap, Stack, Text
from app.documents.grid import PADDING_X, Cell, Grid, Row
from app.documents.report import REPORT_WIDTH, Head, bar_line, head_row, render_report
from app.documents.styles import BODY, SMALL, TABLE, TABLE_CENTRE
from app.domain.five_ones import Figure, Ratio
from app.ports.drawn import counts, share
from app.ports.figures_report import FiguresReport, drawn, within
from app.texts import Texts, code_of

_FIRST_COLUMN = 120.0


def render_five_ones(report: FiguresReport, texts: Texts) -> bytes:
    """Return the PDF of the report, on as many sheets as its parts need."""
    span = report.span
    line = texts("five_ones.of", hall=report.hall, first=span.first, last=span.last)
    head = Head(texts("five_ones.title"), line, report.hall, report.made_at)
    return render_report(head, _Report(report, texts).blocks(), texts)


class _Report:
    def __init__(self, report: FiguresReport, texts: Texts) -> None:
        self.report = report
        self.texts = texts

    def blocks(self) -> Iterator[Block]:
        for figure in Figure:
            yield self._figure(figure)
            yield Gap(7)
        yield Text.of(self.texts("five_ones.excluded"), SMALL, REPORT_WIDTH)
        if self.report.figure and self.report.rows:
            yield from self._chart(self.report.figure)
        if self.report.rows:
            yield Gap(14)
            yield self._table()
        if self.report.listed:
            yield Gap(14)
            yield from list_blocks(self.report.listed, self.report.by, self.texts, REPORT_WIDTH)

    def _chart(self, figure: Figure) -> Iterator[Block]:
        """A bar for every part of the figure that is looked at."""
        texts = self.texts
        title = texts("five_ones.chart", figure=figure, by=within(self.report.by))
        yield Gap(14)
        yield Stack([Text.of(title, BODY, REPORT_WIDTH, bold=True), Gap(4)])
        for part in drawn(self.report, figure):
            yield bar_line(texts(part.name), part.length, texts(part.value), texts(part.counts))

    def _figure(self, figure: Figure) -> Block:
        """Name, bar, share, how many of how many; its meaning below."""
        code, ratio, texts = code_of(figure), self.report.whole[figure], self.texts
        line = bar_line(texts(code), ratio.share, texts(share(ratio)), texts(counts(ratio)), bold=True)
        return Stack([line, Text.of(texts(f"{code}.meaning"), SMALL, REPORT_WIDTH)])

    def _table(self) -> Grid:
        column = (REPORT_WIDTH - _FIRST_COLUMN) / len(Figure)
        widths = [_FIRST_COLUMN, *[column] * len(Figure)]
        names = [self.texts(code_of(self.report.by)), *(self.texts(code_of(figure)) for figure in Figure)]
        return Grid.of(widths, [head_row(names, widths), *self._rows(column)], heads=1)

    def _rows(self, column: float) -> Iterator[Row]:
        for row in self.report.rows:
            called = " ".join(filter(None, (row.key, row.name))) or self.texts("five_ones.no_counter")
            first = Cell(Text.of(called, TABLE, _FIRST_COLUMN - 2 * PADDING_X))
            ratios = (row.figures[figure] for figure in Figure)
            cells = [Cell(self._cell(ratio, column)) for ratio in ratios]
            yield Row([first, *cells])

    def _cell(self, ratio: Ratio, column: float) -> Text:
        words = f"{self.texts(share(ratio))}\n{self.texts(counts(ratio))}"
        return Text.of(words, TABLE_CENTRE, column - 2 * PADDING_X)
