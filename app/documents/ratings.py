"""The figures of ratings as printed pages: a bar for each with its meaning, then the parts as bars and as a table."""

from collections.abc import Iterator

from app.documents.blocks import Block, Gap, Text
from app.documents.grid import Grid
from app.documents.report import REPORT_WIDTH, chart, figure_block, parts_table, render_report
from app.documents.styles import SMALL
from app.domain.rating_figures import RatingFigure
from app.ports.drawn import counts, share
from app.ports.figures_report import called
from app.ports.ratings_report import COUNTED, RatingsReport, drawn, ratio_of
from app.ports.rows import RatingCounts
from app.texts import Texts, code_of

_FIRST_COLUMN = 96.0


def render_ratings(report: RatingsReport, texts: Texts) -> bytes:
    """Return the PDF of the report, on as many sheets as its parts need."""
    return render_report(report, "ratings_report", _Report(report, texts).blocks(), texts)


class _Report:
    def __init__(self, report: RatingsReport, texts: Texts) -> None:
        self.report, self.texts = report, texts

    def blocks(self) -> Iterator[Block]:
        for figure in RatingFigure:
            yield self._figure(figure)
            yield Gap(7)
        yield Text.of(self.texts("office.ratings.excluded"), SMALL, REPORT_WIDTH)
        if self.report.rows and self.report.figure:
            figure, by = self.report.figure, self.report.by
            yield from chart(figure, by, drawn(self.report, figure), self.texts)
        if self.report.rows:
            yield Gap(14)
            yield self._table()

    def _figure(self, figure: RatingFigure) -> Block:
        whole, texts = self.report.whole, self.texts
        ratio = whole.figure(figure)
        many = texts("rating.too_few") if whole.too_few else texts(counts(ratio))
        return figure_block(code_of(figure), ratio.share, texts(share(ratio)), many, texts)

    def _table(self) -> Grid:
        names = [self.texts(code_of(part)) for part in (self.report.by, *COUNTED)]
        rows = [[self.texts(called(row, self.report.by)), *self._told(row)] for row in self.report.rows]
        return parts_table(names, rows, _FIRST_COLUMN)

    def _told(self, row: RatingCounts) -> Iterator[str]:
        for counted in COUNTED:
            ratio = ratio_of(row, counted)
            if row.too_few:
                yield self.texts("rating.too_few")
            else:
                yield f"{self.texts(share(ratio))}\n{self.texts(counts(ratio))}"
