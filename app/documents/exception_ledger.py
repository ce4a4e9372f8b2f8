"""The ledger of exception cases as printed pages: each figure with its meaning, the units that are named, the parts
as bars and as a table, and the cases that were opened, each with every step.
"""

from collections.abc import Iterator, Sequence

from app.documents.blocks import Block, Gap, Text
from app.documents.grid import PADDING_X, Cell, Grid, Row
from app.documents.report import REPORT_WIDTH, chart, figure_block, head_row, parts_table, render_report
from app.documents.styles import BODY, SMALL, TABLE
from app.domain.exception_figures import ExceptionFigure
from app.ports.exceptions_report import (
    ExceptionsReport,
    LedgerList,
    beside,
    best,
    called,
    drawn,
    value,
    worst,
)
from app.ports.ledger_words import facts_of, list_title, step_words, unit_words
from app.ports.rows import ExceptionFiguresRow
from app.texts import Texts, code_of

_FIRST_COLUMN = 120.0
_LIST_COLUMNS = 92.0, 0.0, 190.0
"""Of a case: number and day, what it was and what came of it, every step. The middle takes what the others leave."""


def render_exceptions(report: ExceptionsReport, texts: Texts) -> bytes:
    """Return the PDF of the report, on as many sheets as it needs."""
    return render_report(report, "ledger", _Report(report, texts).blocks(), texts)


class _Report:
    def __init__(self, report: ExceptionsReport, texts: Texts) -> None:
        self.report, self.texts = report, texts

    def blocks(self) -> Iterator[Block]:
        for figure in ExceptionFigure:
            yield self._figure(figure)
            yield Gap(7)
        yield Text.of(self.texts("ledger.excluded"), SMALL, REPORT_WIDTH)
        yield from self._units("ledger.worst", worst(self.report))
        yield from self._units("ledger.best", best(self.report))
        if self.report.rows:
            if self.report.figure:
                figure, by = self.report.figure, self.report.by
                yield from chart(figure, by, drawn(self.report, figure), self.texts)
            yield Gap(14)
            yield self._table()
        if self.report.listed:
            yield Gap(14)
            yield from self._list(self.report.listed)

    def _figure(self, figure: ExceptionFigure) -> Block:
        texts, whole = self.texts, self.report.whole
        said = texts(value(whole, figure)), texts(beside(whole, figure))
        return figure_block(code_of(figure), whole.ratio(figure).share, *said, texts)

    def _units(self, code: str, units: Sequence[ExceptionFiguresRow]) -> Iterator[Block]:
        if units:
            yield Gap(10)
            yield Text.of(self.texts(code), BODY, REPORT_WIDTH, bold=True)
        for unit in units:
            yield Text.of(self.texts(unit_words(unit)), BODY, REPORT_WIDTH)

    def _table(self) -> Grid:
        names = [self.texts(code_of(part)) for part in (self.report.by, *ExceptionFigure)]
        return parts_table(names, [self._told(row) for row in self.report.rows], _FIRST_COLUMN)

    def _told(self, row: ExceptionFiguresRow) -> list[str]:
        texts, figures = self.texts, row.figures
        told = (f"{texts(value(figures, f))}\n{texts(beside(figures, f))}" for f in ExceptionFigure)
        return [texts(called(row, self.report.by)), *told]

    def _list(self, listed: LedgerList) -> Iterator[Block]:
        texts = self.texts
        yield Text.of(texts(list_title(listed, self.report.by)), BODY, REPORT_WIDTH, bold=True)
        yield Gap(4)
        taken = sum(_LIST_COLUMNS)
        widths = [wide or REPORT_WIDTH - taken for wide in _LIST_COLUMNS]
        names = [texts(f"ledger.column.{name}") for name in ("number", "case", "steps")]
        yield Grid.of(widths, [head_row(names, widths), *self._cases(listed, widths)], heads=1)
        if listed.more:
            yield Text.of(texts("five_ones.more", count=len(listed.rows)), SMALL, REPORT_WIDTH)

    def _cases(self, listed: LedgerList, widths: list[float]) -> Iterator[Row]:
        texts, zone = self.texts, self.report.made_at.tzinfo
        for row in listed.rows:
            head = f"{row.case.number}\n{texts.date(row.day)}"
            facts = "\n".join(texts(fact) for fact in facts_of(row))
            steps = "\n".join(texts(step_words(step, zone)) for step in row.steps)
            yield Row(
                [
                    Cell(Text.of(said, TABLE, wide - 2 * PADDING_X))
                    for said, wide in zip((head, facts, steps), widths, strict=True)
                ]
            )
