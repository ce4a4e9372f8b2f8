"""What stands on a page: text, gaps and rules, each of a known height. Lengths are in points."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol, Self

from reportlab.pdfgen.canvas import Canvas

from app.documents.lines import Line, Span, break_lines

_BASELINE = 0.38  # of the font size, below the middle of the line


class Block(Protocol):
    """A part of a page, laid out already."""

    @property
    def height(self) -> float:
        """How much of the page it takes."""
        ...

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw it downwards from *top*."""
        ...


class Splittable(Block, Protocol):
    """A block that may run on to the next page."""

    def split(self, room: float, page: float) -> tuple[Block, Block] | None:
        """Part it so that the first part is at most *room* high.

        *page* is the height of an empty page: what does not fit there either is cut further down than
        would be nice. None when no part of it fits into *room*.
        """
        ...


class Align(Enum):
    """Where a line stands in its column; the value is the share of the free space to its left."""

    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set.

    ``tracking`` is extra space after each character, in ems; it is for titles of one line, as breaking
    into lines does not reckon with it.
    """

    size: float
    leading: float
    align: Align = Align.LEFT
    tracking: float = 0.0


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of text in a column."""

    lines: Sequence[Line]
    style: Style
    width: float

    @classmethod
    def of(cls, text: str | Sequence[Span], style: Style, width: float, bold: bool = False) -> Self:
        """Break *text* into lines that fit *width*."""
        spans = [Span(text, bold)] if isinstance(text, str) else text
        return cls(break_lines(spans, width / style.size), style, width)

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        size, leading = self.style.size, self.style.leading
        text = canvas.beginText()
        text.setCharSpace(self.style.tracking * size)
        for number, line in enumerate(self.lines):
            spaced = line.width + self.style.tracking * (line.length - 1)
            indent = (self.width - spaced * size) * self.style.align.value
            middle = top - (number + 0.5) * leading
            text.setTextOrigin(left + indent, middle - _BASELINE * size)
            for font, piece in line.pieces:
                text.setFont(font, size)
                text.textOut(piece)
        canvas.drawText(text)

    def cut(self, room: float) -> tuple["Text", "Text"]:
        """The lines that fit into *room*, and the others; either may be empty."""
        count = max(0, int(room / self.style.leading + 1e-6))
        return (
            Text(self.lines[:count], self.style, self.width),
            Text(self.lines[count:], self.style, self.width),
        )


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty space."""

    height: float

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw nothing."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across, in the middle of its height."""

    width: float
    height: float
    thickness: float
    dashed: bool = False

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        canvas.saveState()
        canvas.setLineWidth(self.thickness)
        if self.dashed:
            canvas.setDash(3, 2)
        middle = top - self.height / 2
        canvas.line(left, middle, left + self.width, middle)
        canvas.restoreState()


@dataclass(frozen=True, slots=True)
class Beside:
    """Blocks next to each other, each with its distance from the left; as high as the highest."""

    parts: Sequence[tuple[float, Block]]

    @property
    def height(self) -> float:
        return max(block.height for _, block in self.parts)

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        for distance, block in self.parts:
            block.draw(canvas, left + distance, top)


@dataclass(frozen=True, slots=True)
class Stack:
    """Blocks under each other that stay together wherever a page can hold them all."""

    parts: Sequence[Block]

    @property
    def height(self) -> float:
        return sum(block.height for block in self.parts)

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        for block in self.parts:
            block.draw(canvas, left, top)
            top -= block.height
