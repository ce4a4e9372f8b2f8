"""Ruled tables that run on to further pages with their heads repeated. Lengths are in points."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Self

from reportlab.pdfgen.canvas import Canvas

from app.documents.blocks import Text

PADDING_X = 4.0
_SHADE = 0.93
_LINE = 0.6
_FEWEST_LINES = 2  # left of a row on either side of a page's end


@dataclass(frozen=True, slots=True)
class Cell:
    """A text in a table; ``columns`` is how many columns it spans."""

    text: Text
    columns: int = 1
    shaded: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Cells from left to right, with ``padding`` above and below their texts."""

    cells: Sequence[Cell]
    padding: float = 4.0

    @property
    def height(self) -> float:
        """As high as its highest cell."""
        return max(cell.text.height for cell in self.cells) + 2 * self.padding

    def cut(self, room: float) -> tuple["Row", "Row"] | None:
        """Part the row between its lines; None when too little of it would stand on either side."""
        inner = room - 2 * self.padding
        leading = min(cell.text.style.leading for cell in self.cells)
        if inner < _FEWEST_LINES * leading:
            return None
        parts = [cell.text.cut(inner) for cell in self.cells]
        return tuple(  # type: ignore[return-value]  # two rows, from pairs of texts
            replace(
                self,
                cells=[replace(cell, text=part[side]) for cell, part in zip(self.cells, parts, strict=True)],
            )
            for side in (0, 1)
        )


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table; the first ``heads`` rows stand on every page that it reaches."""

    widths: Sequence[float]
    rows: Sequence[Row]
    heads: int = 0

    @classmethod
    def of(cls, widths: Sequence[float], rows: Sequence[Row], heads: int = 0) -> Self:
        """Check that every row fills the table."""
        for row in rows:
            if sum(cell.columns for cell in row.cells) != len(widths):
                raise ValueError(f"a row does not fill {len(widths)} columns")
        return cls(widths, rows, heads)

    @property
    def height(self) -> float:
        return sum(row.height for row in self.rows)

    def split(self, room: float, page: float) -> tuple["Grid", "Grid"] | None:
        """Part the table between rows, and within a row only when a whole page cannot hold it."""
        head, body = self.rows[: self.heads], self.rows[self.heads :]
        head_height = sum(row.height for row in head)
        room -= head_height
        ends = list(accumulate(row.height for row in body))
        fitting = sum(end <= room + 1e-6 for end in ends)
        before, after = list(body[:fitting]), list(body[fitting:])
        if after and after[0].height > page - head_height:
            halves = after[0].cut(room - (ends[fitting - 1] if fitting else 0))
            if halves:
                before.append(halves[0])
                after[0] = halves[1]
        if not before:
            return None
        return replace(self, rows=[*head, *before]), replace(self, rows=[*head, *after])

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        canvas.saveState()
        canvas.setLineWidth(_LINE)
        for row in self.rows:
            height = row.height
            for cell, x, width in self._placed(row, left):
                if cell.shaded:
                    canvas.setFillGray(_SHADE)
                canvas.rect(x, top - height, width, height, fill=int(cell.shaded))
                canvas.setFillGray(0)
                cell.text.draw(canvas, x + PADDING_X, top - (height - cell.text.height) / 2)
            top -= height
        canvas.restoreState()

    def _placed(self, row: Row, left: float) -> Iterator[tuple[Cell, float, float]]:
        column = 0
        for cell in row.cells:
            width = sum(self.widths[column : column + cell.columns])
            yield cell, left, width
            column += cell.columns
            left += width
