"""The five ones, and what stands behind each."""

from dataclasses import dataclass
from datetime import date

from app.domain.five_ones import Figures


@dataclass(frozen=True, slots=True)
class FiguresRow:
    """The figures of one department, item, counter, day, month or quarter, or of the hall.

    ``key`` is its code or number, ``2026-03-18``, ``2026-03`` or ``2026-Q1``; empty where a case came without a
    counter. ``name`` is empty where the key says it all.
    """

    key: str
    name: str
    figures: Figures


@dataclass(frozen=True, slots=True)
class CountedRow:
    """A ticket or a case that a figure counted in its denominator; ``counts`` when in its numerator too.

    ``number`` is None for a person who was sent online and got no number. ``trips`` are the tickets of a case and
    ``accepted_on`` its acceptance, where the figure goes by them.
    """

    number: str | None
    day: date
    item: str
    item_name: str
    department: str
    counter: int | None
    counts: bool
    trips: int | None = None
    accepted_on: date | None = None
