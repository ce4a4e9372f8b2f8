"""Tables of rows with a head that stands on every page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from app.documents.blocks import Style, Text
from app.documents.grid import PADDING_X, Cell, Grid, Row
from app.documents.lines import Span
from app.documents.styles import TABLE_CENTRE
from app.documents.words import Words

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """A column: code of its head, share of the width, how it is set, and what it says of the n-th row."""

    head: str
    share: float
    style: Style
    says: Callable[[int, R, Words], Sequence[Span]]


def table(columns: Sequence[Column[R]], rows: Sequence[R], words: Words, width: float) -> Grid:
    """The rows, numbered from 1, under their heads."""
    total = sum(column.share for column in columns)
    widths = [column.share / total * width for column in columns]
    heads = Row(
        [
            Cell(
                Text.of(words.texts(column.head), TABLE_CENTRE, w - 2 * PADDING_X, bold=True),
                shaded=True,
            )
            for column, w in zip(columns, widths, strict=True)
        ]
    )
    body = [
        Row(
            [
                Cell(Text.of(column.says(number, row, words), column.style, w - 2 * PADDING_X))
                for column, w in zip(columns, widths, strict=True)
            ]
        )
        for number, row in enumerate(rows, 1)
    ]
    return Grid.of(widths, [heads, *body], heads=1)
