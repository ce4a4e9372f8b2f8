"""What a workbook's cells may hold, and how that becomes the values of the JSON shape."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import time
from decimal import Decimal
from enum import StrEnum
from functools import cache

from app.texts import LANGUAGES, Texts

YES, NO = "import.word.yes", "import.word.no"


class Kind(StrEnum):
    """Kinds of columns; ``import.hint.<kind>`` tells people what to write."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    YES_NO = "yes_no"
    CHOICE = "choice"
    TIME = "time"
    PARTS = "parts"
    CODES = "codes"
    WEEKDAYS = "weekdays"
    SERVED_LINES = "served_lines"


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its key in the JSON shape; ``choices`` are values and the codes of their words.

    ``hint`` is the code of what to write, where that of its kind does not fit.
    """

    key: str
    kind: Kind = Kind.TEXT
    required: bool = False
    choices: Mapping[str, str] = field(default_factory=dict)
    width: int = 18
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Stands for a cell that cannot be read; the check of the whole file reports it in its place."""

    code: str


def value_of(column: Column, cell: object) -> object:
    """What a cell that is not empty means; what is no value of the column's kind is left for the check to refuse."""
    if column.kind is Kind.CHOICE:
        return _choice(column.choices, cell)
    return _READERS[column.kind](cell)


@cache
def words_of(code: str) -> tuple[str, ...]:
    """The words of a code in every language: files are read whatever language they were written in."""
    return tuple(Texts(language)(code) for language in LANGUAGES)


def _choice(choices: Mapping[str, str], cell: object) -> object:
    """The value of a word, or of the value itself."""
    meanings = {word: value for value, code in choices.items() for word in (value, *words_of(code))}
    return meanings.get(str(cell), Unreadable("import.rule.choice"))


def _as_it_is(cell: object) -> object:
    return cell


def _whole(cell: object) -> object:
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


def _number(cell: object) -> object:
    # The shortest text of a float is what was typed: 0.125, not the binary fraction behind it.
    return Decimal(repr(cell)) if isinstance(cell, float) else cell


def _yes_no(cell: object) -> object:
    meanings = {word.lower(): code == YES for code in (YES, NO) for word in words_of(code)}
    return meanings.get(cell.lower(), cell) if isinstance(cell, str) else cell


def _time(cell: object) -> object:
    return cell.strftime("%H:%M") if isinstance(cell, time) else cell


def _parts(cell: object) -> object:
    """One part a line, or parted by semicolons."""
    return [p.strip() for p in re.split(r"[\n;；]", cell) if p.strip()] if isinstance(cell, str) else cell


def _codes(cell: object) -> object:
    return re.split(r"[\s,，、;；]+", cell) if isinstance(cell, str) else [cell]


def _weekdays(cell: object) -> object:
    """``1-5``, ``6,7`` or a single day."""
    days: list[int] = []
    for part in re.split(r"[\s,，、;；]+", str(cell)):
        found = re.fullmatch(r"([1-7])(?:[-–~]([1-7]))?", part)
        if found is None:
            return Unreadable("import.rule.weekdays")
        days.extend(range(int(found[1]), int(found[2] or found[1]) + 1))
    return days


def _served_lines(cell: object) -> object:
    """``A B+5``: lines by prefix, and the minutes by which the counter favours them."""
    served = []
    for part in re.split(r"[\s,，、;；]+", str(cell)):
        found = re.fullmatch(r"([A-Za-z]+)(?:\+(\d{1,3}))?", part)
        if found is None:
            return Unreadable("import.rule.served_lines")
        served.append({"prefix": found[1], "preference_minutes": int(found[2] or 0)})
    return served


_READERS: Mapping[Kind, Callable[[object], object]] = {
    Kind.TEXT: _as_it_is,
    Kind.WHOLE: _whole,
    Kind.NUMBER: _number,
    Kind.YES_NO: _yes_no,
    Kind.TIME: _time,
    Kind.PARTS: _parts,
    Kind.CODES: _codes,
    Kind.WEEKDAYS: _weekdays,
    Kind.SERVED_LINES: _served_lines,
}
