"""Reading the QR code of a paper as a reader does: from the dark modules that are drawn, not from what was meant."""

from collections.abc import Iterator

from tests.documents.paper import rectangles

_BLOCKS = {1: 1, 2: 1, 3: 1, 4: 2, 5: 2, 6: 4}
_DATA = {1: 16, 2: 28, 3: 44, 4: 64, 5: 86, 6: 108}
"""Blocks and data codewords of each version at correction level M (ISO/IEC 18004, table 9)."""
_FORMAT_MASK = 0b101010000010010
_BYTES = 0b0100

Grid = list[list[int]]


def scanned(pdf: bytes) -> str:
    """What the code on the first page says."""
    grid = _modules(pdf)
    version = (len(grid) - 17) // 4
    words = _codewords(grid, _mask_of(grid))
    blocks, data = _BLOCKS[version], words[: _DATA[version]]
    stream = "".join(f"{word:08b}" for block in range(blocks) for word in data[block::blocks])
    assert int(stream[:4], 2) == _BYTES
    length = int(stream[4:12], 2)
    payload = (int(stream[12 + 8 * n : 20 + 8 * n], 2) for n in range(length))
    return bytes(payload).decode("ascii")


def _modules(pdf: bytes) -> Grid:
    drawn = rectangles(pdf)
    # The first row starts with a finder pattern, seven dark modules in one rectangle.
    left, top, _, module = next(box for box in drawn if abs(box[2] - 7 * box[3]) < 0.1 and box[3] < 5)
    ours = [box for box in drawn if abs(box[3] - module) < 0.01]
    size = max(round((x + wide - left) / module) for x, y, wide, _ in ours if abs(y - top) < module / 2)
    grid = [[0] * size for _ in range(size)]
    for x, y, wide, _ in ours:
        row, column = round((top - y) / module), round((x - left) / module)
        for place in range(column, column + round(wide / module)):
            grid[row][place] = 1
    return grid


def _mask_of(grid: Grid) -> int:
    places = [(8, column) for column in (0, 1, 2, 3, 4, 5, 7, 8)]
    places += [(row, 8) for row in (7, 5, 4, 3, 2, 1, 0)]
    bits = int("".join(str(grid[row][column]) for row, column in places), 2) ^ _FORMAT_MASK
    assert bits >> 13 == 0, "not of correction level M"
    return (bits >> 10) & 0b111


def _codewords(grid: Grid, mask: int) -> list[int]:
    bits = "".join(
        str(grid[row][column] ^ _inverts(mask, row, column)) for row, column in _data_places(len(grid))
    )
    return [int(bits[at : at + 8], 2) for at in range(0, len(bits) - 7, 8)]


def _data_places(size: int) -> Iterator[tuple[int, int]]:
    """Upwards and downwards by turns, in columns of two from the right; the timing column is passed over."""
    rights = [*range(size - 1, 6, -2), 5, 3, 1]
    for turn, right in enumerate(rights):
        rows = range(size) if turn % 2 else range(size - 1, -1, -1)
        for row in rows:
            yield from ((row, column) for column in (right, right - 1) if not _is_fixed(row, column, size))


def _is_fixed(row: int, column: int, size: int) -> bool:
    finder = (row < 9 and (column < 9 or column >= size - 8)) or (row >= size - 8 and column < 9)
    aligned = size > 21 and abs(row - (size - 7)) <= 2 and abs(column - (size - 7)) <= 2
    return finder or aligned or 6 in (row, column)


def _inverts(mask: int, row: int, column: int) -> int:
    by_mask = (
        (row + column) % 2,
        row % 2,
        column % 3,
        (row + column) % 3,
        (row // 2 + column // 3) % 2,
        row * column % 2 + row * column % 3,
        (row * column % 2 + row * column % 3) % 2,
        ((row + column) % 2 + row * column % 3) % 2,
    )
    return int(by_mask[mask] == 0)
