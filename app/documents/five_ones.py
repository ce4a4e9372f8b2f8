"""The five ones as a printed page: a bar for each figure with its meaning, then the parts as bars and as a table,
and the list that was opened.
"""

from collections.abc import Iterator

from app.documents.behind_figure import list_blocks
from app.documents.blocks import Block, Gap, Text
from app.documents.grid import Grid
from app.documents.report import REPORT_WIDTH, chart, figure_block, parts_table, render_report
from app.documents.styles import SMALL
from app.domain.five_ones import Figure
from app.ports.drawn import counts, share
from app.ports.figures_report import FiguresReport, drawn
from app.ports.rows import FiguresRow
from app.texts import Texts, code_of

_FIRST_COLUMN = 120.0


def render_five_ones(report: FiguresReport, texts: Texts) -> bytes:
    """Return the PDF of the report, on as many sheets as its parts need."""
    return render_report(report, "five_ones", _Report(report, texts).blocks(), texts)


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
            figure, by = self.report.figure, self.report.by
            yield from chart(figure, by, drawn(self.report, figure), self.texts)
        if self.report.rows:
            yield Gap(14)
            yield self._table()
        if self.report.listed:
            yield Gap(14)
            yield from list_blocks(self.report.listed, self.report.by, self.texts, REPORT_WIDTH)

    def _figure(self, figure: Figure) -> Block:
        ratio, texts = self.report.whole[figure], self.texts
        return figure_block(code_of(figure), ratio.share, texts(share(ratio)), texts(counts(ratio)), texts)

    def _table(self) -> Grid:
        names = [self.texts(code_of(part)) for part in (self.report.by, *Figure)]
        return parts_table(names, [self._told(row) for row in self.report.rows], _FIRST_COLUMN)

    def _told(self, row: FiguresRow) -> list[str]:
        called = " ".join(filter(None, (row.key, row.name))) or self.texts("five_ones.no_counter")
        ratios = (row.figures[figure] for figure in Figure)
        return [called, *(f"{self.texts(share(ratio))}\n{self.texts(counts(ratio))}" for ratio in ratios)]
