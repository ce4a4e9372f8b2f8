"""Breaking Chinese and Latin text into lines.

Chinese breaks between any two characters, but a line never starts with a closing mark or ends with an
opening one (GB/T 15834); words, numbers and a number with its measure word stay whole.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from app.documents.fonts import clean, runs, width_of

_OPENING = r"（《〈“‘「『【〔〖(\["
_CLOSING = r"，。、；：？！）》〉”’」』】〕〗…—～％)\],.;:!?%"
_CJK = r"\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
_MEASURE = "年月日时分号项个元份天件次页"
_UNIT = re.compile(
    rf"\n| +|[{_OPENING}]*(?:\d+ ?[{_MEASURE}]|[{_CJK}]|[^\s{_CJK}{_OPENING}]+|(?=\s|$))[{_CLOSING}]*"
)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one weight."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line: (font name, text) pieces from left to right, and its width in ems."""

    pieces: tuple[tuple[str, str], ...]
    width: float

    @property
    def length(self) -> int:
        """How many characters it has."""
        return sum(len(text) for _, text in self.pieces)


_Character = tuple[str, bool]


def break_lines(spans: Iterable[Span], width: float) -> list[Line]:
    """Set *spans* in lines at most *width* ems wide; an empty text is one empty line."""
    characters = [(letter, span.bold) for span in spans for letter in clean(span.text)]
    return [_line(line) for line in _fill(_units(characters), width)]


def text_width(text: str, bold: bool = False) -> float:
    """The width of *text* on one line, in ems."""
    return sum(width_of(character, bold) for character in clean(text))


def _units(characters: list[_Character]) -> Iterator[list[_Character]]:
    text = "".join(letter for letter, _ in characters)
    for match in _UNIT.finditer(text):
        if match[0]:
            yield characters[match.start() : match.end()]


def _fill(units: Iterable[list[_Character]], width: float) -> Iterator[list[_Character]]:
    line: list[_Character] = []
    used = 0.0
    for unit in units:
        if unit[0][0] == "\n":
            yield line
            line, used = [], 0.0
            continue
        wide = width_of(*unit[0]) if len(unit) == 1 else _width(unit)
        if used + wide > width and unit[0][0] != " ":
            if line:
                yield line
            *full, line = _cut(unit, width)
            yield from full
            used = _width(line)
        elif line or unit[0][0] != " ":
            line += unit
            used += wide
    yield line


def _cut(unit: list[_Character], width: float) -> Iterator[list[_Character]]:
    """Cut a unit that is wider than a whole line between its characters; others come back whole."""
    part: list[_Character] = []
    used = 0.0
    for character in unit:
        wide = width_of(*character)
        if part and used + wide > width:
            yield part
            part, used = [], 0.0
        part.append(character)
        used += wide
    yield part


def _width(characters: Iterable[_Character]) -> float:
    return sum(width_of(*character) for character in characters)


def _line(characters: list[_Character]) -> Line:
    while characters and characters[-1][0] == " ":
        characters.pop()
    pieces = tuple(
        piece
        for bold, group in groupby(characters, lambda character: character[1])
        for piece in runs("".join(letter for letter, _ in group), bold)
    )
    return Line(pieces, _width(characters))
