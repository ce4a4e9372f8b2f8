"""Labelled facts and paragraphs of the sheets."""

from collections.abc import Sequence

from app.documents.blocks import Style, Text
from app.documents.grid import PADDING_X, Cell, Grid, Row
from app.documents.lines import Span
from app.documents.styles import BODY
from app.documents.words import Words

# Shares of the width: label, value, label, value.
_SHARES = (0.106, 0.398, 0.134, 0.362)
_PADDING = 2.6

Fact = tuple[str, str]  # code of the label, value in words


def facts_grid(rows: Sequence[Sequence[Fact]], words: Words, width: float) -> Grid:
    """One or two facts a row."""
    widths = [share * width for share in _SHARES]
    return Grid.of(widths, [_row(facts, words, widths) for facts in rows])


def paragraphs(texts: Sequence[Sequence[Span]], style: Style, width: float, padding: float = 4.0) -> Grid:
    """Framed paragraphs under each other."""
    rows = [Row([Cell(Text.of(text, style, width - 2 * PADDING_X))], padding) for text in texts]
    return Grid.of([width], rows)


def _row(facts: Sequence[Fact], words: Words, widths: Sequence[float]) -> Row:
    cells = []
    for place, (label, value) in enumerate(facts):
        first = 2 * place
        columns = 1 if len(facts) > 1 else len(widths) - 1
        room = sum(widths[first + 1 : first + 1 + columns]) - 2 * PADDING_X
        cells.append(Cell(Text.of(words.texts(label), BODY, widths[first] - 2 * PADDING_X), shaded=True))
        cells.append(Cell(Text.of(value, BODY, room), columns))
    return Row(cells, _PADDING)
