"""Filling pages with blocks. Lengths are in points."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol, TypeGuard

from reportlab.pdfgen.canvas import Canvas

from app.documents.blocks import Block, Gap, Splittable, Stack

_HAIR = 0.01
"""Less than any line is high."""


class Sizes(Protocol):
    """How much room each page has for blocks."""

    def __call__(self, number: int) -> float:
        """The room of the page of that *number*, 1 for the first."""
        ...


@dataclass(slots=True)
class Page:
    """The blocks of one page, from its top down."""

    blocks: list[Block] = field(default_factory=list)

    @property
    def height(self) -> float:
        """What the blocks take."""
        return sum(block.height for block in self.blocks)

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw the blocks downwards from *top*."""
        for block in self.blocks:
            block.draw(canvas, left, top)
            top -= block.height


def paginate(blocks: Iterable[Block], room_of: Sizes) -> list[Page]:
    """Spread *blocks* over as many pages as they need; nothing is ever left out.

    Raises ValueError when a block that cannot be parted is higher than an empty page.
    """
    pages = [Page()]
    for block in blocks:
        rest: Block | None = block
        while rest is not None:
            rest = _run_on(pages, rest, room_of) if _is_long(rest, room_of(2)) else _put(pages, rest, room_of)
    return pages


def _is_long(block: Block, page: float) -> TypeGuard[Stack]:
    """Whether it is a stack that no page can hold."""
    return isinstance(block, Stack) and block.height > page


def _run_on(pages: list[Page], stack: Stack, room_of: Sizes) -> Block | None:
    """Put what fits of the stack's first block, and never the whole of one that can be parted: its end stays with
    what follows. Returns what is left.
    """
    first, after = stack.parts[0], Stack(stack.parts[1:])
    page = room_of(len(pages) + 1)
    room = min(room_of(len(pages)) - pages[-1].height, first.height - _HAIR)
    if not (after.parts and after.height < page and _splittable(first)):
        return _with(_put(pages, first, room_of), after)
    halves = first.split(room, page - after.height)
    if halves is None and not pages[-1].blocks:
        return _with(_put(pages, first, room_of), after)
    if halves is not None:
        pages[-1].blocks.append(halves[0])
    pages.append(Page())
    return _with(halves[1] if halves else first, after)


def _with(left: Block | None, after: Stack) -> Block | None:
    """What is left of a block, and what follows it."""
    parts = [*([left] if left else []), *after.parts]
    return Stack(parts) if parts else None


def _put(pages: list[Page], block: Block, room_of: Sizes) -> Block | None:
    """Put what fits of *block* on the last page; returns what is left, with a new page for it."""
    page = pages[-1]
    room = room_of(len(pages)) - page.height
    if block.height <= room + 1e-6:
        page.blocks.append(block)
        return None
    if isinstance(block, Gap):
        return None
    halves = block.split(room, room_of(len(pages) + 1)) if _splittable(block) else None
    if halves:
        page.blocks.append(halves[0])
    elif not page.blocks and len(pages) > 1:
        raise ValueError("a block is higher than a page")
    pages.append(Page())
    return halves[1] if halves else block


def _splittable(block: Block) -> TypeGuard[Splittable]:
    return hasattr(block, "split")
