"""The list behind one of the five ones on paper: what was counted and why it counts. Lengths are in points."""

from collections.abc import Iterator

from app.documents.blocks import Block, Gap, Text
from app.documents.grid import PADDING_X, Cell, Grid, Row
from app.documents.report import head_row
from app.documents.styles import BODY, SMALL, TABLE
from app.domain.five_ones import Grouping
from app.ports.figures_report import FigureList, called, why
from app.ports.rows import CountedRow
from app.texts import Texts, code_of

_COLUMNS = (
    ("number", 86.0),
    ("day", 58.0),
    ("item", 0.0),
    ("counter", 34.0),
    ("counts", 46.0),
    ("why", 118.0),
)
"""The item takes what the others leave."""


def list_blocks(listed: FigureList, by: Grouping, texts: Texts, width: float) -> Iterator[Block]:
    """Its title, and a row for everything that was counted."""
    yield Text.of(list_title(listed, by, texts), BODY, width, bold=True)
    if listed.missed_only:
        yield Text.of(texts("five_ones.missed_only"), SMALL, width)
    yield Gap(4)
    room = width - sum(wide for _, wide in _COLUMNS)
    widths = [wide or room for _, wide in _COLUMNS]
    names = [texts(f"five_ones.column.{name}") for name, _ in _COLUMNS]
    rows = [_row(listed, row, widths, texts) for row in listed.rows]
    yield Grid.of(widths, [head_row(names, widths), *rows], heads=1)
    if listed.more:
        yield Text.of(texts("five_ones.more", count=len(listed.rows)), SMALL, width)


def list_title(listed: FigureList, by: Grouping, texts: Texts) -> str:
    """Of which figure and which part."""
    figure = texts(code_of(listed.figure))
    if listed.part is None:
        return texts("five_ones.list_of", figure=figure)
    return texts("five_ones.list_of_part", figure=figure, part=called(listed.part, by))


def _row(listed: FigureList, row: CountedRow, widths: list[float], texts: Texts) -> Row:
    counter = str(row.counter) if row.counter is not None else ""
    said = (
        row.number or texts("five_ones.no_number"),
        row.day.isoformat(),
        row.item_name or row.item,
        counter,
        texts("five_ones.counts" if row.counts else "five_ones.counts_not"),
        texts(why(listed.figure, row)),
    )
    cells = zip(said, widths, strict=True)
    return Row([Cell(Text.of(text, TABLE, wide - 2 * PADDING_X)) for text, wide in cells])
