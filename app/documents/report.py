"""What reports on paper share: their pages, bars and heads of tables. Lengths are in points."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from reportlab.pdfgen.canvas import Canvas

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
from app.domain.five_ones import Span
from app.ports.documents import Sheet
from app.ports.drawn import DrawnPart
from app.ports.figures_report import within
from app.texts import Texts

REPORT_WIDTH = SHEETS[Sheet.A4][0] - 2 * SHEET_MARGIN
"""What blocks have."""

_LABEL, _VALUE, _COUNTS = 110.0, 48.0, 80.0
_BAR = 9.0
_FILL, _EMPTY = 0.35, 0.9


@dataclass(frozen=True, slots=True)
class Head:
    """What every page says: what the report is, whose, of which days, and when it was made."""

    title: str
    line: str
    hall: str
    made_at: datetime


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


def bar_line(name: str, length: float | None, value: str, counts: str, *, bold: bool = False) -> Block:
    """Name, bar, what it says, and of how many."""
    room = REPORT_WIDTH - _LABEL - _VALUE - _COUNTS
    return Beside(
        [
            (0, Text.of(name, BODY, _LABEL, bold=bold)),
            (_LABEL, Bar(length or 0.0, room)),
            (_LABEL + room, Text.of(value, BODY_RIGHT, _VALUE, bold=True)),
            (_LABEL + room + _VALUE, Text.of(counts, BODY_RIGHT, _COUNTS)),
        ]
    )


def head_row(names: Sequence[str], widths: Sequence[float]) -> Row:
    """The head of a table."""
    return Row(
        [
            Cell(Text.of(name, TABLE_CENTRE, wide - 2 * PADDING_X, bold=True), shaded=True)
            for name, wide in zip(names, widths, strict=True)
        ]
    )


def figure_block(code: str, length: float | None, value: str, counts: str, texts: Texts) -> Block:
    """A figure of the whole, with what it means below."""
    line = bar_line(texts(code), length, value, counts, bold=True)
    return Stack([line, Text.of(texts(f"{code}.meaning"), SMALL, REPORT_WIDTH)])


def chart(figure: StrEnum, by: StrEnum, parts: Iterable[DrawnPart[Any]], texts: Texts) -> Iterator[Block]:
    """A bar for every part of the figure that is looked at."""
    title = texts("five_ones.chart", figure=figure, by=within(by))
    yield Gap(14)
    yield Stack([Text.of(title, BODY, REPORT_WIDTH, bold=True), Gap(4)])
    for part in parts:
        yield bar_line(texts(part.name), part.length, texts(part.value), texts(part.counts))


def parts_table(names: Sequence[str], rows: Iterable[Sequence[str]], first: float) -> Grid:
    """A line for every part; its name has ``first``, its figures share what is left."""
    column = (REPORT_WIDTH - first) / (len(names) - 1)
    widths = [first, *[column] * (len(names) - 1)]
    return Grid.of(widths, [head_row(names, widths), *(_part_row(row, widths) for row in rows)], heads=1)


def _part_row(row: Sequence[str], widths: Sequence[float]) -> Row:
    styles = (TABLE, *[TABLE_CENTRE] * (len(widths) - 1))
    cells = zip(row, styles, widths, strict=True)
    return Row([Cell(Text.of(said, style, wide - 2 * PADDING_X)) for said, style, wide in cells])


class Dated(Protocol):
    """What every report knows."""

    @property
    def hall(self) -> str: ...

    @property
    def made_at(self) -> datetime: ...

    @property
    def span(self) -> Span: ...


def render_report(report: Dated, name: str, blocks: Iterable[Block], texts: Texts) -> bytes:
    """Return the PDF of a report, on as many sheets as its blocks need; ``name`` begins the codes of its titles."""
    span = report.span
    line = texts(f"{name}.of", hall=report.hall, first=span.first, last=span.last)
    head = Head(texts(f"{name}.title"), line, report.hall, report.made_at)
    return _Pages(head, texts).pdf(blocks)


class _Pages:
    def __init__(self, head: Head, texts: Texts) -> None:
        self.head, self.texts = head, texts
        self.page_width, self.page_height = SHEETS[Sheet.A4]
        title = Text.of(head.line, KIND, REPORT_WIDTH, bold=True)
        self._header: Block = Stack([title, Gap(12)])

    def pdf(self, blocks: Iterable[Block]) -> bytes:
        size = (self.page_width, self.page_height)
        canvas = new_canvas(size, self.texts.language, self.head.title, self.head.hall)
        pages = paginate(blocks, self._room)
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

    def _footer(self, number: int, count: int) -> Block:
        half = REPORT_WIDTH / 2
        made = self.texts("five_ones.made_at", at=Words(self.texts).moment(self.head.made_at))
        page = self.texts("paper.page", page=number, pages=count)
        line = Beside([(0, Text.of(made, SMALL, half)), (half, Text.of(page, SMALL_RIGHT, half))])
        return Stack([Rule(REPORT_WIDTH, 8, 0.6), line])
